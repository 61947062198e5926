// npm run engines -- up|down|status [names]: the engines that innoERP can run on, without Docker, on this machine's loopback.
import { join } from 'node:path'
import { NotHere } from './lib/not-here.mjs'
import { home } from './lib/places.mjs'
import { running, stopAll } from './lib/processes.mjs'
import { engineNames, engineOf, portsIn, startEngine } from './start.mjs'

const COMMANDS = { up, down, status }

const [command, ...names] = process.argv.slice(2)
if (!Object.hasOwn(COMMANDS, command ?? '')) {
  console.error(`npm run engines -- up|down|status [names]; there are ${engineNames().join(', ')}.`)
  process.exit(2)
}
const unknown = names.find((name) => !engineNames().includes(name))
if (unknown) {
  console.error(`There is no engine ${unknown}; there are ${engineNames().join(', ')}.`)
  process.exit(2)
}
for (const name of inOrder(names.length > 0 ? names : engineNames(), command)) {
  const [line, isFine = true] = await COMMANDS[command](name, join(home(), name))
  console.log(`${isFine ? '✓' : '✗'} ${name.padEnd(15)} ${line}`)
  if (!isFine) process.exitCode = 1
}

/** What stands before another engine starts after it and ends before it. */
function inOrder(list, verb) {
  const last = new Set(['pgbouncer'])
  const sorted = list.toSorted((a, b) => Number(last.has(a)) - Number(last.has(b)))
  return verb === 'down' ? sorted.toReversed() : sorted
}

async function up(name, folder) {
  if (running(folder).length > 0) return status(name, folder)
  try {
    const { url } = await startEngine(name, { folder, bound: false })
    return [`runs at ${url}`]
  } catch (error) {
    return [error instanceof NotHere ? `cannot be had here: ${error.message}` : `did not start: ${error.message}`, false]
  }
}

async function down(name, folder) {
  const wasUp = running(folder).length > 0
  await stopAll(folder)
  return [wasUp ? 'stopped' : 'was not running']
}

async function status(name, folder) {
  const ports = portsIn(folder)
  if (!ports || running(folder).length === 0) return ['does not run']
  const { isReady, url } = await engineOf(name)
  return (await isReady(ports)) ? [`runs at ${url(ports)}`] : [`runs, but does not answer at ${url(ports)}; its logs are in ${folder}`, false]
}
