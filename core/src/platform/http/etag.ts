import type { TSchema } from '@innoerp/sdk/contract'
import type { FastifyInstance, preSerializationHookHandler } from 'fastify'

const sendEtag: preSerializationHookHandler = (...[, reply, payload, done]) => {
  if (typeof payload === 'object' && payload !== null && 'version' in payload && typeof payload.version === 'number') {
    void reply.header('etag', `"${payload.version}"`)
  }
  done(null, payload)
}

interface Answers {
  response?: Record<string, TSchema>
}

/** A record that is answered alone carries its version as ETag; lists do not. */
export function sendEtags(app: FastifyInstance): void {
  app.addHook('onRoute', (route) => {
    const answers = Object.entries((route.schema as Answers | undefined)?.response ?? {}).filter(([status]) => status.startsWith('2'))
    const isRecord = answers.some(([, { properties }]) => properties !== undefined && 'id' in properties && 'version' in properties)
    if (isRecord) route.preSerialization = [sendEtag, ...[route.preSerialization ?? []].flat()]
  })
}
