import type { Page } from 'playwright-core'

/** The heads of the board's columns, and the cards below each. */
export const columns = (page: Page): Promise<Record<string, (string | null)[]>> =>
  page.locator('.io-lane').evaluateAll((lanes) => {
    const cards = lanes.map((lane) => [...lane.querySelectorAll('[data-card] h3')].map((title) => title.textContent))
    return Object.fromEntries(lanes.map((lane, index) => [lane.querySelector('h2')?.textContent ?? '', cards[index] ?? []]))
  })
