import type { Api } from './client.js'

let current: Api | undefined

/** Called once by the host; from then on every {@link resource} speaks through this client. */
export function setApi(api: Api): void {
  current = api
}

/** The page's client, for calls that no resource covers. */
export function getApi(): Api {
  if (!current) throw new Error('No client yet: the host sets it before any module is loaded')
  return current
}
