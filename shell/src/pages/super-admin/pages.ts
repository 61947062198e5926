import type { PageTable } from '../../root/page-table'
import { REGISTRY_PATH, TENANTS_PATH, tenantModulesPath, tenantPath } from './paths'

/** The pages of the platform's administration. */
export const platformPages: PageTable = {
  home: '/super-admin',
  locales: { en: () => import('../../locales/en/super-admin.json'), de: () => import('../../locales/de/super-admin.json') },
  pages: [
    {
      path: '/super-admin',
      load: () => import('./dashboard/dashboard-page'),
      entry: { label: 'dashboard.title', icon: 'dashboard', group: 'first', key: 'D' },
    },
    {
      path: TENANTS_PATH,
      load: () => import('./tenants/tenants-page'),
      entry: { label: 'tenants.title', icon: 'company', group: 'first', key: 'T' },
    },
    { path: tenantPath(':id'), load: () => import('./tenant/overview-page') },
    { path: tenantModulesPath(':id'), load: () => import('./tenant/modules-page') },
    {
      path: REGISTRY_PATH,
      load: () => import('./modules/registry-page'),
      entry: { label: 'registry.title', icon: 'module', group: 'first', key: 'M' },
    },
  ],
}
