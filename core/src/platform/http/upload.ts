import multipart from '@fastify/multipart'
import type { FastifyInstance, FastifyRequest } from 'fastify'
import { requestErrors } from '../errors/core-errors.js'

/** A file that came in the field `file` of a form. */
export interface Upload {
  name: string
  content: Buffer
}

const FIELD = 'file'

/** Lets routes take one file of at most `maxBytes` as `multipart/form-data`; it is read whole. */
export async function takeUploads(app: FastifyInstance, maxBytes: number): Promise<void> {
  await app.register(multipart, { limits: { files: 1, fields: 10, parts: 12, fileSize: maxBytes, fieldSize: 10_000, headerPairs: 100 }, throwFileSizeLimit: true })
}

/** @throws REQUEST_INVALID (400) without such a file, 413 for one that is too large */
export async function uploadOf(request: FastifyRequest): Promise<Upload> {
  const part = request.isMultipart() ? await request.file().catch(refuseForm) : undefined
  if (!part || part.fieldname !== FIELD) throw requestErrors.INVALID({ details: [{ field: FIELD, message: 'Send one file in this field of a form.' }] })
  return { name: part.filename, content: await part.toBuffer().catch(refuseForm) }
}

/** The parser of forms says only in words what is wrong with one; what has a code, such as a file too large, is known already. */
function refuseForm(error: Error & { code?: string }): never {
  if (error.code !== undefined) throw error
  throw requestErrors.INVALID({ details: [{ field: FIELD, message: 'This form cannot be read: its boundary is missing, or it ends too early.' }] })
}

/** What OpenAPI says of such a body; the parser looks at it, no schema does. */
export const UPLOAD_BODY = { consumes: ['multipart/form-data'] }
