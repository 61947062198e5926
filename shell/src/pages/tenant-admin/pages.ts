import { CORE_PERMISSIONS } from '../../root/core-permissions'
import type { PageTable } from '../../root/page-table'
import { SETTINGS_PATH } from './settings/sections'
import { AUDIT_PATH, JOBS_PATH } from './trail/paths'
import { INVITATIONS_PATH, ROLES_PATH, USERS_PATH } from './users/paths'

const settings = () => import('./settings/settings-page')

/** The pages of an organization that belong to no module. */
export const tenantPages: PageTable = {
  home: '/tenant-admin',
  locales: { en: () => import('../../locales/en/tenant-admin.json'), de: () => import('../../locales/de/tenant-admin.json') },
  pages: [
    {
      path: '/tenant-admin',
      load: () => import('./dashboard/dashboard-page'),
      entry: { label: 'dashboard.title', icon: 'dashboard', group: 'first', key: 'D' },
    },
    {
      path: USERS_PATH,
      load: () => import('./users/people-page'),
      entry: { label: 'users.title', icon: 'people', group: 'last', key: 'U', permission: CORE_PERMISSIONS.seePeople },
    },
    { path: INVITATIONS_PATH, load: () => import('./users/invitations-page') },
    { path: ROLES_PATH, load: () => import('./roles/roles-page') },
    {
      path: AUDIT_PATH,
      load: () => import('./trail/audit-page'),
      entry: {
        label: 'audit.nav',
        icon: 'shield',
        group: 'last',
        permission: CORE_PERMISSIONS.manageOrganization,
        pages: [
          { path: AUDIT_PATH, label: 'audit.list' },
          { path: JOBS_PATH, label: 'job.list' },
        ],
      },
    },
    { path: JOBS_PATH, load: () => import('./trail/jobs-page') },
    { path: SETTINGS_PATH, load: settings, entry: { label: 'settings.title', icon: 'settings', group: 'last', key: 'S' } },
    { path: `${SETTINGS_PATH}/:section`, load: settings },
  ],
}
