import type { Api } from '@innoerp/sdk/ui/auth'
import { useEffect, useState } from 'react'
import { usePublic } from '../context'
import { alternativesTo, isSubdomain } from '../subdomain'

/** What is known about an address. `unknown`: the server could not be asked, which sign-up itself will tell. */
export type SubdomainCheck =
  | { state: 'none' | 'checking' | 'free' | 'unknown' }
  | { state: 'taken'; proposals: readonly string[] }

const WAIT = 300
const PROPOSALS = 2

interface Availability {
  available: boolean
}

const isFree = async (api: Api, subdomain: string, signal: AbortSignal) => {
  const { available } = await api.post<Availability>('/api/v1/organizations/check-subdomain', { subdomain }, { authorized: false, signal })
  return available
}

/** Asks one by one, and stops as soon as there are enough. */
async function freeAlternatives(api: Api, candidates: readonly string[], signal: AbortSignal): Promise<string[]> {
  const found: string[] = []
  for (const candidate of candidates) {
    if (found.length === PROPOSALS) break
    if (await isFree(api, candidate, signal)) found.push(candidate)
  }
  return found
}

interface Wanted {
  subdomain: string
  country: string
}

async function check(api: Api, { subdomain, country }: Wanted, signal: AbortSignal): Promise<SubdomainCheck> {
  if (await isFree(api, subdomain, signal)) return { state: 'free' }
  return { state: 'taken', proposals: await freeAlternatives(api, alternativesTo(subdomain, country), signal) }
}

/** Whether an address is free, asked 300 ms after the last key. */
export function useSubdomainCheck(subdomain: string, country: string): SubdomainCheck {
  const { api } = usePublic()
  const [known, setKnown] = useState<{ subdomain: string; check: SubdomainCheck }>()
  const wellFormed = isSubdomain(subdomain)

  useEffect(() => {
    if (!wellFormed) return
    const abort = new AbortController()
    const timer = setTimeout(() => {
      check(api, { subdomain, country }, abort.signal).then(
        (found) => setKnown({ subdomain, check: found }),
        () => abort.signal.aborted || setKnown({ subdomain, check: { state: 'unknown' } }),
      )
    }, WAIT)
    return () => {
      clearTimeout(timer)
      abort.abort()
    }
  }, [api, subdomain, country, wellFormed])

  if (!wellFormed) return { state: 'none' }
  return known?.subdomain === subdomain ? known.check : { state: 'checking' }
}
