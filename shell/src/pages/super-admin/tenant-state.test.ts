import { describe, expect, test } from 'vitest'
import { stateOf } from './tenant-state'

const now = new Date('2026-11-24T12:00:00Z')
const state = (facts: Partial<Parameters<typeof stateOf>[0]>) => stateOf({ is_active: true, trial_ends_at: null, plan_name: null, deleted_at: null, ...facts }, now)

describe('stateOf', () => {
  test('is a trial until its end, and expired from then on', () => {
    expect(state({ trial_ends_at: '2026-11-24T12:00:01Z' })).toBe('trial')
    expect(state({ trial_ends_at: '2026-11-24T12:00:00Z' })).toBe('expired')
  })
  test('is active without a trial, or with a plan', () => {
    expect(state({})).toBe('active')
    expect(state({ trial_ends_at: '2026-11-24T12:00:00Z', plan_name: 'Pro' })).toBe('active')
  })
  test('is inactive whatever the trial says, and deleted whatever else it is', () => {
    expect(state({ is_active: false, trial_ends_at: '2027-01-01T00:00:00Z' })).toBe('inactive')
    expect(state({ is_active: false, deleted_at: '2026-11-20T00:00:00Z' })).toBe('deleted')
  })
})
