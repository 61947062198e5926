import { useSyncExternalStore } from 'react'

const listeners = new Set<() => void>()

/** Storage may be forbidden; then a setting lasts as long as the page. */
const memory = new Map<string, string>()

function read(key: string): string | null {
  try {
    return localStorage.getItem(key) ?? memory.get(key) ?? null
  } catch {
    return memory.get(key) ?? null
  }
}

function write(key: string, value: string): void {
  memory.set(key, value)
  try {
    localStorage.setItem(key, value)
  } catch {
    // The copy in memory serves until the page is left.
  }
  for (const changed of listeners) changed()
}

const subscribe = (changed: () => void) => {
  listeners.add(changed)
  return () => listeners.delete(changed)
}

/** A taste of the user in this browser, e.g. the density of tables; the same in every component that reads it. */
export function useLocalSetting(name: string): [string | null, (value: string) => void] {
  const key = `io-${name}`
  const value = useSyncExternalStore(subscribe, () => read(key), () => null)
  return [value, (next) => write(key, next)]
}
