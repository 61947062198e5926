import { expect, test } from 'vitest'
import { isOn, type FeatureFlag } from './index.js'

const flag = (change: Partial<FeatureFlag>): FeatureFlag => ({ key: 'new-board', description: '', enabled: true, percent: null, organizations: [], created_at: '', updated_at: '', ...change })
const organizations = Array.from({ length: 2_000 }, (_, at) => `organization ${at}`)
const share = (change: Partial<FeatureFlag>) => organizations.filter((id) => isOn(flag(change), id))

test('a share is about that share, and a greater one only adds', () => {
  const [ten, thirty] = [share({ percent: 10 }), share({ percent: 30 })]
  expect(ten.length).toBeGreaterThan(140)
  expect(ten.length).toBeLessThan(260)
  expect(ten.every((id) => thirty.includes(id))).toBe(true)
  expect([share({ percent: 0 }).length, share({ percent: 100 }).length]).toEqual([0, 2_000])
})
test('named organizations have it, alone or beside a share; switched off nobody has it', () => {
  expect(share({ organizations: ['organization 7'] })).toEqual(['organization 7'])
  expect(share({ organizations: ['organization 7'], percent: 10 })).toContain('organization 7')
  expect(share({ enabled: false, percent: 100, organizations: ['organization 7'] })).toEqual([])
  expect(share({}).length).toBe(2_000)
})
