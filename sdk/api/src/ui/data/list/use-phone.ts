import { useSyncExternalStore } from 'react'

/** Phone layout at most this wide. */
const PHONE = '(max-width: 720px)'

const subscribe = (changed: () => void) => {
  const query = matchMedia(PHONE)
  query.addEventListener('change', changed)
  return () => query.removeEventListener('change', changed)
}

/** True where the page is as narrow as a phone. */
export const usePhone = (): boolean => useSyncExternalStore(subscribe, () => matchMedia(PHONE).matches, () => false)
