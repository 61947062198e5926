import type { IncomingMessage, ServerResponse } from 'node:http'
import { toDomainError } from '../platform/errors/to-domain-error.js'
import { refuse } from '../platform/http/error-handling.js'
import { exchangeOf } from '../platform/http/exchange.js'
import type { Upstream } from './upstream.js'

/** Answers a request with what a service elsewhere answers, or with why there is no answer. */
export const answerWith =
  (upstream: Upstream) =>
  (req: IncomingMessage, res: ServerResponse): void => {
    upstream.forward(req, res).catch((error: unknown) => {
      if (res.headersSent || res.closed) return void res.destroy()
      refuse(exchangeOf(req), toDomainError(error))
    })
  }
