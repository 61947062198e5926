import { describe, expect, test } from 'vitest'
import { verbsOf } from './version-verbs'

const verbs = (state: Parameters<typeof verbsOf>[0]['state'], tenants = 0) => verbsOf({ state, tenants, signature: 'signed' })

describe('what can be done with a version', () => {
  test('what lies in the registry can be installed', () => expect(verbs('available')).toEqual(['install']))
  test('what is installed can be activated or deleted', () => {
    expect(verbs('installed')).toEqual(['activate', 'remove'])
    expect(verbs('retired')).toEqual(['activate', 'remove'])
  })
  test('what serves can be switched off and deleted as long as nobody runs it', () => {
    expect(verbs('active')).toEqual(['deactivate', 'remove'])
    expect(verbs('active', 1)).toEqual([])
  })
  test('a quarantine can be lifted; a version that organizations run stays', () => {
    expect(verbs('quarantined')).toEqual(['release', 'remove'])
    expect(verbs('quarantined', 3)).toEqual(['release'])
  })
})
