import { ERROR_KINDS, isDomainError, type DomainError } from '@innoerp/sdk/contract'
import type { FastifyError, FastifyReply, FastifyRequest } from 'fastify'
import { errors } from './errors.js'

const isFastifyError = (error: unknown): error is FastifyError => error instanceof Error && 'code' in error && 'statusCode' in error

/** The registry's own word for an error that Fastify raised before a handler ran; undefined for a fault of the server. */
function refusalOf(error: unknown): DomainError | undefined {
  if (isDomainError(error)) return error
  if (!isFastifyError(error)) return undefined
  const status = error.statusCode ?? 500
  if (status === 413) return errors.BODY_TOO_LARGE()
  if (status >= 400 && status < 500) return errors.REQUEST_INVALID({ values: { reason: error.message } })
  return undefined
}

/**
 * Answers an error in both tongues that callers of these routes speak: npm prints `error`, clients of the platform read `detail`.
 * A fault of the server is logged and told without its cause.
 */
export function answerError(error: unknown, request: FastifyRequest, reply: FastifyReply): FastifyReply {
  const refusal = refusalOf(error)
  if (!refusal) request.log.error({ err: error }, 'registry request failed')
  const [status, title] = ERROR_KINDS[refusal?.kind ?? 'internal']
  const message = refusal?.message ?? 'The registry could not do this. Try again later.'
  return reply.code(status).send({
    error: message,
    detail: {
      error: title,
      message,
      code: refusal?.code ?? 'REGISTRY_INTERNAL',
      ...(refusal?.details && { details: refusal.details }),
      request_id: request.id,
    },
  })
}
