import { defineUi } from '@innoerp/sdk/ui'

export const { bootstrap, mount, unmount, slots, locales } = defineUi({
  pages: {
    '': () => import('./pages/companies-page.js'),
    import: () => import('./pages/import-page.js'),
    'companies/:id': () => import('./pages/company-page.js'),
    contacts: () => import('./pages/contacts-page.js'),
    deals: () => import('./pages/deals-page.js'),
  },
  locales: {
    en: () => import('./locales/en.json'),
    de: () => import('./locales/de.json'),
  },
})
