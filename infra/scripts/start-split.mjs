// npm run start:split: every service in a process of its own on the loopback, over one PostgreSQL. Ctrl-C ends them all.
import { spawn } from 'node:child_process'
import { mkdirSync } from 'node:fs'
import { join } from 'node:path'
import { pathToFileURL } from 'node:url'
import { requireNode } from './lib/node-version.mjs'
import { root } from './lib/root.mjs'
import { isFresh, isInstalled, stepsOf } from './lib/steps.mjs'

const PORTS = { registry: 4873, tenant: 8001, auth: 8002, user: 8003, modules: 8004, monitoring: 8006, gateway: 8000 }

requireNode()
process.chdir(root)
if (!isInstalled() || !stepsOf().every(isFresh)) {
  const { setUp } = await import('./lib/set-up.mjs')
  if (!(await setUp())) process.exit(1)
}
const home = process.env.INNOERP_HOME ?? join(root, '.innoerp')
mkdirSync(home, { recursive: true })
const database = await openDatabase()
const urls = Object.fromEntries(Object.entries(PORTS).map(([name, port]) => [`${name.toUpperCase()}_URL`, `http://127.0.0.1:${port}`]))
const env = { ...process.env, ...urls, DATABASE_URL: database.url, INNOERP_HOME: home }
const children = new Map()
let isEnding = false

process.on('SIGINT', end)
process.on('SIGTERM', end)
for (const name of Object.keys(PORTS)) if (!isEnding) await start(name)

/** The one of DATABASE_URL, else the embedded one of the home. */
async function openDatabase() {
  if (process.env.DATABASE_URL) return { url: process.env.DATABASE_URL, stop: async () => {} }
  const { openEmbeddedDatabase } = await import(pathToFileURL(`${root}/core/dist/platform/database/embedded-database.js`).href)
  return openEmbeddedDatabase(home)
}

/** Resolves when the service is ready. In a group of its own it is not reached by the terminal's Ctrl-C: it is ended once, by `end`. */
function start(name) {
  const child = spawn(process.execPath, [join(root, 'core/dist/main.js')], { env: { ...env, INNOERP_SERVICE: name, PORT: String(PORTS[name]) }, stdio: ['ignore', 'pipe', 'inherit'], detached: true })
  children.set(name, child)
  return new Promise((resolve) => {
    child.stdout.setEncoding('utf8').on('data', (text) => {
      process.stdout.write(text)
      if (text.includes('is ready')) resolve()
    })
    child.once('exit', (code) => {
      children.delete(name)
      if (!isEnding) {
        console.error(`  the ${name} service ended with ${code}`)
        process.exitCode = 1
        end()
      }
      resolve()
    })
  })
}

async function end() {
  if (isEnding) return
  isEnding = true
  const gone = [...children.values()].map((child) => new Promise((resolve) => child.once('exit', resolve) && child.kill('SIGTERM')))
  await Promise.all(gone)
  await database.stop()
  process.exit()
}
