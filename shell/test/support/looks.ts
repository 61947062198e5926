import { atRest } from '@innoerp/sdk/testing/browser'
import type { Page } from 'playwright-core'

/** A device and a colour scheme. */
export interface Look {
  name: string
  width: number
  height: number
  scheme: 'light' | 'dark'
}

/** How a page is opened. */
export const DESKTOP: Look = { name: 'desktop, light', width: 1440, height: 900, scheme: 'light' }
const PHONE: Look = { name: 'phone, light', width: 390, height: 844, scheme: 'light' }

const DARK_PHONE: Look = { ...PHONE, name: 'phone, dark', scheme: 'dark' }

const LOOKS: readonly Look[] = [DESKTOP, DARK_PHONE, { ...DESKTOP, name: 'desktop, dark', scheme: 'dark' }, PHONE]
/** Every page in every way; else pages take turns, and each has a test of its own on the phone beside it. */
export const FULL = process.env.INNOERP_TEST_SIZE === 'full'

/** The ways in which the page at this place of a list is looked at. */
export const looksOf = (at: number): readonly Look[] => (FULL ? LOOKS : LOOKS.slice(at % 2, (at % 2) + 1))

/** Shows the open page in another look, and waits until nothing moves any more. */
export async function lookAt(page: Page, { width, height, scheme }: Look): Promise<void> {
  await page.emulateMedia({ colorScheme: scheme, reducedMotion: 'reduce' })
  await page.setViewportSize({ width, height })
  await atRest(page)
}

/** Pixels by which the page can be moved sideways. */
export const sidewaysOf = (page: Page): Promise<number> =>
  page.evaluate(() => document.documentElement.scrollWidth - document.documentElement.clientWidth)
