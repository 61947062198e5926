import { defineUi } from '@innoerp/sdk/ui'

export const { bootstrap, mount, unmount, slots, locales } = defineUi({
  pages: {
    '': () => import('./pages/notes-page.js'),
  },
  slots: {
    LatestNotes: () => import('./widgets/latest-notes.js'),
  },
  locales: {
    en: () => import('./locales/en.json'),
    de: () => import('./locales/de.json'),
  },
})
