import type { Manifest } from '@innoerp/sdk/contract'

export type Values = Record<string, unknown>
/** One field of a settings schema, as far as the host reads it. */
export interface SettingSchema {
  default?: unknown
  [keyword: string]: unknown
}

/** The fields that a module's manifest declares. */
export const fieldsOf = (manifest: Manifest): Record<string, SettingSchema> => (manifest.settings?.properties ?? {}) as Record<string, SettingSchema>

/** What holds in an organization: what it set, else the manifest's defaults. What the version does not know (any more) is left out. */
export function effectiveSettings(manifest: Manifest, set: Values): Values {
  const pairs = Object.entries(fieldsOf(manifest)).map(([name, field]): [string, unknown] => [name, Object.hasOwn(set, name) ? set[name] : field.default])
  return Object.fromEntries(pairs.filter(([, value]) => value !== undefined))
}
