import type { Manifest } from '@innoerp/sdk/contract'
import { expect, test } from 'vitest'
import { permissionsOf } from './permissions.js'

const manifest = {
  permissions: { 'notes.read': 'See', 'notes.write': 'Change', 'notes.admin.purge': 'Purge' },
  roles: { employee: ['notes.read', 'notes.admin.*'] },
} as unknown as Manifest

test('administrators and managers may do everything in a module', () => {
  for (const type of ['admin', 'manager'] as const) expect([...permissionsOf(manifest, type)]).toEqual(['notes.read', 'notes.write', 'notes.admin.purge'])
})
test('the others may do what the manifest gives their role, and nothing else', () => {
  expect([...permissionsOf(manifest, 'employee')]).toEqual(['notes.read', 'notes.admin.purge'])
  expect([...permissionsOf(manifest, 'client')]).toEqual([])
})
