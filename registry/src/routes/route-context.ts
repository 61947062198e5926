import type { FastifyBaseLogger, FastifyRequest } from 'fastify'
import type { TokenVerifier } from '../access.js'
import type { PublishedPackage } from '../options.js'
import type { Registry } from '../registry.js'

/** What the routes stand on. */
export interface RouteContext {
  registry: Registry
  tokens: TokenVerifier
  /** Address of the registry as this caller writes it, without a slash at its end. */
  baseOf: (request: FastifyRequest) => string
  /** Tells the host of a publication; never rejects. */
  announce: (published: PublishedPackage, log: FastifyBaseLogger) => Promise<void>
}
