import { defineUi } from '@innoerp/sdk/ui'

export const { bootstrap, mount, unmount, slots, locales } = defineUi({
  pages: {
    '': () => import('./pages/items-page.js'),
    import: () => import('./pages/import-page.js'),
    'items/:id': () => import('./pages/item-page.js'),
    moves: () => import('./pages/moves-page.js'),
    'moves/:id': () => import('./pages/move-page.js'),
    locations: () => import('./pages/locations-page.js'),
    'locations/:id': () => import('./pages/location-page.js'),
  },
  slots: { LowStock: () => import('./widgets/low-stock.js') },
  locales: {
    en: () => import('./locales/en.json'),
    de: () => import('./locales/de.json'),
  },
})
