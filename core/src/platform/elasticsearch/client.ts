import { Client, errors } from '@elastic/elasticsearch'
import { SettingsError } from '../../config/settings-error.js'

/** What a request may take, connection included; nothing that people wait for is tried twice. */
export const ANSWER_MS = 5_000
const MAX_ANSWER = 64 * 1024 * 1024
const OLDEST = 8

/** A client of the one cluster. User and password stand in the URL and go nowhere else. */
export function createClient(url: string): Client {
  const { origin, pathname, username, password } = new URL(url)
  return new Client({
    node: `${origin}${pathname}`,
    ...(username && { auth: { username: decodeURIComponent(username), password: decodeURIComponent(password) } }),
    requestTimeout: ANSWER_MS,
    maxRetries: 0,
    maxResponseSize: MAX_ANSWER,
  })
}

/** True for what passes by itself: nobody answers, or somebody who is not ready to. */
export function isAway(error: unknown): boolean {
  if (error instanceof errors.ConnectionError || error instanceof errors.TimeoutError || error instanceof errors.NoLivingConnectionsError) return true
  return error instanceof errors.ResponseError && (error.statusCode === 429 || (error.statusCode ?? 0) >= 500)
}

/**
 * Asks who answers at ELASTICSEARCH_URL. False: nobody does now.
 * @throws SettingsError for what waiting does not mend: a wrong password, another product, a version that is too old
 */
export async function answers(client: Client): Promise<boolean> {
  try {
    const { version } = await client.info()
    if (Number.parseInt(version.number, 10) < OLDEST) throw new SettingsError(`ELASTICSEARCH_URL: version ${version.number} answers there; ${OLDEST} is the oldest that can be used.`)
    return true
  } catch (error) {
    if (isAway(error)) return false
    if (error instanceof errors.ProductNotSupportedError) throw new SettingsError('ELASTICSEARCH_URL: what answers there is not Elasticsearch.')
    if (error instanceof errors.ResponseError) throw new SettingsError(`ELASTICSEARCH_URL: ${refusal(error.statusCode ?? 0)}`)
    throw error
  }
}

const refusal = (status: number): string => (status === 401 || status === 403 ? 'its user or password is refused there.' : `what answers there is not Elasticsearch (status ${status}).`)
