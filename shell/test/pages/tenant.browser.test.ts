import { expect, test } from 'vitest'
import { PHONE, findings, ownerOf, problemsOnPhone, wholeSite, type Person } from './site'

const site = wholeSite()
const PATIENCE = { timeout: 15_000 }
const USERS = '/tenant-admin/users'
const SETTINGS = '/tenant-admin/settings'

interface UserAnswer {
  id: string
  email: string
  user_type: string
  is_active: boolean
}
interface Listed<T> {
  items: T[]
  total: number
}

/** Somebody of an organization, by their own sign-in. */
async function somebody(subdomain: string, type: 'employee' | 'client'): Promise<Person> {
  const tenant = await site.host.signUp(subdomain)
  const { userId } = await tenant.person(type)
  const { email } = await tenant.admin.get<UserAnswer>(`/api/v1/users/${userId}`).expect(200)
  return { host: `${subdomain}.localhost`, email }
}

test('a new organization begins with its first steps, which go with the second person', async () => {
  const tenant = await site.host.signUp('beginning')
  const { page, complaints, go } = await site.open(ownerOf('beginning'))
  await go('/tenant-admin')
  await page.getByRole('link', { name: /Invite your colleagues/ }).click()
  await page.getByRole('dialog', { name: 'Invite a colleague' }).waitFor()
  await tenant.person('employee')
  await go('/tenant-admin')
  await page.getByRole('region', { name: 'Figures of the organization' }).getByText('2', { exact: true }).first().waitFor()
  expect(await page.getByText('First steps').count()).toBe(0)
  expect(await findings(page)).toEqual([])
  expect(complaints).toEqual([])
})

test('somebody is invited, the link is handed on, and the invitation is withdrawn', async () => {
  const tenant = await site.host.signUp('inviting')
  const { page, complaints, go } = await site.open(ownerOf('inviting'))
  await go(USERS)
  await page.keyboard.press('c')
  await page.getByLabel('E-mail').fill('owner@inviting.example')
  await page.getByRole('button', { name: 'Create invitation' }).click()
  await page.getByText('member of the organization already').waitFor()
  await page.getByLabel('E-mail').fill('guest@inviting.example')
  await page.getByRole('button', { name: 'Create invitation' }).click()
  const dialog = page.getByRole('dialog', { name: 'The invitation for guest@inviting.example is ready' })
  await dialog.locator('button:has-text("Copy link")').click()
  await dialog.getByText('Link copied').first().waitFor()
  const link = await page.evaluate(() => navigator.clipboard.readText())
  const { items } = await tenant.admin.get<Listed<{ invitation_token: string }>>('/api/v1/users/invitations').expect(200)
  expect(link).toBe(`http://inviting.localhost:${site.host.port}/accept-invitation/${items[0]?.invitation_token}`)
  await dialog.getByRole('button', { name: 'Close' }).click()
  await page.getByRole('tab', { name: 'Invitations 1' }).click()
  await page.getByRole('row', { name: /guest@inviting/ }).click()
  await page.getByRole('complementary').getByRole('button', { name: 'Withdraw invitation' }).click()
  await page.getByRole('dialog').getByRole('button', { name: 'Withdraw invitation' }).click()
  await page.getByText('Nobody is waiting').waitFor()
  expect(await page.getByRole('complementary').count()).toBe(0)
  expect((await tenant.anonymous().post(`/api/v1/users/invitations/${items[0]?.invitation_token}/accept`, { password: 'Corr3ct-horse-battery' })).status).toBe(400)
  expect(complaints).toEqual([])
})

test('an administrator changes what others may, takes it back, and never their own', async () => {
  const tenant = await site.host.signUp('ranks')
  const { userId } = await tenant.person('employee')
  const { page, complaints, go } = await site.open(ownerOf('ranks'))
  const person = async () => tenant.admin.get<UserAnswer>(`/api/v1/users/${userId}`).expect(200)
  await go(`${USERS}?open=${userId}`)
  await page.getByRole('combobox', { name: 'Type' }).click()
  await page.getByRole('option', { name: 'Manager' }).click()
  await page.getByText('Casey is now: Manager').waitFor()
  expect((await person()).user_type).toBe('manager')
  await page.getByRole('button', { name: 'Undo' }).click()
  await page.getByText('Casey is now: Employee').waitFor()
  expect((await person()).user_type).toBe('employee')
  await page.getByLabel('May sign in').click()
  await page.getByText('Casey is deactivated and signed out').waitFor()
  expect((await person()).is_active).toBe(false)
  expect(await findings(page)).toEqual([])
  await go(`${USERS}?open=${tenant.adminId}`)
  await page.getByText('You can’t change your own type').waitFor()
  expect(await page.getByLabel('May sign in').count()).toBe(0)
  expect(complaints).toEqual([])
})

