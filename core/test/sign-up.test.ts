import { createTestHost, type TestHost } from '../src/testing/index.js'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { CRM, PROJECTS } from './support/modules.js'

interface Created {
  organization: { id: string; subdomain: string; trial_ends_at: string; currency: string }
  user: { email: string; user_type: string }
  modules: { module_id: string; version: string; is_enabled: boolean }[]
}

let host: TestHost
beforeAll(async () => void (host = await createTestHost({ modules: [PROJECTS, CRM] })))
afterAll(() => host.close())

const PATH = '/api/v1/organizations/signup'
const body = (subdomain: string, more: object = {}) => ({
  business_name: 'Nordhafen Werke',
  subdomain,
  owner_email: `owner@${subdomain}.example`,
  owner_name: 'Marta Maria Lindqvist',
  password: 'Corr3ct-horse-battery',
  industry_code: 'technology',
  ...more,
})
const signUp = (...args: Parameters<typeof body>) => host.client('localhost').post<Created>(PATH, body(...args))
const isFree = async (subdomain: string) => (await host.client('localhost').post<{ available: boolean }>('/api/v1/organizations/check-subdomain', { subdomain }).expect(200)).available

test('makes the organization, its administrator and the required modules of the industry, and tells of it', async () => {
  const made = await signUp('nordhafen', { currency: 'NOK', time_zone: 'Europe/Oslo' }).expect(201)
  expect(made.user).toMatchObject({ email: 'owner@nordhafen.example', user_type: 'admin' })
  expect(made.modules.map((module) => module.module_id)).toEqual(['projects', 'crm'])
  expect(made.organization.currency).toBe('NOK')
  const days = (Date.parse(made.organization.trial_ends_at) - Date.now()) / 86_400_000
  expect(days).toBeGreaterThan(13)
  await expect.poll(async () => (await host.events('tenant.created')).map((event) => event.organization_id)).toContain(made.organization.id)
})

test('of ten sign-ups of one address at the same moment one wins', async () => {
  const answers = await Promise.all(Array.from({ length: 10 }, () => signUp('contested')))
  expect(answers.map((answer) => answer.status).sort()).toEqual([201, ...Array.from({ length: 9 }, () => 409)])
})

describe('a refused sign-up leaves nothing', () => {
  const bad = {
    'a reserved address': [{ subdomain: 'status' }, 422],
    'a weak password': [{ password: 'password1' }, 422],
    'an unknown industry': [{ industry_code: 'astrology' }, 422],
    'an unknown time zone': [{ time_zone: 'Europe/Atlantis' }, 400],
    'an unknown field': [{ user_type: 'super_admin' }, 400],
    'no e-mail address': [{ owner_email: 'marta' }, 400],
  } as const
  for (const [what, [change, status]] of Object.entries(bad)) {
    test(`for ${what}`, async () => {
      expect((await signUp('refused', change)).status).toBe(status)
      expect(await isFree('refused')).toBe(true)
    })
  }
})

test('an address is free, taken whatever its case, or kept for the platform', async () => {
  expect(await isFree('quite-free')).toBe(true)
  for (const subdomain of ['acme', 'ACME', 'admin', 'ab', '-acme', 'acme-']) expect(await isFree(subdomain)).toBe(false)
})

test('the preview of an industry lists what this host can load, required first as the template has it', async () => {
  const { items } = await host.client('localhost').get<{ items: { module_id: string; is_required: boolean }[] }>('/api/v1/industries/manufacturing/modules').expect(200)
  expect(items.map(({ module_id, is_required }) => [module_id, is_required])).toEqual([['projects', true], ['crm', false]])
})

test('sign-up lives at the platform’s own address', async () => {
  expect((await host.client('acme.localhost').post(PATH, body('elsewhere'))).status).toBe(404)
})
