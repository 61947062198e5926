import type { Feed, FeedModule } from '@innoerp/sdk/contract'

/** A module of a feed, for tests. */
export const feedModule = (id: string, version = '1.0.0', changes: Partial<FeedModule> = {}): FeedModule => ({
  module_id: id,
  name: id.toUpperCase(),
  description: null,
  version,
  icon: 'module',
  color: '#1976d2',
  entry: `/modules/${id}/${version}/ui/index.js`,
  integrity: 'sha384-entry',
  files: { 'index.js': 'sha384-entry' },
  styles: [],
  base_path: `/tenant-admin/${id}`,
  api_base: `/api/v1/${id}`,
  navigation: [{ path: '', label: 'title', icon: null, key: null }],
  slots: {},
  has_settings: false,
  ...changes,
})

/** A feed with these modules, for tests. */
export const feedOf = (modules: FeedModule[], permissions: string[] = []): Feed => ({
  organization: {
    id: 'organization',
    name: 'Nordhafen Werke',
    subdomain: 'nordhafen',
    locale: 'de-DE',
    time_zone: 'Europe/Berlin',
    currency: 'EUR',
    country: 'DE',
  },
  user: { id: 'user', email: 'marta@nordhafen.example', first_name: 'Marta', last_name: 'Lindqvist', user_type: 'admin' },
  permissions,
  modules,
})
