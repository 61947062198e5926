import type { RelayDb } from '../database/relay-db.js'

const EVERY_MS = 500
const BATCH = 1_000

/** Chains new entries twice a second, on whichever instance comes first. */
export function startSealer(db: RelayDb, onError: (error: unknown) => void): { stop(): Promise<void> } {
  let running: Promise<void> | undefined
  const seal = async (): Promise<void> => {
    for (let sealed = BATCH; sealed === BATCH; ) {
      const [row] = await db.run<{ sealed: number }>('select platform.seal_audit($1) as sealed', [BATCH])
      sealed = row?.sealed ?? 0
    }
  }
  const kick = () => (running ??= seal().catch(onError).finally(() => (running = undefined)))
  const timer = setInterval(() => void kick(), EVERY_MS)
  timer.unref()
  return {
    stop: async () => {
      clearInterval(timer)
      await running
      await kick()
    },
  }
}
