import { randomUUID } from 'node:crypto'
import type { FastifyRequest } from 'fastify'
import type { IncomingMessage, ServerResponse } from 'node:http'
import type { Assignment, Tenant } from './site.js'

/** A module that is asked, as the organization has it. */
export interface Target {
  tenant: Tenant
  assignment: Assignment
}

/** Called once when the answer has left, or its connection broke before. */
export type Closed = (exchange: Exchange) => void

/** One request and its answer, from the host's socket to the end: what is known of it before Fastify sees it and after. */
export class Exchange {
  readonly id: string
  readonly res: ServerResponse
  /** What every answer says of its request. They go out with the others: Node's own `setHeader` makes all of them cost more. */
  readonly headers: Record<string, string>
  /** Set where a module is asked. */
  target: Target | undefined
  /** The request as Fastify sees it; undefined where it was refused before. */
  request: FastifyRequest | undefined
  /** Who is told of the end. One listener for all: each one more is paid by every request. */
  readonly closed: Closed[] = []
  readonly #startedAt = performance.now()

  constructor(res: ServerResponse, id: string) {
    this.res = res
    this.id = id
    this.headers = { 'x-request-id': id, 'x-content-type-options': 'nosniff' }
  }

  /** Milliseconds since the request came. */
  get duration(): number {
    return performance.now() - this.#startedAt
  }
}

const EXCHANGE = Symbol('innoerp.exchange')
interface WithExchange {
  [EXCHANGE]?: Exchange
}

/** Begins the exchange of a request that has just come; `id` where whoever passed it on has given it one. */
export function openExchange(req: IncomingMessage & WithExchange, res: ServerResponse & WithExchange, id: string = randomUUID()): Exchange {
  const exchange = new Exchange(res, id)
  req[EXCHANGE] = exchange
  res[EXCHANGE] = exchange
  res.on('close', close) // comes once, for finished and for aborted answers alike
  return exchange
}

function close(this: ServerResponse & WithExchange): void {
  const exchange = this[EXCHANGE]
  if (exchange) for (const tell of exchange.closed) tell(exchange)
}

/** The exchange that a request belongs to. Every request of the host has one. */
export function exchangeOf(req: IncomingMessage & WithExchange): Exchange {
  const exchange = req[EXCHANGE]
  if (!exchange) throw new Error('This request did not come through the host’s dispatcher')
  return exchange
}

/** For Fastify's `genReqId`. */
export const requestIdOf = (req: IncomingMessage): string => exchangeOf(req).id
