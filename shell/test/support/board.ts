import type { Locator, Page } from 'playwright-core'

/** The heads of the board's columns, and the cards below each. */
export const columns = (page: Page): Promise<Record<string, string[]>> =>
  page.locator('.io-lane').evaluateAll((lanes) => {
    const cardsOf = (lane: Element) => [...lane.querySelectorAll('[data-card] h3')].map((title) => title.textContent ?? '')
    return Object.fromEntries(lanes.map((lane) => [lane.querySelector('h2')?.textContent ?? '', cardsOf(lane)]))
  })

const laneOf = (page: Page, name: string): Locator => page.getByRole('region', { name, exact: true })
const cardOf = (page: Page, title: string): Locator =>
  page.locator('[data-card]').filter({ has: page.getByRole('heading', { name: title, exact: true }) })

/** Drags a card into a column with the mouse. */
export async function drag(page: Page, card: string, column: string): Promise<void> {
  // The code for dragging comes apart from the board's own: only then is a card draggable.
  await page.locator('[data-card][draggable=true]').first().waitFor()
  await cardOf(page, card).dragTo(laneOf(page, column))
}

/** Carries a card by keyboard: Space lifts, arrows carry, Space drops. */
export async function carry(page: Page, card: string, keys: readonly string[]): Promise<void> {
  await cardOf(page, card).locator('[data-card-focus]').focus()
  for (const key of ['Space', ...keys, 'Space']) await page.keyboard.press(key)
}

/** Opens a card beside the board. */
export const openCard = (page: Page, title: string): Promise<void> => cardOf(page, title).click()

/** Waits until the server has a move. A reload before that may lose it. */
export const moved = (page: Page, card: string, column: string): Promise<void> =>
  page.getByText(`“${card}” moved to ${column}`).first().waitFor()
