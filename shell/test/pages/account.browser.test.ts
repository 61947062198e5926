import { expect, test } from 'vitest'
import { PASSWORD, PHONE, findings, ownerOf, problemsOnPhone, wholeSite } from './site'

const site = wholeSite()
const NEW_PASSWORD = 'Harbour-crane-lantern-9'
const SECURITY = '/tenant-admin/settings/security'

/** The token of the newest mail to an address whose link leads to `path`. */
async function mailedToken(email: string, path: string): Promise<string> {
  const link = new RegExp(`${path}\\?token=([A-Za-z0-9_-]+)`)
  const read = async () => {
    const { items } = await site.host.superAdmin.get<{ items: { to: string; text: string }[] }>('/api/v1/monitor/mail?limit=200').expect(200)
    return items.filter(({ to }) => to === email).flatMap(({ text }) => link.exec(text)?.[1] ?? [])[0]
  }
  let token: string | undefined
  await expect.poll(async () => (token = await read()), { timeout: 10_000 }).toBeTruthy()
  return token ?? ''
}

test('a forgotten password is replaced by a mailed link, which works once', async () => {
  await site.host.signUp('forgetful')
  const { email } = ownerOf('forgetful')
  const { page, complaints } = await site.open(ownerOf('forgetful'))
  const base = `http://forgetful.localhost:${site.host.port}`
  await page.context().clearCookies()
  await page.goto(`${base}/sign-in`)
  await page.getByRole('link', { name: 'Forgot your password?' }).click()
  await page.getByRole('heading', { name: 'Forgot your password?' }).waitFor()
  await page.getByLabel('Email').fill(email)
  await page.keyboard.press('Enter')
  await page.getByText('a mail with a link is on its way').waitFor()
  const link = `${base}/reset-password?token=${await mailedToken(email, '/reset-password')}`
  await page.goto(link)
  await page.getByLabel('New password').fill('short')
  await page.getByRole('button', { name: 'Save the password' }).click()
  await page.getByText('Use at least 8 characters').waitFor()
  expect(await findings(page)).toEqual([])
  await page.getByLabel('New password').fill(NEW_PASSWORD)
  await page.getByRole('button', { name: 'Save the password' }).click()
  await page.getByRole('heading', { name: 'Your password is changed' }).waitFor()
  await site.host.client('forgetful.localhost').signIn(email, NEW_PASSWORD)
  await page.goto(link)
  await page.getByLabel('New password').fill(PASSWORD)
  await page.getByRole('button', { name: 'Save the password' }).click()
  await page.getByRole('heading', { name: 'This link does not work' }).waitFor()
  expect(complaints).toEqual([])
})

test('an address is confirmed by its mail, and the settings say so', async () => {
  await site.host.signUp('confirming')
  const { email } = ownerOf('confirming')
  const { page, complaints, go } = await site.open(ownerOf('confirming'))
  await go(SECURITY)
  await page.getByText('Not confirmed').waitFor()
  await page.goto(`http://confirming.localhost:${site.host.port}/verify-email?token=${await mailedToken(email, '/verify-email')}`)
  await page.getByRole('button', { name: 'Confirm the address' }).click()
  await page.getByRole('heading', { name: 'Your address is confirmed' }).waitFor()
  await go(SECURITY)
  await page.getByText('Confirmed', { exact: true }).waitFor()
  expect(complaints).toEqual([])
})

test('an organization that is switched off says so instead of any page', async () => {
  const tenant = await site.host.signUp('closing')
  const { page } = await site.open(ownerOf('closing'))
  await site.host.superAdmin.patch(`/api/v1/organizations/${tenant.id}/status`, { is_active: false }).expect(200)
  await page.goto(`http://closing.localhost:${site.host.port}/tenant-admin/users`)
  await page.getByRole('heading', { name: 'This organization is switched off' }).waitFor()
  expect(await page.getByRole('link', { name: /@/ }).getAttribute('href')).toMatch(/^mailto:/)
  expect(await findings(page)).toEqual([])
})

