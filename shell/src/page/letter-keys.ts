/** Where it is kept on this device. */
const KEY = 'io-letters'

/** Storage may be forbidden; then the choice lasts as long as the page. */
function kept(): string | null {
  try {
    return localStorage.getItem(KEY)
  } catch {
    return null
  }
}

/** Single-letter keys are switched off with this mark on the document, which everything that listens to them reads. */
export const areLettersOn = (): boolean => document.documentElement.dataset.shortcuts !== 'off'

function mark(on: boolean) {
  if (on) delete document.documentElement.dataset.shortcuts
  else document.documentElement.dataset.shortcuts = 'off'
}

/** Applies what was chosen before; once, when the page starts. */
export const applyLetters = (): void => mark(kept() !== 'off')

/** Switches keys of a single letter on or off, for people whose tools type them by accident (WCAG 2.1.4). */
export function setLetters(on: boolean): void {
  mark(on)
  try {
    localStorage.setItem(KEY, on ? 'on' : 'off')
  } catch {
    // The mark serves until the page is left.
  }
}
