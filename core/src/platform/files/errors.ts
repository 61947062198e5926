import { errorTable } from '@innoerp/sdk/contract'

/** Errors of keeping files. Listed in docs/errors.md. */
export const fileErrors = errorTable('FILE', {
  TOO_LARGE: ['too_large', 'A file has at most {max} MB; this one has {size}.'],
  TYPE: ['unsupported_media_type', 'This file is {type} by its content. Taken are {accepted}.'],
  STORE: ['unavailable', 'The file store does not answer. Nothing was changed. Try again in a moment.'],
})
