import { useHost, useShortcut } from '@innoerp/sdk/ui'
import { useEffect, useEffectEvent } from 'react'
import { allItems, type Navigation } from '../navigation/navigation'

/** How long the second key may take (milliseconds). */
const PATIENCE = 1500

export interface ShellKeyActions {
  onPalette(): void
  onHelp(): void
}

/** The keys that work on every page: Ctrl K, ?, and G with the letter of a place. */
export function useShellKeys(navigation: Navigation, { onPalette, onHelp }: ShellKeyActions): void {
  const { navigate } = useHost()
  useShortcut(['?'], () => onHelp())
  useShortcut(['g'], () =>
    nextKey((key) => {
      const place = allItems(navigation).find((item) => item.key === key.toUpperCase())
      if (place) void navigate(place.href)
      return place !== undefined
    }),
  )
  useChord('k', onPalette)
}

/** Gives the next key to `take`; where it means something there, nothing else on the page sees it. */
function nextKey(take: (key: string) => boolean): void {
  const over = AbortSignal.timeout(PATIENCE)
  const once = new AbortController()
  const onKey = (event: KeyboardEvent) => {
    once.abort()
    if (!take(event.key)) return
    event.preventDefault()
    event.stopPropagation()
  }
  window.addEventListener('keydown', onKey, { capture: true, signal: AbortSignal.any([over, once.signal]) })
}

/** Ctrl or ⌘ with a letter, also inside inputs. */
function useChord(letter: string, run: () => void): void {
  const onKey = useEffectEvent((event: KeyboardEvent) => {
    if (event.key.toLowerCase() !== letter || !(event.ctrlKey || event.metaKey) || event.shiftKey || event.altKey) return
    event.preventDefault()
    run()
  })
  useEffect(() => {
    const listener = (event: KeyboardEvent) => onKey(event)
    window.addEventListener('keydown', listener)
    return () => window.removeEventListener('keydown', listener)
  }, [])
}
