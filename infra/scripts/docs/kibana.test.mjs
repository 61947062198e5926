import { once } from 'node:events'
import { readFileSync } from 'node:fs'
import { createServer } from 'node:http'
import { expect, test } from 'vitest'
import { importObjects } from '../../kibana/import.mjs'
import { FILE, renderObjects } from '../../kibana/saved-objects.mjs'

const text = readFileSync(FILE, 'utf8')
const objects = text.trimEnd().split('\n').map((line) => JSON.parse(line))

test('the saved objects are as panels.mjs says (node infra/kibana/saved-objects.mjs)', () => {
  expect(text).toBe(renderObjects())
})

test('every id is there once and every reference resolves', () => {
  const ids = objects.map(({ type, id }) => `${type}/${id}`)
  expect(new Set(ids).size).toBe(ids.length)
  expect(objects.flatMap(({ references }) => references.map(({ type, id }) => `${type}/${id}`)).filter((reference) => !ids.includes(reference))).toEqual([])
})

test('a dashboard shows each of its panels, none over another', () => {
  for (const { attributes, references } of objects.filter(({ type }) => type === 'dashboard')) {
    const panels = JSON.parse(attributes.panelsJSON)
    expect(panels.map(({ panelIndex, panelRefName }) => `${panelIndex}:${panelRefName}`)).toEqual(references.map(({ name }) => name))
    expect(new Set(panels.map(({ gridData: { x, y } }) => `${x} ${y}`)).size).toBe(panels.length)
  }
})

test('the import sends all of them with user and password, and says in one line what Kibana does not take', async () => {
  let seen
  const server = createServer(async (request, response) => {
    const parts = []
    for await (const part of request) parts.push(part)
    seen = { url: request.url, headers: request.headers, body: Buffer.concat(parts).toString('utf8') }
    const isKnown = seen.headers.authorization === `Basic ${Buffer.from('ann:p@ss').toString('base64')}`
    response.writeHead(isKnown ? 200 : 401, { 'content-type': 'application/json' }).end(JSON.stringify(isKnown ? { success: true, successCount: objects.length } : { message: 'Unauthorized' }))
  }).listen(0, '127.0.0.1')
  await once(server, 'listening')
  const { port } = server.address()
  try {
    expect(await importObjects(`http://ann:p%40ss@127.0.0.1:${port}/kibana/`)).toBe(objects.length)
    expect(seen).toMatchObject({ url: '/kibana/api/saved_objects/_import?overwrite=true', headers: { 'kbn-xsrf': 'innoerp' } })
    expect(seen.body).toContain(text)
    await expect(importObjects(`http://127.0.0.1:${port}`)).rejects.toThrow('KIBANA_URL: Kibana took 0 objects (status 401). Unauthorized')
  } finally {
    server.close()
  }
  await expect(importObjects(`http://127.0.0.1:${port}`)).rejects.toThrow(`KIBANA_URL: nobody answers at http://127.0.0.1:${port}`)
})
