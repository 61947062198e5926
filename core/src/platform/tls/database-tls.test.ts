import { mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { expect, test } from 'vitest'
import { databaseTlsOf } from './database-tls.js'

const asked = (query: string) => databaseTlsOf(new URL(`postgres://erp@db/innoerp?${query}`).searchParams)

test('modes that promise TLS check the server; an authority comes from its file', async () => {
  expect([asked(''), asked('sslmode=disable'), asked('sslmode=prefer')]).toEqual([undefined, undefined, undefined])
  expect([asked('sslmode=require'), asked('sslmode=verify-full')]).toEqual([true, true])
  const folder = await mkdtemp(path.join(tmpdir(), 'innoerp-authority-'))
  const file = path.join(folder, 'ca.pem')
  await writeFile(file, 'an authority')
  expect(asked(`sslmode=verify-full&sslrootcert=${encodeURIComponent(file)}`)).toEqual({ ca: Buffer.from('an authority') })
  expect(asked(`sslmode=verify-ca&sslrootcert=${encodeURIComponent(file)}`)).toMatchObject({ checkServerIdentity: expect.any(Function) })
  await rm(folder, { recursive: true })
})
