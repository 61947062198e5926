import { defineUi } from '@innoerp/sdk/ui'

export const { bootstrap, mount, unmount, slots, locales } = defineUi({
  pages: {
    '': () => import('./pages/employees-page.js'),
    import: () => import('./pages/import-page.js'),
    'employees/:id': () => import('./pages/employee-page.js'),
    departments: () => import('./pages/departments-page.js'),
    'departments/:id': () => import('./pages/department-page.js'),
    'org-chart': () => import('./pages/org-chart-page.js'),
  },
  slots: { Headcount: () => import('./widgets/headcount.js') },
  locales: {
    en: () => import('./locales/en.json'),
    de: () => import('./locales/de.json'),
  },
})
