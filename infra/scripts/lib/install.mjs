import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { root } from './root.mjs'
import { run } from './run.mjs'

/** Whether node_modules holds what the lock file says. npm keeps its own account of what it has installed; that is compared. */
export function matchesLockFile(folder = root) {
  const wanted = packagesIn(join(folder, 'package-lock.json'))
  const found = packagesIn(join(folder, 'node_modules/.package-lock.json'))
  if (!wanted || !found) return false
  return Object.entries(wanted).every(([path, entry]) => {
    if (path === '' || !path.includes('node_modules/')) return true
    const installed = found[path]
    if (!installed) return entry.optional === true || entry.peer === true
    return installed.version === entry.version && installed.integrity === entry.integrity
  })
}

function packagesIn(file) {
  try {
    return JSON.parse(readFileSync(file, 'utf8')).packages
  } catch {
    return undefined
  }
}

/** Installs what the lock file says, tools included: what is started here is also built here. */
export async function install() {
  const npm = process.env.npm_execpath
  const args = ['ci', '--include=dev', '--no-audit', '--no-fund', '--loglevel=error']
  await (npm?.endsWith('.js') ? run(process.execPath, [npm, ...args]) : run('npm', args))
}