test('another session is ended from the list', async () => {
  await site.host.signUp('sessions')
  const { email } = ownerOf('sessions')
  await site.host.client('sessions.localhost').signIn(email, PASSWORD)
  const { page, complaints, go } = await site.open(ownerOf('sessions'))
  await go(SECURITY)
  await page.getByText('This one').waitFor()
  const ends = page.getByRole('button', { name: /^End the session of/ })
  const before = await ends.count()
  expect(before).toBeGreaterThan(0)
  await ends.first().click()
  await page.getByText('Session ended').waitFor()
  await expect.poll(() => ends.count()).toBe(before - 1)
  expect(await findings(page)).toEqual([])
  expect(complaints).toEqual([])
})

test('the own password is changed, and a wrong one is told beside its field', async () => {
  await site.host.signUp('changing')
  const { page, complaints, go } = await site.open(ownerOf('changing'))
  await go(SECURITY)
  await page.getByLabel('Current password').fill('not it')
  await page.getByLabel('New password').fill(NEW_PASSWORD)
  await page.getByRole('button', { name: 'Change password' }).click()
  await page.getByText('The current password is not right.').waitFor()
  await page.getByLabel('Current password').fill(PASSWORD)
  await page.getByRole('button', { name: 'Change password' }).click()
  await page.getByText('Password changed').waitFor()
  await site.host.client('changing.localhost').signIn(ownerOf('changing').email, NEW_PASSWORD)
  expect(complaints).toEqual([])
})

test('a linked account is changed over to from the organization’s menu, and unlinked', async () => {
  await site.host.signUp('first-firm')
  await site.host.signUp('second-firm')
  const { page, go } = await site.open(ownerOf('first-firm'))
  await go(SECURITY)
  await page.getByRole('button', { name: 'Link an account' }).click()
  const dialog = page.getByRole('dialog')
  await dialog.getByLabel('Address').fill('second-firm')
  await dialog.getByLabel('E-mail').fill(ownerOf('second-firm').email)
  await dialog.getByLabel('Password there').fill('wrong')
  await dialog.getByRole('button', { name: 'Link an account' }).click()
  await dialog.getByText('do not belong together').waitFor()
  await dialog.getByLabel('Password there').fill(PASSWORD)
  await dialog.getByRole('button', { name: 'Link an account' }).click()
  await page.getByText('Account in second-firm linked').waitFor()
  await page.getByRole('navigation', { name: 'Main', exact: true }).getByRole('button').first().click()
  await page.getByRole('menuitem', { name: /second-firm/ }).click()
  await page.waitForURL(`http://second-firm.localhost:${site.host.port}/tenant-admin`)
  await page.getByRole('heading', { level: 1, name: 'Dashboard' }).waitFor()
  await go(SECURITY)
  await page.getByRole('button', { name: 'Unlink second-firm' }).click()
  await page.getByText('second-firm is no longer linked').waitFor()
  await expect.poll(() => page.getByRole('button', { name: 'Unlink second-firm' }).count()).toBe(0)
})

test('all of it is usable on a phone, in the dark and in German', async () => {
  const problems = await problemsOnPhone(await site.open(ownerOf('acme'), PHONE), [[SECURITY, 'Wo Sie angemeldet sind']])
  expect(problems).toEqual([])
})

test('a page without a network says so, keeps what was typed, and is whole again by itself', async () => {
  const { page, complaints, go } = await site.open(ownerOf('acme'))
  await go('/tenant-admin/settings/profile')
  await page.getByLabel('First name').fill('Olivia')
  await page.context().setOffline(true)
  const note = page.locator('.shell-offline')
  await note.getByText('You are offline').waitFor()
  await page.getByRole('button', { name: 'Save changes' }).first().click()
  expect(await page.getByLabel('First name').inputValue()).toBe('Olivia')
  expect(await findings(page)).toEqual([])
  await page.context().setOffline(false)
  await note.waitFor({ state: 'detached' })
  expect(await page.getByLabel('First name').inputValue()).toBe('Olivia')
  expect(complaints).toEqual([])
})
