import type { Locator, Page } from 'playwright-core'

export interface Account {
  email: string
  password: string
}

/** Fills the sign-in page that is open and waits for the shell. */
export async function signIn(page: Page, { email, password }: Account): Promise<void> {
  await page.getByLabel('Email').fill(email)
  await page.getByLabel('Password', { exact: true }).fill(password)
  await page.getByRole('button', { name: 'Sign in' }).click()
  await sidebar(page).waitFor()
}

export const sidebar = (page: Page): Locator => page.getByRole('navigation', { name: 'Main', exact: true })

/** The entries of the navigation, without the pages inside of modules. */
export const entries = (page: Page): Promise<string[]> => sidebar(page).locator('.shell-nav > li > a').allTextContents()

/** Opens an entry, or a page of the module that is open. */
export const go = (page: Page, name: string): Promise<void> => sidebar(page).getByRole('link', { name, exact: true }).click()

/** Waits for the page of this title. */
export const titled = (page: Page, name: string): Promise<void> => page.getByRole('heading', { level: 1, name, exact: true }).waitFor()

/** Opens one of the tabs below a page's title. */
export const chooseTab = (page: Page, name: string): Promise<void> => page.getByRole('main').getByRole('tab', { name }).click()

/** Presses the button of a list that is empty. Until that is known the same button stands in the page's head. */
export async function makeFirst(page: Page, empty: string, button: string): Promise<void> {
  await page.getByText(empty).waitFor()
  await page.getByRole('main').getByRole('button', { name: button }).last().click()
}

/** Chooses from a field that finds records or codes by typing. */
export async function pick(inside: Locator, label: string, text: string): Promise<void> {
  const field = inside.getByRole('combobox', { name: label })
  await field.fill(text)
  await inside.page().getByRole('option', { name: text }).first().click()
}

/** Chooses from a list of fixed choices. */
export async function choose(inside: Locator, label: string, choice: string): Promise<void> {
  await inside.getByRole('combobox', { name: label }).click()
  await inside.page().getByRole('option', { name: choice, exact: true }).click()
}
