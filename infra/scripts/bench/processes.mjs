// Starts a process on one core, waits until it answers, and tells what it costs.
import { spawn, spawnSync } from 'node:child_process'
import { readFileSync } from 'node:fs'
import http from 'node:http'
import { createServer } from 'node:net'
import { setTimeout as sleep } from 'node:timers/promises'

const HAS_TASKSET = spawnSync('taskset', ['--version']).status === 0

/** `command` pinned to `core`; unpinned where taskset is missing. */
export const onCore = (core, command) => (HAS_TASKSET ? ['taskset', '-c', String(core), ...command] : command)

/** This process and all it starts from now on work on `core`. */
export function pinSelf(core) {
  if (HAS_TASKSET) spawnSync('taskset', ['-a', '-p', '-c', String(core), String(process.pid)])
}

export const freePort = () =>
  new Promise((resolve, reject) => {
    const server = createServer().once('error', reject)
    server.listen(0, '127.0.0.1', () => {
      const { port } = server.address()
      server.close(() => resolve(port))
    })
  })

/** One request with a Host header; `{status, headers, text}`. */
export function ask({ port, host = 'localhost', path, method = 'GET', headers = {}, json }) {
  const body = json === undefined ? undefined : JSON.stringify(json)
  const all = { host: `${host}:${port}`, ...(body && { 'content-type': 'application/json', 'content-length': Buffer.byteLength(body) }), ...headers }
  return new Promise((resolve, reject) => {
    const request = http.request({ host: '127.0.0.1', port, path, method, headers: all }, (response) => {
      let text = ''
      response.setEncoding('utf8').on('data', (part) => (text += part)).on('end', () => resolve({ status: response.statusCode, headers: response.headers, text }))
    })
    request.on('error', reject)
    request.end(body)
  })
}

/** Starts a server; resolves when `/health/ready` says 200, with the milliseconds it took. */
export async function startServer({ command, env, port, seconds = 120 }) {
  const startedAt = performance.now()
  const child = spawn(command[0], command.slice(1), { env: { ...process.env, ...env }, stdio: ['ignore', 'pipe', 'pipe'], detached: true })
  let said = ''
  for (const stream of [child.stdout, child.stderr]) stream.on('data', (text) => (said = (said + text).slice(-4000)))
  const exited = new Promise((resolve) => child.once('exit', resolve))
  while (performance.now() - startedAt < seconds * 1000 && child.exitCode === null) {
    const answer = await ask({ port, path: '/health/ready' }).catch(() => undefined)
    if (answer?.status === 200) return { child, port, readyMs: performance.now() - startedAt, stop: () => stop(child, exited) }
    await sleep(5)
  }
  await stop(child, exited)
  throw new Error(`${command.join(' ')} did not become ready: ${said}`)
}

async function stop(child, exited) {
  if (child.exitCode !== null) return
  process.kill(-child.pid, 'SIGTERM')
  const timer = setTimeout(() => process.kill(-child.pid, 'SIGKILL'), 15_000)
  await exited
  clearTimeout(timer)
}

/** Resident memory of a process in MiB. */
export const residentMiB = (pid) => Number(/VmRSS:\s+(\d+)/.exec(readFileSync(`/proc/${pid}/status`, 'utf8'))?.[1] ?? 0) / 1024
