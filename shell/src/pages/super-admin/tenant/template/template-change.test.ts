import { expect, test } from 'vitest'
import type { Subscription } from '../../../../clients/billing'
import type { TemplateModule } from '../../../../clients/industries'
import { changeOf } from './template-change'

const module = (id: string, is_required: boolean) => ({ id, module_id: id, module_name: id, is_required }) as TemplateModule
const template = [module('projects', true), module('hr', true), module('crm', false)]
const assigned = ['projects', 'crm', 'finance'].map((id) => ({ id, module_name: id }))
const subscription = (status: Subscription['status'], ...features: string[]) => ({ status, plan: { features } }) as unknown as Subscription
const idsOf = (change: ReturnType<typeof changeOf>) => Object.fromEntries(Object.entries(change).map(([what, all]) => [what, (all as { id: string }[]).map(({ id }) => id)]))

test('without a plan required ones come, and all others go', () =>
  expect(idsOf(changeOf({ template, assigned, subscription: undefined }))).toEqual({ added: ['hr'], kept: ['projects'], removed: ['crm', 'finance'], left: ['crm'] }))

test('an optional one comes with a plan that holds it and is paid for', () => {
  expect(idsOf(changeOf({ template, assigned: [], subscription: subscription('active', 'crm') })).added).toEqual(['projects', 'hr', 'crm'])
  expect(idsOf(changeOf({ template, assigned: [], subscription: subscription('past_due', '*') })).added).toContain('crm')
  expect(idsOf(changeOf({ template, assigned: [], subscription: subscription('trialing', '*') })).left).toEqual(['crm'])
  expect(idsOf(changeOf({ template, assigned: [], subscription: subscription('active', 'hr') })).left).toEqual(['crm'])
})
