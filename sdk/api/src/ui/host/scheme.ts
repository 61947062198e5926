import { createStore, type Store } from './store.js'

/** What the user chose; `system` follows the device. */
export type SchemeChoice = 'light' | 'dark' | 'system'
export type Scheme = 'light' | 'dark'

export interface SchemeStore extends Store<SchemeChoice> {
  /** Applies the choice at once and keeps it in a cookie, so that the next page comes in the right scheme. */
  choose(choice: SchemeChoice): void
}

const YEAR = 365 * 24 * 3600
const isChoice = (word: string | undefined): word is SchemeChoice => word === 'light' || word === 'dark' || word === 'system'

const readCookie = (name: string) =>
  document.cookie
    .split('; ')
    .find((pair) => pair.startsWith(`${name}=`))
    ?.slice(name.length + 1)

/** The scheme lives in `<html data-scheme>`; every colour follows that attribute. */
export function createSchemeStore(cookie: string): SchemeStore {
  const device = window.matchMedia('(prefers-color-scheme: dark)')
  const saved = readCookie(cookie)
  const store = createStore<SchemeChoice>(isChoice(saved) ? saved : 'system')

  const shown = (choice: SchemeChoice): Scheme => (choice === 'system' ? (device.matches ? 'dark' : 'light') : choice)
  const apply = () => {
    document.documentElement.dataset.scheme = shown(store.get())
  }
  device.addEventListener('change', apply)
  apply()

  return {
    get: store.get,
    subscribe: store.subscribe,
    choose(choice) {
      document.cookie = `${cookie}=${choice}; path=/; max-age=${YEAR}; samesite=lax`
      store.set(choice)
      apply()
    },
  }
}
