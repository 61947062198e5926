/** Where the platform's administration stands. */
export const TENANTS_PATH = '/super-admin/tenants'
export const REGISTRY_PATH = '/super-admin/modules'

export const tenantPath = (id: string): string => `${TENANTS_PATH}/${id}`
export const tenantModulesPath = (id: string): string => `${tenantPath(id)}/modules`
