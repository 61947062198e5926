import type { CatalogueEntry } from './catalogue-port.js'

/** Parts of the host that stand in the registry, so that nobody looks for them in vain (facts §2, DECISIONS 5). */
const CORE_PARTS = [
  { module_id: 'users', module_name: 'Users & Teams', description: 'People, invitations and roles', icon: 'people', color: '#455a64', api_endpoint: '/api/v1/users' },
  { module_id: 'settings', module_name: 'Settings', description: 'The organization, its conventions and appearance', icon: 'settings', color: '#455a64', api_endpoint: '/api/v1/organizations/current' },
] as const

export const isCorePart = (moduleId: string): boolean => CORE_PARTS.some((part) => part.module_id === moduleId)

/** A module as the registry lists it. */
export interface RegistryRow extends Omit<CatalogueEntry, 'manifest'> {
  core: boolean
  permissions: Record<string, string>
  tenants: number
}

export const coreParts = (version: string, organizations: number): RegistryRow[] =>
  CORE_PARTS.map((part) => ({ ...part, category: 'Core', version, is_active: true, signature: 'signed', core: true, permissions: {}, tenants: organizations }))
