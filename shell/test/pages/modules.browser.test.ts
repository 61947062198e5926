import { generateKeyPairSync } from 'node:crypto'
import type { Page } from 'playwright-core'
import { beforeAll, expect, test } from 'vitest'
import { installModule, publishModule } from '../support/publish-module.js'
import { ROOT, findings, wholeSite, type Site } from './site'

const site = wholeSite()
const MODULES = '/super-admin/modules'
const R = '/api/v1/module-registry'
const PATIENCE = { timeout: 15_000 }

interface Version {
  version: string
  state: string
}
const stateOf = async (id: string, version: string) =>
  (await site.host.superAdmin.get<{ versions: Version[] }>(`${R}/${id}`).expect(200)).versions.find((one) => one.version === version)?.state
const assign = (id: string) => site.host.superAdmin.post(`/api/v1/modules/assign/${site.host.acme.id}`, { module_id: id }).expect(201)
let root: Site
beforeAll(async () => void (root = await site.open(ROOT, { reducedMotion: 'reduce' })))
const card = (page: Page, title: RegExp) => page.locator('.pages-started', { hasText: title })

test('a module of the registry is installed after its check, step by step, also for a page that is loaded anew', async () => {
  await publishModule(site.host, { id: 'notes', version: '1.0.0', name: 'Field notes' })
  const { page, complaints, go } = root
  await go(MODULES)
  await page.getByRole('tab', { name: /^Available/ }).click()
  await page.getByRole('button', { name: 'Install Field notes' }).click()
  const dialog = page.getByRole('dialog', { name: 'Install Field notes 1.0.0?' })
  await dialog.getByText('Checked: nothing would break.').waitFor()
  expect(await findings(page)).toEqual([])
  await dialog.getByRole('button', { name: 'Install module' }).click()
  await card(page, /Install/).getByText('Succeeded').first().waitFor(PATIENCE)
  await page.reload()
  await card(page, /Install/).getByText('Rehearse the migrations').waitFor()
  expect(await findings(page)).toEqual([])
  await page.getByRole('tab', { name: /^Installed/ }).click()
  const row = page.getByRole('row', { name: /Field notes/ })
  await row.getByText('Signed').waitFor()
  await row.getByText('inline').waitFor()
  await row.getByRole('button', { name: 'Show versions of Field notes' }).click()
  await page.getByText('Manage versions').waitFor()
  expect(await stateOf('notes', '1.0.0')).toBe('active')
  expect(complaints).toEqual([])
})

test('the catalogue is searched and filtered', async () => {
  const { page, go } = root
  await go(MODULES)
  const rows = page.getByRole('row')
  await page.getByRole('row', { name: /Project Management/ }).waitFor()
  await page.keyboard.press('/')
  await page.keyboard.type('relationship')
  await expect.poll(() => rows.count(), PATIENCE).toBe(2)
  await go(`${MODULES}?f.state=quarantined`)
  await page.getByText('No modules match').waitFor()
  await page.getByRole('button', { name: 'Clear filters' }).click()
  await page.getByRole('row', { name: /Project Management/ }).waitFor()
})

test('what a foreign key signed is refused with a reason, and welcome once its key is trusted', async () => {
  const { publicKey, privateKey } = generateKeyPairSync('ed25519')
  await publishModule(site.host, { id: 'tolls', version: '0.2.0', name: 'Tolls', key: privateKey })
  const { page, complaints, go } = root
  await go(`${MODULES}?tab=available`)
  const line = page.locator('.pages-package', { hasText: 'Tolls' })
  await line.getByText('Unknown key').waitFor()
  await line.getByRole('button', { name: 'Install Tolls' }).click()
  await page.getByRole('dialog').getByText('MODULE_BAD_SIGNATURE').waitFor()
  expect(await page.getByRole('dialog').getByRole('button', { name: 'Install module' }).isDisabled()).toBe(true)
  await go('/super-admin/trusted-keys')
  await page.getByRole('button', { name: 'Add key' }).click()
  await page.getByLabel('Name').fill('Kvist Software')
  await page.getByLabel('Public key').fill('no key at all')
  await page.getByRole('button', { name: 'Trust key' }).click()
  await page.getByText('no Ed25519 public key').waitFor()
  await page.getByLabel('Public key').fill(publicKey.export({ type: 'spki', format: 'pem' }).toString())
  await page.getByLabel('Inline: inside the host').check()
  await page.getByRole('dialog').getByText('it reaches everything that the host reaches').waitFor()
  expect(await findings(page)).toEqual([])
  await page.getByLabel('Process: on its own').check()
  await page.getByRole('button', { name: 'Trust key' }).click()
  await page.getByText('Key of Kvist Software trusted').waitFor()
  await go(`${MODULES}?tab=available`)
  await line.getByText('Signed').waitFor()
  await go('/super-admin/trusted-keys')
  await page.getByRole('button', { name: 'Remove key of Kvist Software' }).click()
  await page.getByRole('dialog').getByText('What is installed goes on serving').waitFor()
  await page.getByRole('dialog').getByRole('button', { name: 'Remove key' }).click()
  await page.getByText('Key of Kvist Software removed').waitFor()
  expect(complaints).toEqual([])
})

test('a module is called here as the super admin says; what is emptied is as its manifest says', async () => {
  await publishModule(site.host, { id: 'ropes', version: '1.0.0', name: 'Ropes' })
  await installModule(site.host, { id: 'ropes', version: '1.0.0' })
  const { page, complaints, go } = root
  const call = async (name: string, shown: string) => {
    await page.getByRole('button', { name: 'Edit name and description' }).click()
    await page.getByRole('dialog').getByLabel('Name').fill(name)
    await page.getByRole('dialog').getByRole('button', { name: 'Save' }).click()
    await page.getByRole('heading', { level: 1, name: shown }).waitFor()
  }
  await go(`${MODULES}/ropes`)
  await call('Rigging', 'Rigging')
  await call('', 'Ropes')
  expect(complaints).toEqual([])
})

