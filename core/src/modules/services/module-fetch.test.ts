import type { Context } from '@innoerp/sdk/contract'
import http from 'node:http'
import type { AddressInfo } from 'node:net'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { moduleErrors } from '../module-errors.js'
import type { Capabilities } from './capabilities.js'
import { createModuleFetch } from './module-fetch.js'

interface Seen {
  method: string | undefined
  url: string | undefined
  headers: http.IncomingHttpHeaders
  body: string
}

const servers: http.Server[] = []
const seen: Seen[] = []
let port = 0
let otherPort = 0

async function listen(): Promise<number> {
  const server = http.createServer(async (req, res) => {
    let body = ''
    for await (const chunk of req) body += String(chunk)
    seen.push({ method: req.method, url: req.url, headers: req.headers, body })
    const to = new URL(req.url ?? '/', 'http://x').searchParams.get('to')
    if (req.url === '/again') return void res.writeHead(302, { location: '/again' }).end()
    if (to) return void res.writeHead(302, { location: to }).end()
    if (req.url === '/endless') return void setInterval(() => res.write(Buffer.alloc(1_000_000)), 1).unref()
    if (req.url === '/silent') return
    res.writeHead(201, { 'x-answer': 'yes' }).end('hello')
  })
  servers.push(server)
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  return (server.address() as AddressInfo).port
}
beforeAll(async () => {
  port = await listen()
  otherPort = await listen()
})
afterAll(() => {
  for (const server of servers) {
    server.closeAllConnections()
    server.close()
  }
})

const ctxWith = (signal: AbortSignal): Context => ({ organization: { id: 'o' }, user: { id: 'u', email: '', user_type: 'admin' }, requestId: 'r', signal }) as Context

interface Request {
  url: string
  method?: string
  headers?: Record<string, string>
  body?: string
}

function ask(granted: string[], { url, ...init }: Request, { isDevelopment = true, signal = new AbortController().signal } = {}) {
  const has: Capabilities['has'] = (_module, word) => granted.includes(word)
  const assert: Capabilities['assert'] = async (_ctx, module_id, capability) => {
    if (!has(module_id, capability)) throw moduleErrors.CAPABILITY_MISSING({ values: { module_id, capability } })
  }
  return createModuleFetch({ capabilities: { has, assert }, isDevelopment })('notes')(ctxWith(signal), url, init)
}
const here = () => `network:127.0.0.1:${port}`

test('a granted address is asked and its answer comes back whole', async () => {
  const answer = await ask([here()], { url: `http://127.0.0.1:${port}/a?b=1`, method: 'POST', headers: { 'x-mine': '1', host: 'evil.example' }, body: 'text' })
  expect([answer.status, answer.headers.get('x-answer'), await answer.text()]).toEqual([201, 'yes', 'hello'])
  expect(seen.at(-1)).toMatchObject({ method: 'POST', url: '/a?b=1', body: 'text', headers: { 'x-mine': '1', host: `127.0.0.1:${port}` } })
})

test.each(['https://example.org/', 'http://example.com:8080/', 'http://sub.example.com/'])('%s is not what network:example.com grants', async (url) => {
  await expect(ask(['network:example.com'], { url })).rejects.toMatchObject({ code: 'MODULE_CAPABILITY_MISSING' })
})

test.each(['ftp://example.com/', 'file:///etc/passwd', 'http://user:secret@example.com/', 'nonsense', 'javascript:alert(1)'])('%s is no address to ask', async (url) => {
  await expect(ask(['network:example.com'], { url })).rejects.toMatchObject({ code: 'FETCH_URL' })
})

test('a name that leads into a closed network is refused, however it is granted', async () => {
  const before = seen.length
  await expect(ask(['network:localhost', `network:localhost:${port}`], { url: `http://localhost:${port}/` })).rejects.toMatchObject({ code: 'FETCH_ADDRESS' })
  await expect(ask(['network:127.0.0.1'], { url: 'http://127.0.0.1/' })).rejects.toMatchObject({ code: 'FETCH_ADDRESS' })
  await expect(ask(['network:[::1]'], { url: 'http://[::1]/' })).rejects.toMatchObject({ code: 'FETCH_ADDRESS' })
  await expect(ask([here()], { url: `http://127.0.0.1:${port}/` }, { isDevelopment: false })).rejects.toMatchObject({ code: 'FETCH_ADDRESS' })
  // The same address in other clothes.
  await expect(ask(['network:127.0.0.1'], { url: 'http://0x7f000001/' })).rejects.toMatchObject({ code: 'FETCH_ADDRESS' })
  expect(seen).toHaveLength(before)
})

test('each redirect is checked like the first address', async () => {
  const to = (target: string) => ({ url: `http://127.0.0.1:${port}/?to=${encodeURIComponent(target)}` })
  await expect(ask([here()], to(`http://127.0.0.1:${otherPort}/`))).rejects.toMatchObject({ code: 'MODULE_CAPABILITY_MISSING' })
  await expect(ask([here(), 'network:169.254.169.254'], to('http://169.254.169.254/latest'))).rejects.toMatchObject({ code: 'FETCH_ADDRESS' })
  await expect(ask([here()], to('file:///etc/passwd'))).rejects.toMatchObject({ code: 'FETCH_URL' })
  const answer = await ask([here(), `network:127.0.0.1:${otherPort}`], { ...to(`http://127.0.0.1:${otherPort}/next`), method: 'POST', body: 'x', headers: { authorization: 'Bearer secret', 'x-kept': '1' } })
  expect(answer.status).toBe(201)
  expect(seen.at(-1)).toMatchObject({ method: 'GET', url: '/next', body: '', headers: { 'x-kept': '1' } })
  expect(seen.at(-1)?.headers.authorization).toBeUndefined()
})

test('redirects without end, answers without end and silence are given up', async () => {
  await expect(ask([here()], { url: `http://127.0.0.1:${port}/?to=/once` })).resolves.toMatchObject({ status: 201 })
  await expect(ask([here()], { url: `http://127.0.0.1:${port}/again` })).rejects.toMatchObject({ code: 'FETCH_TOO_MANY_REDIRECTS' })
  await expect(ask([here()], { url: `http://127.0.0.1:${port}/endless` })).rejects.toMatchObject({ code: 'FETCH_TOO_LARGE' })
  await expect(ask([here()], { url: `http://127.0.0.1:${port}/silent` }, { signal: AbortSignal.timeout(200) })).rejects.toMatchObject({ code: 'FETCH_FAILED' })
  await expect(ask([`network:127.0.0.1:1`], { url: 'http://127.0.0.1:1/' })).rejects.toMatchObject({ code: 'FETCH_FAILED' })
})
