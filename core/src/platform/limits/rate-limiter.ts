/** How much of a limit is left. */
export interface Share {
  remaining: number
  /** Until the window ends; at least 1. */
  resetSeconds: number
  /** True if what was just counted is over the limit. */
  isOver: boolean
}
export interface Limit {
  max: number
  windowMs: number
}

/** Counts within fixed windows: in memory, which answers at once, or together with the other instances. */
export interface RateLimiter<Answer extends Share | Promise<Share> = Share | Promise<Share>> {
  /** Counts one more under `key`; the seconds to wait if that is over `limit` within `windowMs`, else 0. A limit of 0 is none. */
  hit(key: string, limit: Limit): number | Promise<number>
  /** Counts one more under `key` and says what is left of the limit. A limit of 0 lets nothing through. */
  take(key: string, limit: Limit): Answer
  /** Takes what was counted under `key` back, such as failures after a success. */
  clear(key: string): void | Promise<void>
}

/** Judges a share as soon as it is known, which is at once where it was counted in memory: most requests wait for nothing. */
export const judged = (share: Share | Promise<Share>, judge: (share: Share) => void): void | Promise<void> => (share instanceof Promise ? share.then(judge) : judge(share))

interface Window {
  endsAt: number
  count: number
}
const SWEEP_MS = 30_000

export function createRateLimiter(now: () => number = Date.now): RateLimiter<Share> & { close(): void } {
  const windows = new Map<string, Window>()
  const sweep = setInterval(() => {
    const at = now()
    for (const [key, window] of windows) if (window.endsAt <= at) windows.delete(key)
  }, SWEEP_MS)
  sweep.unref()
  const take = (key: string, { max, windowMs }: Limit): Share => {
    const at = now()
    let window = windows.get(key)
    if (!window || window.endsAt <= at) windows.set(key, (window = { endsAt: at + windowMs, count: 0 }))
    window.count += 1
    return { remaining: Math.max(0, max - window.count), resetSeconds: Math.max(1, Math.ceil((window.endsAt - at) / 1_000)), isOver: window.count > max }
  }
  return {
    take,
    hit(key, limit) {
      if (limit.max === 0) return 0
      const { isOver, resetSeconds } = take(key, limit)
      return isOver ? resetSeconds : 0
    },
    clear: (key) => void windows.delete(key),
    close: () => clearInterval(sweep),
  }
}
