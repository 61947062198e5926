import { requestErrors } from '../errors/core-errors.js'
import type { FastifyInstance } from 'fastify'

const MAX_DEPTH = 50

/** PostgreSQL's text holds no null character, and nobody nests this deep on purpose. */
function problemOf(value: unknown, depth = 0): string | undefined {
  if (typeof value === 'string') return value.includes('\0') ? 'Text must not contain null characters.' : undefined
  if (typeof value !== 'object' || value === null) return undefined
  if (depth > MAX_DEPTH) return `The body is nested deeper than ${MAX_DEPTH} levels.`
  for (const item of Object.values(value)) {
    const problem = problemOf(item, depth + 1)
    if (problem) return problem
  }
  return undefined
}

/** JSON bodies: `__proto__` and `constructor` are refused, and so are null characters and absurd depth. */
export function parseJsonBodies(app: FastifyInstance): void {
  const parse = app.getDefaultJsonParser('error', 'error')
  app.removeContentTypeParser(['application/json', 'text/plain'])
  app.addContentTypeParser('application/json', { parseAs: 'string' }, (request, body, done) => {
    void parse(request, body as string, (error, value) => {
      if (error) return done(error)
      const problem = problemOf(value)
      done(problem ? requestErrors.INVALID({ details: [{ field: 'body', message: problem }] }) : null, value)
    })
  })
}
