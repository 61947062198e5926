import { readFileSync } from 'node:fs'

const PAGE_KB = 4

function read(pid: number, name: string): string[] {
  try {
    return readFileSync(`/proc/${pid}/${name}`, 'utf8').split(' ')
  } catch {
    return []
  }
}

/** Resident memory in MB; 0 where the system does not tell. */
export const residentMb = (pid: number): number => (Number(read(pid, 'statm')[1] ?? 0) * PAGE_KB) / 1024

/** How long (ms) a process was ready to run and the machine had no processor for it, since its start; 0 where the system does not tell. */
export const delayMs = (pid: number): number => Number(read(pid, 'schedstat')[1] ?? 0) / 1e6

/** Counts time for a process, without what the machine kept from it: a busy machine makes nobody guilty. */
export function createClock(pid: number): { elapsed(): number; restart(): void } {
  let startedAt = Date.now()
  let delay = delayMs(pid)
  return {
    elapsed: () => Date.now() - startedAt - (delayMs(pid) - delay),
    restart: () => {
      startedAt = Date.now()
      delay = delayMs(pid)
    },
  }
}
