import { defineUi } from '@innoerp/sdk/ui'

export const { bootstrap, mount, unmount, slots, locales } = defineUi({ pages: {}, locales: { en: () => import('./locales/en.json'), de: () => import('./locales/de.json') } })
