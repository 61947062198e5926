import { expect, test } from 'vitest'
import { draftOf, inputOf } from './plan-form'

test('modules written with commas become a list without doubles, and other limits stay', () => {
  const draft = draftOf({ name: 'Team', features: 'crm, hr,crm ', storage_mb: 2048 }, { storage_mb: 10, api_calls: 5 })
  expect(draft).toEqual({ name: 'Team', features: ['crm', 'hr'], limits: { api_calls: 5, storage_mb: 2048 } })
})

test('an empty storage is no limit', () => {
  expect(draftOf({ features: '*', storage_mb: null }, { storage_mb: 10 })).toEqual({ features: ['*'], limits: {} })
})

test('a plan is shown with its modules in one line', () => {
  const plan = { id: '1', name: 'Team', description: '', price_monthly: '9.00', price_yearly: '90.00', max_users: null, max_projects: 3, features: ['crm', 'hr'], limits: { storage_mb: 7 }, is_active: true }
  expect(inputOf(plan)).toMatchObject({ features: 'crm, hr', storage_mb: 7 })
})
