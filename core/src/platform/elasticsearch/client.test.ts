import { createServer, type RequestListener, type Server } from 'node:http'
import type { AddressInfo } from 'node:net'
import { afterEach, expect, test } from 'vitest'
import { answers, createClient } from './client.js'

let server: Server | undefined
afterEach(() => void server?.closeAllConnections())
afterEach(() => new Promise<void>((resolve) => (server ? server.close(() => resolve()) : resolve())))

/** Asks somebody who is only as much of an Elasticsearch as `listener` makes him. */
async function ask(listener: RequestListener): Promise<boolean> {
  server = createServer(listener)
  await new Promise<void>((resolve) => server?.listen(0, '127.0.0.1', resolve))
  const client = createClient(`http://elastic:s%C3%A9cret@127.0.0.1:${(server.address() as AddressInfo).port}`)
  return answers(client).finally(() => client.close())
}
const told = (status: number, body: object, product = 'Elasticsearch'): RequestListener => (_request, response) => void response.writeHead(status, { 'content-type': 'application/json', 'x-elastic-product': product }).end(JSON.stringify(body))
const version = (number: string) => ({ name: 'x', version: { number } })

test('user and password of the URL are sent as they were meant', async () => {
  let authorization: string | undefined
  expect(
    await ask((request, response) => {
      authorization = request.headers.authorization
      told(200, version('8.11.0'))(request, response as Parameters<RequestListener>[1])
    }),
  ).toBe(true)
  expect(authorization).toBe(`Basic ${Buffer.from('elastic:sécret').toString('base64')}`)
})

test.for([
  ['a wrong password', told(401, { error: 'no' }), 'ELASTICSEARCH_URL: its user or password is refused there.'],
  ['a version that is too old', told(200, version('7.17.9')), 'ELASTICSEARCH_URL: version 7.17.9 answers there; 8 is the oldest that can be used.'],
  ['another product', told(200, version('8.0.0'), 'Something'), 'ELASTICSEARCH_URL: what answers there is not Elasticsearch.'],
  ['a web server', told(404, {}, 'Something'), 'ELASTICSEARCH_URL: what answers there is not Elasticsearch (status 404).'],
] as const)('%s is one line that names the setting', async ([, listener, line]) => {
  await expect(ask(listener)).rejects.toThrow(line)
})

test('one that starts, or that nobody is, is no mistake of the settings', async () => {
  expect(await ask(told(503, { error: 'starting' }))).toBe(false)
  const client = createClient('http://127.0.0.1:1')
  expect(await answers(client).finally(() => client.close())).toBe(false)
})
