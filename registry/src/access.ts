import type { FastifyReply, FastifyRequest } from 'fastify'
import { errors } from './errors.js'

/** Tells whether a token may write. Called once for each request that needs one. */
export interface TokenVerifier {
  verify(token: string): Promise<boolean> | boolean
}

const BEARER = /^Bearer +([\x21-\x7e]{1,4096})$/i
const READING = ['GET', 'HEAD']

/** A hook that lets only holders of a token through: 401 with REGISTRY_TOKEN_REQUIRED or REGISTRY_TOKEN_INVALID (RFC 6750 §3). */
export const tokenRequired =
  (tokens: TokenVerifier) =>
  async (request: FastifyRequest, reply: FastifyReply): Promise<void> => {
    const token = BEARER.exec(request.headers.authorization ?? '')?.[1]
    if (token !== undefined && (await tokens.verify(token))) return
    reply.header('www-authenticate', 'Bearer')
    throw token === undefined ? errors.TOKEN_REQUIRED() : errors.TOKEN_INVALID()
  }

/** A hook over the whole registry: reading is free, everything else needs a token, before its body is read. */
export function writesNeedToken(tokens: TokenVerifier) {
  const required = tokenRequired(tokens)
  return async (request: FastifyRequest, reply: FastifyReply): Promise<void> => {
    if (!READING.includes(request.method)) await required(request, reply)
  }
}
