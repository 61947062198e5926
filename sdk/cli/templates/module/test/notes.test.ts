import { createTestHost, proveIsolation, type TestHost } from '@innoerp/sdk/testing'
import { resolve } from 'node:path'
import { afterAll, beforeAll, expect, test } from 'vitest'
import type { Note } from '../src/shared/note.js'

const NOTES = '/api/v1/my-module/notes'

/** A whole host with this module, on a PostgreSQL of its own, and two organizations: acme and globex. */
let host: TestHost
beforeAll(async () => {
  host = await createTestHost({ module: resolve(import.meta.dirname, '..') })
})
afterAll(() => host?.close())

test('a note and its event are one', async () => {
  const note = await host.acme.admin.post<Note>(NOTES, { title: 'Call back' }).expect(201)
  expect(note).toMatchObject({ title: 'Call back', body: '', version: 1 })
  expect(await host.events('my_module.note.created')).toMatchObject([{ data: { note_id: note.id, title: 'Call back' } }])
})

test('a note without a title is refused', async () => {
  await host.acme.admin.post(NOTES, { title: ' ' }).expect(400)
})

test('a note is due when the organization has set it, unless it says otherwise', async () => {
  await host.acme.admin.request('PUT', '/api/v1/modules/my-module/settings', { json: { due_in_days: 365 } }).expect(200)
  const { due_on } = await host.acme.admin.post<Note>(NOTES, { title: 'Next year' }).expect(201)
  expect(Number(new Date(due_on ?? '')) - Date.now()).toBeGreaterThan(363 * 86_400_000)
  expect(await host.acme.admin.post(NOTES, { title: 'Soon', due_on: '2030-01-02' }).expect(201)).toMatchObject({ due_on: '2030-01-02' })
})

test('employees write notes, clients see none', async () => {
  const employee = await host.acme.person('employee')
  await employee.post(NOTES, { title: 'From the workshop' }).expect(201)
  const client = await host.acme.person('client')
  await client.get(NOTES).expect(403)
})

test('no organization reaches what belongs to another', async () => {
  expect(await proveIsolation(host)).toEqual([])
})
