import { getApi } from '@innoerp/sdk/ui'

/** One field of a module's settings, as its manifest declares it (JSON Schema, a flat object). */
export interface SettingSchema {
  type?: string
  title?: string
  description?: string
  enum?: readonly unknown[]
  default?: unknown
  minimum?: number
  maximum?: number
  minLength?: number
  maxLength?: number
  pattern?: string
  /** E.g. `email`, `uri`, `date`. */
  format?: string
}

export type SettingValues = Readonly<Record<string, unknown>>

/** What an organization can set in a module, and what holds: what it set, else the defaults. */
export interface ModuleSettings {
  schema: { properties: Readonly<Record<string, SettingSchema>>; required?: readonly string[] }
  values: SettingValues
}

export const settingsPath = (moduleId: string): string => `/api/v1/modules/${encodeURIComponent(moduleId)}/settings`

export const readSettings = (moduleId: string, signal?: AbortSignal): Promise<ModuleSettings> =>
  getApi().get<ModuleSettings>(settingsPath(moduleId), signal ? { signal } : {})

/** Replaces all of them; a field that is left out goes back to its default. Rejects with an ApiError that names the wrong fields. */
export const saveSettings = (moduleId: string, values: SettingValues): Promise<ModuleSettings> =>
  getApi().put<ModuleSettings>(settingsPath(moduleId), values)
