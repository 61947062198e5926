import { homedir } from 'node:os'
import { join, resolve } from 'node:path'

const checkout = resolve(import.meta.dirname, '../../..')

/** Where the engines of this checkout keep their data, a folder each; INNOERP_ENGINES_HOME overrides. */
export const home = () => resolve(process.env.INNOERP_ENGINES_HOME ?? join(checkout, '.engines'))

/** What was fetched for an engine, once for all checkouts of this user. */
export const cacheOf = (name) => join(process.env.XDG_CACHE_HOME ?? join(homedir(), '.cache'), 'innoerp/engines', name)
