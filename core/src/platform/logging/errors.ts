import { errorTable } from '@innoerp/sdk/contract'

/** Errors of searching the log. Listed in docs/errors.md. */
export const logErrors = errorTable('LOG', {
  SEARCH_DOWN: ['unavailable', 'The log cannot be searched now: Elasticsearch does not answer. Records are kept and will be there once it does.'],
  TOO_DEEP: ['unprocessable', 'Only the first {depth} records of a search can be paged. Narrow the time, the service or the text.'],
})
