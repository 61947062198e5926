import type { Page } from 'playwright-core'
import type { World } from '../support/world.js'

/** The company that the seven steps are about, and its people. */
export const COMPANY = { name: 'Gdynia Shipyard', subdomain: 'gdynia-shipyard' }
export const OWNER = { name: 'Ada Berg', email: 'ada@shipyard.example', password: 'Nine-cranes-at-dawn' }
export const COLLEAGUE = { first: 'Ben', last: 'Ito', name: 'Ben Ito', email: 'ben@shipyard.example', password: 'Two-hulls-by-autumn' }

/** The modules that the template of its industry switches on, in the order of the navigation. */
export const MODULES = ['Projects', 'CRM', 'People', 'Finance']

/** The address that another company has already. */
export const TAKEN = 'gdynia'

/** What goes from step to step. */
export interface Story {
  world: World
  /** The owner's page; it stays open from sign-in to the end. */
  owner: Page
}

/** The address of a page of the company. */
export const at = ({ host }: World, where = '/'): string => host.url(COMPANY.subdomain, where)
