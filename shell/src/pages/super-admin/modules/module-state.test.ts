import { describe, expect, test } from 'vitest'
import type { ModuleVersion, VersionState } from '../../../clients/modules'
import { stateOf } from './module-state'

const version = (state: VersionState): ModuleVersion => ({ version: '1.0.0', state, signature: 'signed', isolation: 'inline', tenants: 0, size_bytes: 1, error: null })
const state = (versions: VersionState[], more: Partial<{ core: boolean; uninstalled_at: string; is_active: boolean }> = {}) =>
  stateOf({ core: false, uninstalled_at: null, is_active: true, ...more, versions: versions.map(version) })

describe('the state of a module', () => {
  test('is active while a version serves and it is open', () => {
    expect(state(['active', 'available'])).toBe('active')
    expect(state(['active'], { is_active: false })).toBe('closed')
  })
  test('is idle while nothing of it serves', () => expect(state(['installed', 'retired'])).toBe('idle'))
  test('a quarantine is said first', () => expect(state(['quarantined', 'active'], { is_active: false })).toBe('quarantined'))
  test('what is uninstalled is no more than that', () => expect(state(['quarantined'], { uninstalled_at: '2026-01-01T00:00:00Z' })).toBe('uninstalled'))
  test('the platform’s own parts have none', () => expect(state([], { core: true })).toBe('core'))
})
