import type { Manifest } from '@innoerp/sdk/contract'
import { Ajv } from 'ajv'
import addFormats from 'ajv-formats'
import type { Platform } from '../../platform/platform.js'
import type { Tenant } from '../../platform/http/site.js'
import { tenantErrors } from '../../services/tenant/errors.js'
import type { ModuleCatalogue } from '../catalogue/catalogue.js'
import type { Published } from '../install/published.js'
import { moduleErrors } from '../module-errors.js'
import { effectiveSettings, fieldsOf, type Values } from './settings.js'

export interface SettingsDeps {
  platform: Platform
  catalogue: ModuleCatalogue
  published: Published
}
export interface SettingsAnswer {
  schema: unknown
  values: Values
}
export interface SettingsChange {
  name: string
  before: unknown
  after: unknown
  tenant_value?: unknown
  result?: unknown
}
/** An organization's own settings of its modules. */
export interface SettingsService {
  get(tenant: Tenant, moduleId: string): SettingsAnswer
  /** Replaces what the organization set. @throws MODULE_SETTINGS_INVALID by field */
  put(tenant: Tenant, moduleId: string, values: Values): Promise<SettingsAnswer>
  /** What another version of the module would change: its new defaults against what the organization set. */
  diff(tenant: Tenant, moduleId: string, version: string): Promise<{ changes: SettingsChange[] }>
}

const EMPTY = { type: 'object', properties: {} }
const UPDATE = 'update tenant.organization_modules set settings = $3::jsonb, updated_at = now() where organization_id = $1 and module_id = $2'

export function createSettingsService({ platform, catalogue, published }: SettingsDeps): SettingsService {
  const manifestOf = (tenant: Tenant, moduleId: string): { manifest: Manifest; set: Values } => {
    const assignment = tenant.modules.get(moduleId)
    const manifest = assignment?.version === undefined ? undefined : catalogue.module(moduleId)?.versions.get(assignment.version)?.manifest
    if (!assignment || !manifest) throw tenantErrors.NOT_ASSIGNED({ values: { module_id: moduleId } })
    return { manifest, set: assignment.settings }
  }
  const get: SettingsService['get'] = (tenant, moduleId) => {
    const { manifest, set } = manifestOf(tenant, moduleId)
    return { schema: manifest.settings ?? EMPTY, values: effectiveSettings(manifest, set) }
  }
  return {
    get,
    put: async (tenant, moduleId, values) => {
      const { manifest } = manifestOf(tenant, moduleId)
      assertValid(manifest, values)
      const { id } = tenant.organization
      await platform.database.core.run('platform', UPDATE, [id, moduleId, JSON.stringify(changedOnly(manifest, values))])
      await platform.bus.announce({ kind: 'organization', id })
      return { schema: manifest.settings ?? EMPTY, values: effectiveSettings(manifest, values) }
    },
    diff: async (tenant, moduleId, version) => {
      const { manifest, set } = manifestOf(tenant, moduleId)
      const other = catalogue.module(moduleId)?.versions.get(version)?.manifest ?? (await published.find(moduleId, version)).manifest
      return { changes: changesBetween(manifest, { other, set }) }
    },
  }
}

/** Only what differs from the defaults is the organization's own, so that an upgrade's new defaults reach it. */
function changedOnly(manifest: Manifest, values: Values): Values {
  const fields = fieldsOf(manifest)
  return Object.fromEntries(Object.entries(values).filter(([name, value]) => JSON.stringify(value) !== JSON.stringify(fields[name]?.default)))
}

function assertValid(manifest: Manifest, values: Values): void {
  const ajv = addFormats.default(new Ajv({ allErrors: true, strict: false }))
  const check = ajv.compile({ ...(manifest.settings ?? EMPTY), additionalProperties: false })
  if (check(values)) return
  const details = (check.errors ?? []).slice(0, 20).map(({ instancePath, params, message = 'is wrong' }) => {
    const { additionalProperty, missingProperty } = params as { additionalProperty?: string; missingProperty?: string }
    return { field: additionalProperty ?? missingProperty ?? instancePath.slice(1).replaceAll('/', '.'), message: additionalProperty === undefined ? message : 'is no setting of this module' }
  })
  throw moduleErrors.SETTINGS_INVALID({ details })
}

/** Fields whose default changes, that come or that go. What the organization set stays. */
function changesBetween(manifest: Manifest, { other, set }: { other: Manifest; set: Values }): SettingsChange[] {
  const [before, after] = [fieldsOf(manifest), fieldsOf(other)]
  const results = effectiveSettings(other, set)
  return Object.keys({ ...before, ...after })
    .filter((name) => !(name in before) || !(name in after) || JSON.stringify(before[name]?.default) !== JSON.stringify(after[name]?.default))
    .map((name) => ({ name, before: before[name]?.default, after: after[name]?.default, ...(Object.hasOwn(set, name) && { tenant_value: set[name] }), ...(name in after && { result: results[name] }) }))
}
