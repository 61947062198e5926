import type { Page } from 'playwright-core'

interface Window {
  requestAnimationFrame(done: () => void): void
  document: { getAnimations(): { playState: string; effect: { getComputedTiming(): { endTime?: unknown } } | null }[] }
}

/** Waits until nothing on the page fades or moves any more; what turns without an end, such as a spinner, does not count. */
export async function atRest(page: Page): Promise<void> {
  await page.evaluate(async () => {
    const window = globalThis as unknown as Window
    const frame = () => new Promise<void>((resolve) => window.requestAnimationFrame(resolve))
    const isMoving = () => window.document.getAnimations().some(({ playState, effect }) => playState === 'running' && effect?.getComputedTiming().endTime !== Infinity)
    do {
      // What listens to a media query is told before the first frame, and draws in it.
      await frame()
      await frame()
    } while (isMoving())
  })
}