test('what someone else saved meanwhile is shown, and one’s own change goes on top of it', async () => {
  const tenant = await site.host.signUp('stale')
  const { page, complaints, go } = await site.open(ownerOf('stale'))
  await go(SETTINGS)
  await page.getByLabel('Name').fill('Stale Bread & Sons')
  await tenant.admin.patch('/api/v1/organizations/current', { currency: 'SEK' }).expect(200)
  await page.getByRole('button', { name: 'Save changes' }).click()
  await page.getByText('Someone else saved: Currency.').waitFor()
  expect(await page.getByLabel('Currency').inputValue()).toContain('SEK')
  expect((await tenant.admin.get<{ name: string }>('/api/v1/organizations/current').expect(200)).name).toBe('stale')
  await page.getByLabel('Name').press('Control+Enter')
  await page.getByText('Settings saved').waitFor()
  expect(await tenant.admin.get('/api/v1/organizations/current').expect(200)).toMatchObject({ name: 'Stale Bread & Sons', currency: 'SEK' })
  await page.getByRole('navigation', { name: 'Main', exact: true }).getByText('Stale Bread & Sons').waitFor()
  expect(complaints).toEqual([])
})

test('unsaved settings are not left unasked', async () => {
  await site.host.signUp('leaving')
  const { page, go } = await site.open(ownerOf('leaving'))
  await go(`${SETTINGS}/profile`)
  await page.getByLabel('First name').fill('Olga')
  await page.getByRole('link', { name: 'Dashboard' }).first().click()
  await page.getByRole('button', { name: 'Stay here' }).click()
  expect(await page.getByLabel('First name').inputValue()).toBe('Olga')
  await page.getByRole('button', { name: 'Discard' }).click()
  await page.getByRole('link', { name: 'Dashboard' }).first().click()
  await page.getByRole('heading', { level: 1, name: 'Dashboard' }).waitFor()
})

test('an employee sees the people and changes neither them nor the organization', async () => {
  const { page, complaints, go } = await site.open(await somebody('staff', 'employee'))
  await go(USERS)
  await page.getByRole('row', { name: /owner@staff/ }).click()
  await page.getByRole('complementary').getByText('Username').waitFor()
  expect(await page.getByRole('complementary').getByText('Rights').count()).toBe(0)
  expect(await page.getByRole('button', { name: 'Invite a colleague' }).count()).toBe(0)
  await go(`${SETTINGS}/organization`)
  await page.getByText('Only administrators change').waitFor()
  await go(SETTINGS)
  await page.getByRole('heading', { level: 1, name: 'Profile' }).waitFor()
  expect(complaints).toEqual([])
})

test('a client is shown nobody', async () => {
  const { page, go } = await site.open(await somebody('guests', 'client'))
  await go(USERS)
  await page.getByText('shown to the organization’s own people only').waitFor()
  expect(await page.getByRole('link', { name: 'Users and teams' }).count()).toBe(0)
})

test('keys of a single letter can be switched off', async () => {
  await site.host.signUp('letters')
  const { page, go } = await site.open(ownerOf('letters'))
  const dialogs = () => page.getByRole('dialog').count()
  await go(`${SETTINGS}/appearance`)
  await page.getByLabel('Keys of a single letter').click()
  await go(USERS)
  await page.getByRole('row', { name: /owner@letters/ }).waitFor()
  await page.keyboard.press('c')
  await page.keyboard.press('Control+k')
  // The palette answers, so the letter before it was heard and meant nothing.
  await expect.poll(dialogs, PATIENCE).toBe(1)
  expect(await page.getByRole('dialog', { name: 'Invite a colleague' }).count()).toBe(0)
})

test('everything is usable on a phone, in the dark and in German', async () => {
  const { acme } = site.host
  await acme.admin.post('/api/v1/users/invitations', { email: 'wartet@acme.example', user_type: 'employee' }).expect(201)
  const problems = await problemsOnPhone(await site.open(ownerOf('acme'), PHONE), [
    ['/tenant-admin', 'Offene Einladungen'],
    [USERS, 'owner@acme.example'],
    [`${USERS}/invitations`, 'wartet@acme.example'],
    [SETTINGS, 'Darstellung'],
    [`${SETTINGS}/organization`, 'Zeitzone'],
    [`${SETTINGS}/modules`, 'Version'],
    [`${SETTINGS}/profile`, 'Vorname'],
    [`${SETTINGS}/appearance`, 'Hell'],
  ])
  expect(problems).toEqual([])
})

test('the palette finds a person, and invites one', async () => {
  await site.host.signUp('finding')
  const { page, go } = await site.open(ownerOf('finding'))
  await go('/tenant-admin')
  await page.keyboard.press('Control+k')
  await page.getByRole('dialog').getByRole('combobox').fill('olive')
  await page.getByRole('option', { name: /Olive Owner/ }).click()
  await page.getByRole('complementary', { name: 'Olive Owner' }).waitFor()
  await page.keyboard.press('Control+k')
  await page.getByRole('dialog').getByRole('combobox').fill('invite')
  await page.getByRole('option', { name: /Invite a colleague/ }).click()
  await page.getByRole('dialog', { name: 'Invite a colleague' }).waitFor()
  expect(await page.getByLabel('E-mail').inputValue()).toBe('')
})
