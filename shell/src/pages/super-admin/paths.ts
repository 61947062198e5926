/** Where the platform's administration stands. */
export const TENANTS_PATH = '/super-admin/tenants'
export const ANALYTICS_PATH = `${TENANTS_PATH}/analytics`
export const REGISTRY_PATH = '/super-admin/modules'
export const PACKAGES_PATH = '/super-admin/packages'
export const OPERATIONS_PATH = '/super-admin/operations'
export const USAGE_PATH = '/super-admin/usage'
export const KEYS_PATH = '/super-admin/trusted-keys'

/** The parts of a tenant's page. */
export const TENANT_TABS = ['overview', 'subscription', 'users', 'modules', 'usage'] as const
export type TenantTab = (typeof TENANT_TABS)[number]

export const tenantPath = (id: string, tab: TenantTab = 'overview'): string => (tab === 'overview' ? `${TENANTS_PATH}/${id}` : `${TENANTS_PATH}/${id}/${tab}`)
export const tenantModulesPath = (id: string): string => tenantPath(id, 'modules')

/** The parts of a module's page. */
export const MODULE_TABS = ['overview', 'versions', 'tenants', 'rollouts', 'capabilities', 'settings'] as const
export type ModuleTab = (typeof MODULE_TABS)[number]

export const modulePath = (id: string, tab: ModuleTab = 'overview'): string => (tab === 'overview' ? `${REGISTRY_PATH}/${id}` : `${REGISTRY_PATH}/${id}/${tab}`)
export const rolloutPath = (moduleId: string, id: string): string => `${modulePath(moduleId, 'rollouts')}/${id}`
export const operationPath = (id: string): string => `${OPERATIONS_PATH}/${id}`
export const PACKAGE_TOKENS_PATH = `${PACKAGES_PATH}/tokens`
