import { CliError, EXIT } from '../../cli-error.js'

/** What the commands read of the host's answers. */
export interface ModuleRow {
  module_id: string
  module_name: string
  version: string | null
  signature: string
  is_active: boolean
  tenants: number
}
export interface VersionRow {
  version: string
  state: string
  signature: string
  isolation: string
  tenants: number
  error?: string | null
}
export interface ModuleDetail extends ModuleRow {
  package: string | null
  versions: VersionRow[]
  channels: { stable: string | null; beta: string | null }
}
export interface Started {
  operation_id: string
}

export const REGISTRY = '/api/v1/module-registry'

export function needed(value: string | undefined, what: string): string {
  if (value !== undefined && value !== '') return value
  throw new CliError(`Which ${what}?`, { exitCode: EXIT.usage })
}

/** `crm@1.2.0` or `@innoerp/module-crm@1.2.0` in its two parts; the version may be missing. */
export function nameAndVersion(text: string): { name: string; version: string | undefined } {
  const at = text.lastIndexOf('@')
  return at > 0 ? { name: text.slice(0, at), version: text.slice(at + 1) } : { name: text, version: undefined }
}

/** A module and exactly one version of it. */
export function exactVersion(argument: string | undefined): { id: string; version: string } {
  const { name, version } = nameAndVersion(needed(argument, 'version, such as crm@1.2.0'))
  return { id: name, version: needed(version, `version of ${name}, such as ${name}@1.2.0`) }
}
