import { defineUi } from '@innoerp/sdk/ui'

export const { bootstrap, mount, unmount, slots, locales } = defineUi({
  pages: {
    '': () => import('./pages/projects-page.js'),
    ':id': () => import('./pages/project-page.js'),
    ':id/tasks/:task': () => import('./pages/task-page.js'),
  },
  locales: {
    en: () => import('./locales/en.json'),
    de: () => import('./locales/de.json'),
  },
})
