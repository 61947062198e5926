// npm run kibana:import: brings the dashboards into the Kibana at KIBANA_URL (http[s]://user:password@host:port), over what is there of them.
import { readFileSync } from 'node:fs'
import { FILE } from './saved-objects.mjs'

const DEADLINE_MS = 30_000

/**
 * @param {string} url may hold user and password
 * @returns how many objects Kibana took
 * @throws in one line that names KIBANA_URL
 */
export async function importObjects(url) {
  const { origin, pathname, username, password } = new URL(url)
  const body = new FormData()
  body.append('file', new Blob([readFileSync(FILE)], { type: 'application/ndjson' }), 'saved-objects.ndjson')
  const authorization = username && `Basic ${Buffer.from(`${decodeURIComponent(username)}:${decodeURIComponent(password)}`).toString('base64')}`
  const headers = { 'kbn-xsrf': 'innoerp', ...(authorization && { authorization }) }
  const answer = await fetch(`${origin}${pathname.replace(/\/$/, '')}/api/saved_objects/_import?overwrite=true`, { method: 'POST', headers, body, signal: AbortSignal.timeout(DEADLINE_MS) }).catch((error) => {
    throw new Error(`KIBANA_URL: nobody answers at ${origin} (${error.cause?.code ?? error.name}).`)
  })
  const { success, successCount, errors, message } = await answer.json().catch(() => ({}))
  if (!answer.ok || !success) throw new Error(`KIBANA_URL: Kibana took ${successCount ?? 0} objects (status ${answer.status}). ${message ?? JSON.stringify(errors ?? [])}`)
  return successCount
}

if (process.argv[1] === import.meta.filename) {
  try {
    if (!process.env.KIBANA_URL) throw new Error('KIBANA_URL is not set: where is Kibana?')
    process.stdout.write(`Kibana has ${await importObjects(process.env.KIBANA_URL)} objects of innoERP now.\n`)
  } catch (error) {
    process.stderr.write(`${error.message}\n`)
    process.exitCode = 1
  }
}
