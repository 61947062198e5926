import { readFileSync } from 'node:fs'
import { availableParallelism, loadavg } from 'node:os'

const PAGE_KB = 4
const MOST = 4

function read(pid: number, name: string): string[] {
  try {
    return readFileSync(`/proc/${pid}/${name}`, 'utf8').split(' ')
  } catch {
    return []
  }
}

/** Resident memory in MB; 0 where the system does not tell. */
export const residentMb = (pid: number): number => (Number(read(pid, 'statm')[1] ?? 0) * PAGE_KB) / 1024

/** How long (ms) the thread of a process's event loop has been at work since its start; 0 where the system does not tell. */
export const workedMs = (pid: number): number => Number(read(pid, 'schedstat')[0] ?? 0) / 1e6

/** How many want each processor of this machine, at least 1 and at most 4: what takes longer for that is nobody's fault. */
export const crowd = (): number => Math.min(MOST, Math.max(1, (loadavg()[0] ?? 0) / availableParallelism()))
