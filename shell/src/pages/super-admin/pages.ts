import type { PageTable } from '../../root/page-table'
import {
  KEYS_PATH,
  OPERATIONS_PATH,
  PACKAGES_PATH,
  PACKAGE_TOKENS_PATH,
  REGISTRY_PATH,
  TENANTS_PATH,
  USAGE_PATH,
  modulePath,
  operationPath,
  rolloutPath,
  tenantPath,
} from './paths'
import { TENANT_PAGES, servicePages } from './service-pages'
import { wordsOf } from './words'

const MODULE_PAGES = [
  { path: REGISTRY_PATH, label: 'catalogue.title' },
  { path: PACKAGES_PATH, label: 'package.list' },
  { path: OPERATIONS_PATH, label: 'operation.list' },
  { path: USAGE_PATH, label: 'usage.list' },
  { path: KEYS_PATH, label: 'key.list' },
]

/** The pages of the platform's administration. */
export const platformPages: PageTable = {
  home: '/super-admin',
  locales: { en: () => wordsOf('en'), de: () => wordsOf('de') },
  pages: [
    {
      path: '/super-admin',
      load: () => import('./dashboard/dashboard-page'),
      entry: { label: 'dashboard.title', icon: 'dashboard', group: 'first', key: 'D' },
    },
    {
      path: TENANTS_PATH,
      load: () => import('./tenants/tenants-page'),
      entry: { label: 'tenants.title', icon: 'company', group: 'first', key: 'T', pages: TENANT_PAGES },
    },
    { path: tenantPath(':id'), load: () => import('./tenant/overview-page') },
    { path: tenantPath(':id', 'subscription'), load: () => import('./tenant/subscription-page') },
    { path: tenantPath(':id', 'users'), load: () => import('./tenant/users-page') },
    { path: tenantPath(':id', 'modules'), load: () => import('./tenant/modules-page') },
    { path: tenantPath(':id', 'usage'), load: () => import('./tenant/usage-page') },
    {
      path: REGISTRY_PATH,
      load: () => import('./modules/catalogue/catalogue-page'),
      entry: { label: 'modules.title', icon: 'module', group: 'first', key: 'M', pages: MODULE_PAGES },
    },
    { path: modulePath(':module'), load: () => import('./modules/detail/overview-page') },
    { path: modulePath(':module', 'versions'), load: () => import('./modules/detail/versions-page') },
    { path: modulePath(':module', 'tenants'), load: () => import('./modules/detail/tenants-page') },
    { path: modulePath(':module', 'rollouts'), load: () => import('./modules/rollouts/rollouts-page') },
    { path: rolloutPath(':module', ':rollout'), load: () => import('./modules/rollouts/rollout-page') },
    { path: modulePath(':module', 'capabilities'), load: () => import('./modules/detail/capabilities-page') },
    { path: modulePath(':module', 'settings'), load: () => import('./modules/detail/settings-page') },
    { path: PACKAGES_PATH, load: () => import('./packages/packages-page') },
    { path: PACKAGE_TOKENS_PATH, load: () => import('./packages/tokens-page') },
    { path: OPERATIONS_PATH, load: () => import('./operations/operations-page') },
    { path: operationPath(':id'), load: () => import('./operations/operation-page') },
    { path: USAGE_PATH, load: () => import('./usage/usage-page') },
    { path: KEYS_PATH, load: () => import('./trusted-keys/keys-page') },
    ...servicePages,
  ],
}
