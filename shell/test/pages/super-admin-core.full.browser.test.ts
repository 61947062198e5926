import { expect, test } from 'vitest'
import { PHONE, ROOT, findings, problemsOnPhone, wholeSite } from './site'

const site = wholeSite()
const FLAGS = '/super-admin/feature-flags'

test('a feature flag is made, and deleted after a question', async () => {
  const { page, complaints, go } = await site.open(ROOT)
  await go(FLAGS)
  await page.getByRole('button', { name: 'New feature flag' }).first().click()
  const form = page.getByRole('dialog', { name: 'New feature flag' })
  await form.getByLabel('Key').fill('pages.trial')
  await form.getByRole('button', { name: 'New feature flag' }).click()
  await page.getByRole('cell', { name: 'pages.trial' }).waitFor()
  expect(await findings(page)).toEqual([])
  await page.getByRole('row', { name: /pages\.trial/ }).hover()
  await page.getByRole('button', { name: 'More actions' }).click()
  await page.getByRole('menuitem', { name: 'Delete feature flag' }).click()
  const question = page.getByRole('dialog', { name: 'Delete pages.trial?' })
  await question.getByRole('button', { name: 'Delete feature flag' }).click()
  await page.getByText('pages.trial deleted').waitFor()
  expect((await site.host.superAdmin.get('/api/v1/feature-flags')).body).toMatchObject({ total: 0 })
  expect(complaints).toEqual([])
})

test('the log is followed as it is written, and the chain of the audit log is checked', async () => {
  const { page, complaints, go } = await site.open(ROOT)
  await go('/super-admin/monitor/logs/live')
  await page.getByRole('button', { name: 'Pause' }).waitFor()
  await site.host.superAdmin.get('/api/v1/organizations').expect(200)
  await page.getByRole('main').getByText('INFO').first().waitFor()
  expect(await findings(page)).toEqual([])
  await go('/super-admin/audit')
  await page.getByRole('button', { name: 'Check the chain' }).click()
  await page.getByRole('dialog', { name: 'Check of the audit log' }).getByText(/the chain is whole/).waitFor()
  expect(await findings(page)).toEqual([])
  expect(complaints).toEqual([])
})

test('a plan is made with modules and limits', async () => {
  const { page, go } = await site.open(ROOT)
  await go('/super-admin/plans')
  await page.getByRole('button', { name: 'New plan' }).first().click()
  const form = page.getByRole('dialog', { name: 'New plan' })
  await form.getByLabel('Name').fill('Harbour')
  await form.getByLabel('Price a month').fill('29')
  await form.getByLabel('Modules').fill('crm, hr')
  await form.getByRole('button', { name: 'New plan' }).click()
  await page.getByRole('cell', { name: /Harbour/ }).waitFor()
  const { body } = await site.host.superAdmin.get('/api/v1/subscriptions/plans?search=Harbour')
  expect(body).toMatchObject({ items: [{ name: 'Harbour', features: ['crm', 'hr'], limits: {} }] })
})

test('the pages of the core services are usable on a phone, in the dark and in German', async () => {
  const problems = await problemsOnPhone(await site.open(ROOT, PHONE), [
    ['/super-admin/monitor/health', 'Gesunde Dienste'],
    ['/super-admin/monitor/logs', 'INFO'],
    ['/super-admin/monitor/response-times', 'Dienste: p95, ms'],
    ['/super-admin/monitor/kafka', 'Kein Kafka-Broker'],
    ['/super-admin/monitor/redis', 'Trefferquote'],
    ['/super-admin/monitor/mail', 'E-Mail'],
    ['/super-admin/monitor/kibana', 'Kein Kibana ist eingerichtet'],
    ['/super-admin/alerts', 'Warnungen'],
    ['/super-admin/settings', 'Tage der Probezeit'],
    ['/super-admin/admins', ROOT.email],
    ['/super-admin/industries', 'Angeboten'],
    ['/super-admin/subscriptions', 'Abonnements'],
  ])
  expect(problems).toEqual([])
})
