import { mkdirSync, renameSync, writeFileSync } from 'node:fs'
import { dirname } from 'node:path'
import { forget } from './fingerprint.mjs'
import { perform } from './build-steps.mjs'
import { install, matchesLockFile } from './install.mjs'
import { withLock } from './lock.mjs'
import { shown } from './progress.mjs'
import { endChildrenOnSignals } from './run.mjs'
import { isFresh, isInstalled, lockState, stampFile, stateOf, stepsOf } from './steps.mjs'

const AT_ONCE = 2

/**
 * Installs and builds what is missing or has changed, everything where `force` is set.
 * @returns whether that went well; what went wrong is printed
 */
export async function setUp({ force = false } = {}) {
  const stopPassingOn = endChildrenOnSignals()
  try {
    await withLock(async () => {
      forget()
      await ensureInstalled()
      await buildSteps(stepsOf().filter((step) => force || !isFresh(step)), force)
    })
    return true
  } catch (error) {
    console.error(`\n${error.message}\n\ninnoERP could not be set up; the lines above say why.`)
    return false
  } finally {
    stopPassingOn()
  }
}

async function ensureInstalled() {
  if (isInstalled()) return
  if (!matchesLockFile()) await shown('installing libraries (npm ci; the first time takes a minute or two)', install)
  stamp('install', lockState())
}

/** Runs the steps, each as soon as those before it are done, two at a time. */
async function buildSteps(steps, force) {
  const left = new Map(steps.map((step) => [step.name, step]))
  const running = new Map()
  const isReady = ({ name, after }) => !running.has(name) && after.every((before) => !left.has(before))
  while (left.size > 0) {
    for (const step of [...left.values()].filter(isReady).slice(0, AT_ONCE - running.size)) running.set(step.name, build(step, force))
    const done = await Promise.race(running.values())
    running.delete(done)
    left.delete(done)
  }
}

async function build(step, force) {
  // Taken before the work: a file that changes meanwhile makes the step run again next time.
  const state = stateOf(step)
  await shown(`building ${step.name}`, () => perform(step, { force }))
  stamp(step.name, state)
  return step.name
}

/** A new file takes the old one's place: a checkout whose libraries are linked from another's would else write into that one's stamp. */
function stamp(name, content) {
  const file = stampFile(name)
  mkdirSync(dirname(file), { recursive: true })
  writeFileSync(`${file}.new`, content)
  renameSync(`${file}.new`, file)
}
