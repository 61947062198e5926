import { defineUi } from '@innoerp/sdk/ui'

export const { bootstrap, mount, unmount, slots, locales } = defineUi({
  pages: {
    '': () => import('./pages/projects-page.js'),
    ':id': () => import('./pages/project-page.js'),
    ':id/tasks/:task': () => import('./pages/task-page.js'),
  },
  slots: {
    MyTasks: () => import('./widgets/my-tasks.js'),
    ProjectStatus: () => import('./widgets/project-status.js'),
    CompanyProjects: () => import('./tabs/company-projects.js'),
    NewProject: () => import('./commands/new-project.js'),
    search: () => import('./search.js'),
  },
  locales: {
    en: () => import('./locales/en.json'),
    de: () => import('./locales/de.json'),
  },
})
