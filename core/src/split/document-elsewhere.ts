import type { OpenApi } from '../platform/http/openapi.js'
import { serviceErrors } from './errors.js'
import type { Upstream } from './upstream.js'

const PATIENCE_MS = 10_000

/** Whose modules' versions are to be described; the stable ones for nobody in particular. */
export interface Asked {
  host: string
  authorization?: string | undefined
}
/** What a service elsewhere says of its own part of the API. */
export interface DocumentElsewhere {
  /** @throws SERVICE_UNAVAILABLE (503) where nobody answers */
  ask(asked: Asked): Promise<OpenApi>
  /** As it was told last to nobody in particular. */
  latest(): OpenApi
}

export function documentElsewhere(upstream: Upstream): DocumentElsewhere {
  let latest: OpenApi = {}
  const { service } = upstream
  return {
    latest: () => latest,
    ask: async ({ host, authorization }) => {
      const headers = { host, ...(authorization !== undefined && { authorization }) }
      const answer = await upstream.pick()?.pool.request({ method: 'GET', path: '/openapi.json', headers, headersTimeout: PATIENCE_MS }).catch(() => undefined)
      if (answer?.statusCode !== 200) throw serviceErrors.UNAVAILABLE({ values: { service }, retryAfter: 1 })
      const document = (await answer.body.json()) as OpenApi
      if (authorization === undefined) latest = document
      return document
    },
  }
}
