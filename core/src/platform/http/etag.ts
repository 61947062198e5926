import type { FastifyInstance } from 'fastify'

/** A record read alone carries its version as ETag; lists do not. */
export function sendEtags(app: FastifyInstance): void {
  app.addHook('preSerialization', (_request, reply, ...[payload, done]) => {
    if (typeof payload === 'object' && payload !== null && 'version' in payload && 'id' in payload && typeof payload.version === 'number') {
      void reply.header('etag', `"${payload.version}"`)
    }
    done(null, payload)
  })
}
