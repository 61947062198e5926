import { describe, expect, test } from 'vitest'
import { CORE_PERMISSIONS, corePermissionsOf, invitableBy } from './core-permissions'

describe('corePermissionsOf', () => {
  test('lets an administrator do everything', () => {
    expect(corePermissionsOf('admin').toSorted()).toEqual(Object.values(CORE_PERMISSIONS).toSorted())
  })

  test('lets a manager invite, and an employee only look', () => {
    expect(corePermissionsOf('manager')).toEqual(['users.read', 'users.invite'])
    expect(corePermissionsOf('employee')).toEqual(['users.read'])
  })

  test.each(['client', 'supplier'] as const)('shows a %s nothing of the organization', (type) => {
    expect(corePermissionsOf(type)).toEqual([])
  })
})

describe('invitableBy', () => {
  test('an administrator invites everybody', () => expect(invitableBy('admin')).toContain('admin'))
  test('a manager invites those below', () => expect(invitableBy('manager')).toEqual(['employee', 'client', 'supplier']))
  test('an employee invites nobody', () => expect(invitableBy('employee')).toEqual([]))
})
