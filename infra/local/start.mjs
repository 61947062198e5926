import { mkdirSync, readFileSync, readdirSync, writeFileSync } from 'node:fs'
import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { cacheOf } from './lib/places.mjs'
import { NotHere } from './lib/not-here.mjs'
import { portsFor } from './lib/ports.mjs'
import { EngineProcess, stopAll } from './lib/processes.mjs'
import { isOpen, until } from './lib/until.mjs'

const READY_MS = 30_000
const ENGINES = join(import.meta.dirname, 'engines')

/**
 * What a file of `engines/` exports as `engine`; the file's name is the engine's.
 * @typedef {object} Engine
 * @property {string} about one line for people
 * @property {Record<string, number>} ports where it listens unless told, by name
 * @property {(cache: string) => Promise<unknown>} install fetches what is missing into the cache; what it gives is `programs` below. @throws NotHere
 * @property {(at: Place) => Promise<void>} start launches its processes and does what must be done once
 * @property {(ports: Record<string, number>) => string} url what clients are given
 * @property {(ports: Record<string, number>) => Promise<boolean>} isReady true when the whole answers
 *
 * @typedef {object} Place
 * @property {string} folder its own, there already
 * @property {Record<string, number>} ports
 * @property {any} programs
 * @property {Record<string, any>} options what a caller wants of this engine alone
 * @property {(name: string, launch: import('./lib/processes.mjs').Launch) => Promise<void>} launch starts a process and waits until it answers
 */

/** Names of the engines, in alphabetical order. */
export const engineNames = () => readdirSync(ENGINES).filter((file) => file.endsWith('.mjs')).map((file) => file.slice(0, -'.mjs'.length)).toSorted()

/** @returns {Promise<Engine>} */
export async function engineOf(name) {
  if (!engineNames().includes(name)) throw new Error(`There is no engine ${name}; there are ${engineNames().join(', ')}.`)
  const { engine } = await import(`./engines/${name}.mjs`)
  return engine
}

/**
 * Fetches what an engine needs.
 * @returns {Promise<string | undefined>} why it cannot be had on this machine, in one line
 */
export async function whyNotHere(name) {
  const { install } = await engineOf(name)
  return install(cacheOf(name)).then(
    () => undefined,
    (error) => {
      if (error instanceof NotHere) return error.message
      throw error
    },
  )
}

/**
 * Starts an engine and waits until it answers.
 * @param {string} name
 * @param {object} [settings]
 * @param {string} [settings.folder] where it keeps its data; without one, a temporary folder that is removed at the stop
 * @param {0 | Record<string, number>} [settings.port] 0 for free ports, or some of them by name; without it, the engine's own
 * @param {boolean} [settings.bound] whether it ends when this process ends, as tests want it; true unless told
 * @param {Record<string, any>} [settings.options] what this engine alone takes
 * @throws NotHere where it cannot be had on this machine
 */
export async function startEngine(name, { folder, port, bound = true, options = {} } = {}) {
  const engine = await engineOf(name)
  const programs = await engine.install(cacheOf(name))
  const data = folder ?? (await mkdtemp(join(tmpdir(), `innoerp-${name}-`)))
  mkdirSync(data, { recursive: true })
  const ports = await portsFor(engine.ports, port)
  for (const [use, at] of Object.entries(ports)) if (await isOpen(at)) throw new Error(`port ${at} (${use}) is taken by another program`)
  const processes = {}
  const launch = async (process, spec) => {
    processes[process] = new EngineProcess({ folder: data, name: process, order: Object.keys(processes).length, bound, launch: spec })
    await processes[process].start()
  }
  try {
    await engine.start({ folder: data, ports, programs, options, launch })
    if (!(await until(READY_MS, () => engine.isReady(ports)))) throw new Error(`${name} was not ready after ${READY_MS / 1000} s`)
  } catch (error) {
    await stopAll(data)
    throw error
  }
  writeFileSync(join(data, 'engine.json'), JSON.stringify({ ports }))
  const stop = async () => {
    await stopAll(data)
    if (folder === undefined) await rm(data, { recursive: true, force: true, maxRetries: 5 })
  }
  return { name, url: engine.url(ports), ports, folder: data, processes, stop }
}

/** The ports that an engine in this folder was last started on; undefined where it never was. */
export function portsIn(folder) {
  try {
    return JSON.parse(readFileSync(join(folder, 'engine.json'), 'utf8')).ports
  } catch {
    return undefined
  }
}
