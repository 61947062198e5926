import { accessSync, constants, existsSync, mkdirSync } from 'node:fs'
import { delimiter, join } from 'node:path'
import { run } from '../../scripts/lib/run.mjs'
import { shown } from '../../scripts/lib/progress.mjs'
import { NotHere } from './not-here.mjs'

/** The path of an installed program, or undefined. */
export const onPath = (name) => [...(process.env.PATH ?? '').split(delimiter), '/usr/sbin', '/usr/local/sbin'].map((folder) => join(folder, name)).find(canRun)

function canRun(path) {
  try {
    accessSync(path, constants.X_OK)
    return true
  } catch {
    return false
  }
}

/**
 * A program that is installed, or, for root on Debian, installed now.
 * @throws NotHere
 */
export async function fromDebian(program, packageName) {
  const found = onPath(program)
  if (found) return found
  if (process.getuid?.() !== 0 || !existsSync('/etc/debian_version')) throw new NotHere(`${program} is not on PATH; install it (Debian: apt-get install ${packageName})`)
  const env = { ...process.env, DEBIAN_FRONTEND: 'noninteractive', RUNLEVEL: '1' }
  await fetched(`installing ${packageName} (apt-get)`, async () => {
    await run('apt-get', ['update', '-q'], { env })
    await run('apt-get', ['install', '-y', '-q', '--no-install-recommends', packageName], { env })
  })
  const installed = onPath(program)
  if (!installed) throw new NotHere(`apt-get installed ${packageName}, but ${program} is not on PATH`)
  return installed
}

/**
 * A package of npm in the cache, where the checkout does not depend on it.
 * @returns the folder whose node_modules hold it
 * @throws NotHere
 */
export async function fromNpm(cache, spec) {
  const name = spec.slice(0, spec.lastIndexOf('@'))
  if (!existsSync(join(cache, 'node_modules', name, 'package.json'))) {
    mkdirSync(cache, { recursive: true })
    await fetched(`fetching ${spec} (npm)`, () => run('npm', ['install', '--prefix', cache, '--no-audit', '--no-fund', '--ignore-scripts', spec]))
  }
  return cache
}

/**
 * A Go program built into the cache.
 * @throws NotHere where there is no Go or no such module
 */
export async function fromGo(cache, { module, program }) {
  const binary = join(cache, program)
  if (existsSync(binary)) return binary
  if (!onPath('go')) throw new NotHere(`go is not on PATH; it builds ${module}`)
  mkdirSync(cache, { recursive: true })
  await fetched(`building ${module} (go)`, () => run('go', ['install', module], { env: { ...process.env, GOBIN: cache } }))
  return binary
}

/** Says what is being fetched; a failure becomes one line. */
export async function fetched(label, task) {
  try {
    return await shown(label, task)
  } catch (error) {
    throw new NotHere(`${label} failed: ${error.message.trim().split('\n').at(-1)}`)
  }
}
