// Puts load on a server: wrk where there is one, else autocannon. Both answer {requestsPerSecond, p50, p99}.
import { spawn, spawnSync } from 'node:child_process'
import { readFileSync } from 'node:fs'

const CONNECTIONS = 64
const HAS_WRK = spawnSync('which', ['wrk']).status === 0

export const loadTool = HAS_WRK ? 'wrk' : 'autocannon'

/** `kind`: list, counted, read, create, path. Any answer that is not 2xx fails the run: both sides must do the same work. */
export async function putLoad({ port, kind, callers, seconds }) {
  const result = HAS_WRK ? await withWrk({ port, kind, callers, seconds }) : await withAutocannon({ port, kind, callers, seconds })
  if (result.errors > 0) throw new Error(`${kind} on :${port}: ${result.errors} of ${result.requests} requests failed`)
  return result
}

async function withWrk({ port, kind, callers, seconds }) {
  const args = ['-t1', `-c${CONNECTIONS}`, `-d${seconds}s`, '-s', new URL('requests.lua', import.meta.url).pathname, `http://127.0.0.1:${port}`]
  const child = spawn('wrk', args, { env: { ...process.env, BENCH_KIND: kind, BENCH_CALLERS: callers } })
  let text = ''
  for (const stream of [child.stdout, child.stderr]) stream.on('data', (part) => (text += part))
  await new Promise((resolve) => child.once('exit', resolve))
  const found = /RESULT (\{.*\})/.exec(text)?.[1]
  if (!found) throw new Error(`wrk failed: ${text}`)
  const { requests, duration, p50, p99, errors } = JSON.parse(found)
  return { requests, errors, p50, p99, requestsPerSecond: requests / (duration / 1e6) }
}

async function withAutocannon({ port, kind, callers, seconds }) {
  const { default: autocannon } = await import('autocannon')
  const path = { list: () => '/api/v1/projects?limit=20&total=false', counted: () => '/api/v1/projects?limit=20', read: (id) => `/api/v1/projects/${id}`, create: () => '/api/v1/projects', path: (path) => path }[kind]
  const requests = readFileSync(callers, 'utf8').trim().split('\n').map((line) => {
    const [host, token, id] = line.split(' ')
    const headers = { host, authorization: `Bearer ${token}`, ...(kind === 'create' && { 'content-type': 'application/json' }) }
    return { method: kind === 'create' ? 'POST' : 'GET', path: path(id), headers, ...(kind === 'create' && { body: '{"name":"Made by the benchmark"}' }) }
  })
  const result = await autocannon({ url: `http://127.0.0.1:${port}`, connections: CONNECTIONS, duration: seconds, requests })
  return { requests: result.requests.total, errors: result.non2xx + result.errors, p50: result.latency.p50, p99: result.latency.p99, requestsPerSecond: result.requests.total / result.duration }
}
