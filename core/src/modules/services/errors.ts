import { errorTable } from '@innoerp/sdk/contract'

/** Errors of what modules ask the host to do. Listed in docs/errors.md. */
export const serviceErrors = errorTable('SERVICE', {
  MAIL: ['unprocessable', 'This mail cannot be sent: {problem}.'],
  PAYLOAD: ['too_large', 'The payload of the job “{name}” is larger than 64 KiB. Leave the id of a record instead.'],
})
