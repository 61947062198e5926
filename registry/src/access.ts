import type { FastifyReply, FastifyRequest } from 'fastify'
import { errors } from './errors.js'
import { nameOf, type PackageParams } from './routes/schemas.js'

/** What the holder of a token may do. */
export interface TokenRights {
  /** What `npm whoami` says. */
  name: string
  mayWrite(packageName: string): boolean
}

/** Tells what a token is good for. Called once for each request that needs one. */
export interface TokenVerifier {
  /** Undefined for a token that is not valid. */
  verify(token: string): Promise<TokenRights | undefined> | TokenRights | undefined
}

const BEARER = /^Bearer +([\x21-\x7e]{1,4096})$/i
const READING = ['GET', 'HEAD']

/**
 * The rights of a request's token.
 * @throws REGISTRY_TOKEN_REQUIRED, REGISTRY_TOKEN_INVALID: 401 (RFC 6750 §3)
 */
export async function rightsOf(tokens: TokenVerifier, request: FastifyRequest, reply: FastifyReply): Promise<TokenRights> {
  const token = BEARER.exec(request.headers.authorization ?? '')?.[1]
  const rights = token === undefined ? undefined : await tokens.verify(token)
  if (rights) return rights
  reply.header('www-authenticate', 'Bearer')
  throw token === undefined ? errors.TOKEN_REQUIRED() : errors.TOKEN_INVALID()
}

/**
 * A hook over the whole registry: reading is free, everything else needs a token for the package it is about, before its body is read.
 * @throws as {@link rightsOf}, and REGISTRY_TOKEN_SCOPE: 403
 */
export function writesNeedToken(tokens: TokenVerifier) {
  return async (request: FastifyRequest, reply: FastifyReply): Promise<void> => {
    if (READING.includes(request.method)) return
    const rights = await rightsOf(tokens, request, reply)
    const params = request.params as Partial<PackageParams>
    if (params.name === undefined) return
    const name = nameOf({ ...params, name: params.name })
    if (!rights.mayWrite(name)) throw errors.TOKEN_SCOPE({ values: { name: name.slice(0, 80) } })
  }
}