test('a version that asks for more is installed beside the other, and gets what is granted', async () => {
  await publishModule(site.host, { id: 'asking', version: '1.0.0', name: 'Asking' })
  await installModule(site.host, { id: 'asking', version: '1.0.0' })
  await publishModule(site.host, { id: 'asking', version: '1.1.0', name: 'Asking', manifest: { capabilities: { mail: true, network: ['api.example.com'] } } })
  const { page, complaints, go } = root
  await go(`${MODULES}/asking/versions`)
  await page.getByRole('button', { name: 'Install version 1.1.0' }).click()
  await page.getByRole('dialog').getByText('MODULE_CAPABILITIES').waitFor()
  await page.getByRole('dialog').getByRole('button', { name: 'Install module' }).click()
  await card(page, /Install/).getByText('Succeeded').first().waitFor(PATIENCE)
  await page.getByRole('row', { name: /^1\.1\.0 Active/ }).waitFor()
  await page.getByRole('tab', { name: 'Capabilities' }).click()
  await page.getByText('2 capabilities are not granted.').waitFor()
  await page.getByText('Sends data to api.example.com and reads its answers.').waitFor()
  expect(await findings(page)).toEqual([])
  await page.getByRole('switch', { name: /E-mail/ }).click()
  await page.getByText('1 capability is not granted.').waitFor()
  expect(await site.host.superAdmin.get(`${R}/asking/capabilities`).expect(200)).toEqual({ requested: ['mail', 'network:api.example.com'], granted: ['mail'] })
  await page.getByRole('switch', { name: /E-mail/ }).click()
  await page.getByText('2 capabilities are not granted.').waitFor()
  expect(complaints).toEqual([])
})

test('a version is deactivated, activated and deleted; what organizations run cannot be', async () => {
  await publishModule(site.host, { id: 'turning', version: '1.0.0', name: 'Turning' })
  await installModule(site.host, { id: 'turning', version: '1.0.0' })
  const { page, complaints, go } = root
  // “Deactivate” holds “activate”: names are taken whole.
  const confirm = (verb: string) => page.getByRole('dialog').getByRole('button', { name: verb, exact: true }).click()
  await go(`${MODULES}/turning/versions`)
  await page.getByRole('button', { name: 'Deactivate version 1.0.0' }).click()
  await confirm('Deactivate version')
  await page.getByRole('button', { name: 'Activate version 1.0.0', exact: true }).click()
  await confirm('Activate version')
  await page.getByRole('row', { name: /^1\.0\.0 Active/ }).waitFor()
  await assign('turning')
  await go(`${MODULES}/turning/versions`)
  await page.getByText('In use').waitFor()
  await site.host.superAdmin.post(`/api/v1/modules/unassign/${site.host.acme.id}/turning`).expect(204)
  await go(`${MODULES}/turning/versions`)
  await page.getByRole('button', { name: 'Actions for version 1.0.0' }).click()
  await page.getByRole('menuitem', { name: 'Delete version' }).click()
  await confirm('Delete version')
  await page.getByRole('row', { name: /^1\.0\.0 Available/ }).waitFor(PATIENCE)
  expect(await stateOf('turning', '1.0.0')).toBe('available')
  expect(complaints).toEqual([])
})

test('every package of the registry is shown with its size, its signature and who runs it', async () => {
  const { page, complaints, go } = root
  await go('/super-admin/packages')
  const row = page.getByRole('row', { name: /@innoerp\/module-crm/ })
  await row.getByText('Signed').waitFor()
  await row.getByText(/kB/).waitFor()
  await row.click()
  const panel = page.getByRole('complementary', { name: /module-crm/ })
  expect(await panel.getByLabel('Take it with npm').inputValue()).toMatch(/^npm install @innoerp\/module-crm@/)
  expect(await findings(page)).toEqual([])
  await panel.getByRole('link', { name: 'crm' }).click()
  await page.getByRole('heading', { level: 1, name: 'Customer Relationship Management' }).waitFor()
  expect(complaints).toEqual([])
})

test('an author gets a token that is shown once, and loses it', async () => {
  const { page, complaints, go } = root
  await go('/super-admin/packages/tokens')
  await page.getByRole('button', { name: 'New token' }).click()
  await page.getByLabel('Name').fill('Kvist, CI')
  await page.getByRole('textbox', { name: 'Packages' }).fill('@kvist/*')
  expect(await findings(page)).toEqual([])
  await page.getByRole('button', { name: 'Create token' }).click()
  const dialog = page.getByRole('dialog', { name: 'The token “Kvist, CI” is ready' })
  const token = await dialog.getByRole('textbox', { name: 'Token' }).inputValue()
  const whoami = async () => (await site.host.client('localhost').get('/registry/-/whoami', { headers: { authorization: `Bearer ${token}` } })).status
  expect(await whoami()).toBe(200)
  await dialog.getByRole('button', { name: 'I have copied it' }).click()
  await page.getByText('@kvist/*').waitFor()
  expect(await findings(page)).toEqual([])
  await page.getByRole('button', { name: 'Revoke token Kvist, CI' }).click()
  await page.getByRole('dialog').getByRole('button', { name: 'Revoke token' }).click()
  await page.getByText('Token Kvist, CI revoked').waitFor()
  expect(await whoami()).toBe(401)
  expect(complaints).toEqual([])
})
