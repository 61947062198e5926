import { linkSync, mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { setTimeout as sleep } from 'node:timers/promises'
import { root } from './root.mjs'

const OF_CHECKOUT = join(root, 'infra/build/set-up.lock')
const POLL_MS = 200

/** Does the work while no other process of this checkout does such work: two hosts may be started at once. */
export async function withLock(work, file = OF_CHECKOUT) {
  mkdirSync(dirname(file), { recursive: true })
  await take(file)
  const release = () => rmSync(file, { force: true })
  process.once('exit', release)
  try {
    return await work()
  } finally {
    process.off('exit', release)
    release()
  }
}

async function take(file) {
  let said = false
  while (!tryToTake(file)) {
    const pid = holder(file)
    if (!isAlive(pid)) {
      rmSync(file, { force: true })
      continue
    }
    if (!said) console.log(`  … another process (${pid}) sets up this checkout; waiting for it`)
    said = true
    await sleep(POLL_MS)
  }
}

/** The file appears with its content in one step: nobody may take an empty one for that of a process that is gone. */
function tryToTake(file) {
  const own = `${file}.${process.pid}`
  writeFileSync(own, String(process.pid))
  try {
    linkSync(own, file)
    return true
  } catch (error) {
    if (error.code !== 'EEXIST') throw error
    return false
  } finally {
    rmSync(own, { force: true })
  }
}

function holder(file) {
  try {
    return Number(readFileSync(file, 'utf8'))
  } catch {
    return 0
  }
}

function isAlive(pid) {
  if (!(pid > 0)) return false
  try {
    process.kill(pid, 0)
    return true
  } catch (error) {
    return error.code === 'EPERM'
  }
}
