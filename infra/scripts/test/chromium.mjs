import { accessSync, constants, existsSync } from 'node:fs'
import { delimiter, join } from 'node:path'
import { shown } from '../lib/progress.mjs'
import { run } from '../lib/run.mjs'

const NAMES = ['chromium', 'chromium-browser', 'google-chrome', 'google-chrome-stable', 'chrome']
const PLACES = ['/Applications/Google Chrome.app/Contents/MacOS/Google Chrome', '/Applications/Chromium.app/Contents/MacOS/Chromium']

/**
 * The browser for the tests: the one of CHROMIUM_PATH, else one that is installed, else, for root on Debian, Debian's, installed now.
 * @returns {Promise<{path?: string, why?: string}>} `why` says in one line what a person can do where there is none
 */
export async function chromium() {
  const named = process.env.CHROMIUM_PATH
  if (named) return isExecutable(named) ? { path: named } : { why: `CHROMIUM_PATH names ${named}, which cannot be run.` }
  const found = find()
  if (found) return { path: found }
  if (!isRootOnDebian()) return { why: 'No Chromium was found. Install one (Debian: apt-get install chromium) or name it in CHROMIUM_PATH.' }
  try {
    await shown('installing Chromium (apt-get)', installFromDebian)
  } catch (error) {
    return { why: `Chromium could not be installed: ${error.message.trim().split('\n').at(-1)}. Install one or name it in CHROMIUM_PATH.` }
  }
  return { path: find() }
}

const find = () => [...pathsOf(NAMES), ...PLACES].find(isExecutable)

const pathsOf = (names) => (process.env.PATH ?? '').split(delimiter).flatMap((folder) => names.map((name) => join(folder, name)))

function isExecutable(path) {
  try {
    accessSync(path, constants.X_OK)
    return true
  } catch {
    return false
  }
}

const isRootOnDebian = () => process.getuid?.() === 0 && existsSync('/etc/debian_version')

async function installFromDebian() {
  const env = { ...process.env, DEBIAN_FRONTEND: 'noninteractive' }
  await run('apt-get', ['update', '-q'], { env })
  await run('apt-get', ['install', '-y', '-q', '--no-install-recommends', 'chromium'], { env })
}
