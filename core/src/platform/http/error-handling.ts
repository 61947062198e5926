import { ERROR_KINDS, type DomainError, type ErrorBody, type Log } from '@innoerp/sdk/contract'
import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify'
import { requestErrors } from '../errors/core-errors.js'
import { toDomainError } from '../errors/to-domain-error.js'
import { exchangeOf, type Exchange } from './exchange.js'

/** The one shape of an error on the wire. */
export function errorBody(error: DomainError, requestId: string): ErrorBody {
  const [, title] = ERROR_KINDS[error.kind]
  const { message, code, details } = error
  return { detail: { error: title, message, code, ...(details && { details }), request_id: requestId } }
}

export const statusOf = (error: DomainError): number => ERROR_KINDS[error.kind][0]

/** Maps every error to HTTP once. What is the server's fault is logged whole; the caller gets the request id only. */
export function handleErrors(app: FastifyInstance, log: Log): void {
  const answer = (error: unknown, request: FastifyRequest, reply: FastifyReply) => {
    const shown = toDomainError(error)
    const status = statusOf(shown)
    if (status >= 500) tell(request, { error, shown, status })
    if (shown.retryAfter !== undefined) void reply.header('retry-after', String(shown.retryAfter))
    void reply.code(status).type('application/json; charset=utf-8').serializer(JSON.stringify).send(errorBody(shown, request.id))
  }
  /** What was foreseen, such as a host that still starts, has its code; only a surprise has a stack. */
  const tell = ({ id, url }: FastifyRequest, { error, shown, status }: { error: unknown; shown: DomainError; status: number }): void => {
    const about = { request_id: id, path: pathOf(url) }
    if (status > 500) log.warn({ ...about, code: shown.code }, shown.message)
    else log.error({ ...about, err: error }, shown.message)
  }
  app.setErrorHandler(answer)
  app.setNotFoundHandler((request, reply) => answer(requestErrors.ROUTE_NOT_FOUND(), request, reply))
}

/** What fastify refuses before it knows a route, such as a broken escape in an address, in the same shape as every other error. */
export function refuseAddress(_error: unknown, request: FastifyRequest, reply: FastifyReply): void {
  const shown = requestErrors.BAD_ADDRESS()
  void reply.headers(exchangeOf(request.raw).headers).code(statusOf(shown)).type('application/json; charset=utf-8').serializer(JSON.stringify).send(errorBody(shown, request.id))
}

/** Answers an error before any instance of Fastify saw the request. */
export function refuse({ id, headers, res }: Exchange, error: DomainError): void {
  const retry = error.retryAfter !== undefined && { 'retry-after': String(error.retryAfter) }
  res.writeHead(statusOf(error), { ...headers, 'content-type': 'application/json; charset=utf-8', ...retry }).end(JSON.stringify(errorBody(error, id)))
}

export const pathOf = (url: string): string => {
  const end = url.indexOf('?')
  return end === -1 ? url : url.slice(0, end)
}
