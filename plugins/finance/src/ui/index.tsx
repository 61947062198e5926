import { defineUi } from '@innoerp/sdk/ui'

export const { bootstrap, mount, unmount, slots, locales } = defineUi({
  pages: {
    '': () => import('./pages/entries-page.js'),
    'entries/new': () => import('./pages/new-entry-page.js'),
    'entries/:id': () => import('./pages/entry-page.js'),
    'entries/:id/edit': () => import('./pages/edit-entry-page.js'),
    accounts: () => import('./pages/accounts-page.js'),
    'accounts/import': () => import('./pages/import-page.js'),
    'accounts/:id': () => import('./pages/account-page.js'),
    journals: () => import('./pages/journals-page.js'),
    'journals/:id': () => import('./pages/journal-page.js'),
    'trial-balance': () => import('./pages/trial-balance-page.js'),
  },
  slots: {
    MonthResult: () => import('./widgets/month-result.js'),
  },
  locales: {
    en: () => import('./locales/en.json'),
    de: () => import('./locales/de.json'),
  },
})
