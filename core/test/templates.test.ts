import { afterAll, beforeAll, expect, test } from 'vitest'
import { createTestHost, type TestHost } from '@innoerp/core/testing'
import { ALL_MODULES } from './support/modules.js'

let host: TestHost

beforeAll(async () => {
  host = await createTestHost({ modules: ALL_MODULES })
})
afterAll(() => host?.close())

test('every industry’s template gives a new organization all of its required modules, each with pages and an API', async () => {
  const { items: industries } = await host.client('localhost').get<{ items: { industry_code: string }[] }>('/api/v1/industries').expect(200)
  expect(industries).toHaveLength(8)
  for (const { industry_code } of industries) {
    const { items: template } = await host.client('localhost').get<{ items: { module_id: string; is_required: boolean }[] }>(`/api/v1/industries/${industry_code}/modules`).expect(200)
    expect(template.length, industry_code).toBeGreaterThanOrEqual(4)
    const required = template.filter((one) => one.is_required).map(({ module_id }) => module_id)
    const body = { business_name: industry_code, subdomain: `made-for-${industry_code}`, owner_email: `owner@${industry_code}.example`, owner_name: 'Olive Owner', password: 'Corr3ct-horse-battery', industry_code }
    const made = await host.client('localhost').post<{ modules: { module_id: string }[] }>('/api/v1/organizations/signup', body).expect(201)
    expect(made.modules.map(({ module_id }) => module_id), industry_code).toEqual(expect.arrayContaining(required))
  }
})

test('the modules work side by side in one organization', async () => {
  for (const path of ['/projects', '/crm/companies', '/hr/employees', '/inventory/items', '/finance/accounts']) await host.acme.admin.get(`/api/v1${path}`).expect(200)
})
