import { defineUi } from '@innoerp/sdk/ui'

export const { bootstrap, mount, unmount, slots, locales } = defineUi({
  pages: {
    '': () => import('./pages/companies-page.js'),
    import: () => import('./pages/import-page.js'),
    'companies/:id': () => import('./pages/company-page.js'),
    contacts: () => import('./pages/contacts-page.js'),
    deals: () => import('./pages/deals-page.js'),
  },
  slots: {
    Pipeline: () => import('./widgets/pipeline.js'),
    NewCompany: () => import('./commands/new-company.js'),
    NewContact: () => import('./commands/new-contact.js'),
    NewDeal: () => import('./commands/new-deal.js'),
    search: () => import('./search.js'),
  },
  locales: {
    en: () => import('./locales/en.json'),
    de: () => import('./locales/de.json'),
  },
})
