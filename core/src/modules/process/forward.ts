import type { FastifyReply, FastifyRequest } from 'fastify'
import http, { type IncomingMessage, type OutgoingHttpHeaders } from 'node:http'
import { pipeline, Transform } from 'node:stream'
import { setTimeout as sleep } from 'node:timers/promises'
import type { ModuleContext } from '../module-context.js'
import { moduleErrors } from '../module-errors.js'
import { requestErrors } from '../../platform/errors/core-errors.js'
import { answerHeaders, requestHeaders } from './headers.js'
import type { ModuleProcess } from './module-process.js'
import { ACTIVITY_HEADER, CONTEXT_HEADER } from './wire-context.js'

const ANSWER_MS = 30_000
/** An answer up to this size is taken whole, a larger one passes through. */
const WHOLE = 1024 * 1024
const MAX_ANSWER = 64 * 1024 * 1024
/** Between a broken connection and the news that its process has ended. */
const NOTICED_MS = 500
const MAX_UPLOAD = 100 * 1024 * 1024

export interface Exchange {
  name: string
  request: FastifyRequest
  reply: FastifyReply
}

/** Hands a request on to the module's process and its answer back; a caller that is gone takes the request along. */
export async function forward(process: ModuleProcess, exchange: Exchange): Promise<unknown> {
  const { request, reply } = exchange
  const ctx = request.context as ModuleContext | null
  const end = ctx ? process.activities.begin(request.id, ctx) : () => {}
  reply.raw.once('close', end)
  process.usedAt = Date.now()
  const answer = await exchangeWith(process, exchange)
  void reply.code(answer.statusCode ?? 502).headers(answerHeaders(answer.headers))
  const length = Number(answer.headers['content-length'] ?? Infinity)
  return length <= WHOLE ? whole(answer) : bounded(answer, MAX_ANSWER)
}

function exchangeWith(process: ModuleProcess, { name, request, reply }: Exchange): Promise<IncomingMessage> {
  const { socket: socketPath, agent } = process
  return new Promise((resolve, reject) => {
    const upstream = http.request({ socketPath, agent, method: request.method, path: request.raw.url, headers: headersFor(process, request) })
    const late = setTimeout(() => upstream.destroy(moduleErrors.TIMEOUT({ values: { name } })), ANSWER_MS)
    upstream.once('response', (answer) => {
      clearTimeout(late)
      resolve(answer)
    })
    upstream.once('error', (error) => {
      clearTimeout(late)
      if ('kind' in error || (isUnreached(error) && !isStreaming(request))) return reject(error)
      // Most often the process ends: the caller is told once that is known, so that who asks again meets the next one.
      void Promise.race([process.ended, sleep(NOTICED_MS)]).then(() => reject(moduleErrors.UNAVAILABLE({ retryAfter: 1 })))
    })
    reply.raw.once('close', () => void (reply.raw.writableFinished || upstream.destroy()))
    sendBody(upstream, request)
  })
}

/** Nothing of the request came to the process: it has just died. */
export const isUnreached = (error: unknown): boolean => ['ECONNREFUSED', 'ENOENT'].includes((error as NodeJS.ErrnoException).code ?? '')

function headersFor(process: ModuleProcess, request: FastifyRequest): OutgoingHttpHeaders {
  const ctx = request.context as ModuleContext | null
  const { body } = request
  return requestHeaders(request.headers, {
    'x-request-id': request.id,
    ...(ctx && { [CONTEXT_HEADER]: process.contextHeader(ctx.base), [ACTIVITY_HEADER]: request.id }),
    ...(Buffer.isBuffer(body) && { 'content-length': body.length }),
  })
}

/** A body that was taken whole, or one that streams: the parser left it where it was. */
function sendBody(upstream: http.ClientRequest, request: FastifyRequest): void {
  const { body, raw } = request
  if (isStreaming(request)) pipeline(raw, limitTo(MAX_UPLOAD), upstream, (error) => error && upstream.destroy(error))
  else upstream.end(body)
}

const isStreaming = ({ body, headers }: FastifyRequest): boolean =>
  body === undefined && (headers['transfer-encoding'] !== undefined || Number(headers['content-length'] ?? 0) > 0)

/** Text stays text, so that it can be kept for a repeated request. */
async function whole(answer: IncomingMessage): Promise<string | Buffer> {
  const chunks: Buffer[] = []
  try {
    for await (const chunk of answer) chunks.push(chunk as Buffer)
  } catch {
    throw moduleErrors.UNAVAILABLE({ retryAfter: 1 })
  }
  const bytes = Buffer.concat(chunks)
  return isText(answer) ? bytes.toString('utf8') : bytes
}

const isText = ({ headers }: IncomingMessage): boolean => headers['content-encoding'] === undefined && /^(application\/json|text\/)/.test(headers['content-type'] ?? '')

const bounded = (answer: IncomingMessage, bytes: number): Transform => pipeline(answer, limitTo(bytes), () => {})

function limitTo(bytes: number): Transform {
  let passed = 0
  return new Transform({
    transform: (chunk: Buffer, _encoding, done) => {
      passed += chunk.length
      done(passed > bytes ? requestErrors.TOO_LARGE() : null, chunk)
    },
  })
}
