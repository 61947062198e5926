import { describe, expect, test } from 'vitest'
import { stateOf } from './tenant-state'

const now = new Date('2026-11-24T12:00:00Z')
const state = (is_active: boolean, trial_ends_at: string | null) => stateOf({ is_active, trial_ends_at }, now)

describe('stateOf', () => {
  test('is a trial until its end', () => {
    expect(state(true, '2026-11-24T12:00:01Z')).toBe('trial')
    expect(state(true, '2026-11-24T12:00:00Z')).toBe('active')
  })

  test('is active without a trial', () => expect(state(true, null)).toBe('active'))
  test('is inactive whatever the trial says', () => expect(state(false, '2027-01-01T00:00:00Z')).toBe('inactive'))
})
