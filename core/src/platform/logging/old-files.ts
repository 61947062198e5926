import { readdir, rm, rmdir } from 'node:fs/promises'
import path from 'node:path'

const FILE = /^[\w.-]+-(\d{4}-\d{2}-\d{2})(\.\d+)?\.log$/
const DAY_MS = 86_400_000

/** Removes the log files of days before the last `days`, and the folders that they leave empty. Returns how many went. */
export async function removeOldFiles(home: string, { days, now = Date.now() }: { days: number; now?: number }): Promise<number> {
  const services = path.join(home, 'services')
  const first = new Date(now - days * DAY_MS).toISOString().slice(0, 10)
  let removed = 0
  for (const service of await namesIn(services)) {
    const logs = path.join(services, service, 'logs')
    for (const module of await namesIn(logs)) {
      for (const month of await namesIn(path.join(logs, module))) removed += await clear(path.join(logs, module, month), first)
    }
  }
  return removed
}

async function clear(folder: string, first: string): Promise<number> {
  const old = (await namesIn(folder)).filter((name) => (FILE.exec(name)?.[1] ?? first) < first)
  for (const name of old) await rm(path.join(folder, name), { force: true })
  // Of a month that is over nothing is left; of this one there is still today's file.
  if (old.length > 0) await rmdir(folder).catch(() => {})
  return old.length
}

const namesIn = (folder: string): Promise<string[]> => readdir(folder).catch(() => [])
