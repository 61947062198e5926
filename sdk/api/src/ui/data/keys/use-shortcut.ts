import { useEffect, useEffectEvent } from 'react'
import { isCaptured, isChord, isTextInput } from './shortcut.js'

/** Single-letter keys can be switched off in the profile (WCAG 2.1.4): then the document says `data-shortcuts="off"`. */
const areOff = () => document.documentElement.dataset.shortcuts === 'off'

/**
 * Runs `run` when one of `keys` is pressed anywhere on the page, outside of inputs, menus and dialogs.
 * `run` returns false when the key meant nothing to it.
 */
export function useShortcut(keys: readonly string[], run: (key: string) => boolean | void, enabled = true): void {
  const onKey = useEffectEvent((event: KeyboardEvent) => {
    const key = event.key.length === 1 ? event.key.toLowerCase() : event.key
    if (!keys.includes(key) || event.defaultPrevented || isChord(event) || areOff()) return
    if (isTextInput(event.target) || isCaptured(event.target) || document.querySelector('[aria-modal=true]')) return
    if (run(key) !== false) event.preventDefault()
  })
  useEffect(() => {
    if (!enabled) return
    const listener = (event: KeyboardEvent) => onKey(event)
    document.addEventListener('keydown', listener)
    return () => document.removeEventListener('keydown', listener)
  }, [enabled])
}
