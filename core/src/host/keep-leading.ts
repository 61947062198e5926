import { setTimeout as sleep } from 'node:timers/promises'
import type { Leader } from '../platform/events/leader.js'

const EVERY_MS = 2_000
/** An instance that died a moment ago may hold the lock still. */
const FIRST_TRIES = 5
const FIRST_PAUSE_MS = 100

export interface Leading {
  /** What is done once, each time this instance has come to lead. */
  onLead(): Promise<void>
  onError(error: unknown): void
  /** Whether what fails at first is tried again, too. */
  isPatient: boolean
}

/**
 * Comes to lead now, or as soon as whoever leads is gone; what failed then is tried again. Returns how to stop.
 * @throws what `onLead` throws at first, unless `isPatient`
 */
export async function keepLeading(leader: Leader, { onLead, onError, isPatient }: Leading): Promise<() => Promise<void>> {
  let isLeading = false
  const tryOnce = async (): Promise<void> => {
    if (!(await leader.lead())) return void (isLeading = false)
    if (isLeading) return
    await onLead()
    isLeading = true
  }
  for (let tries = 0; tries < FIRST_TRIES; tries += 1) {
    if (tries > 0) await sleep(FIRST_PAUSE_MS)
    await tryOnce().catch((error: unknown) => {
      if (!isPatient) throw error
      onError(error)
    })
    if (isLeading) break
  }
  let turn: Promise<void> = Promise.resolve()
  const timer = setInterval(() => (turn = turn.then(tryOnce).catch(onError)), EVERY_MS)
  timer.unref()
  return async () => {
    clearInterval(timer)
    await turn
    await leader.resign()
  }
}
