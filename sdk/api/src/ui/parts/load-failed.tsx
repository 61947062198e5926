import { ApiError } from '../api/api-error.js'
import { NotFound } from './not-found.js'
import { ErrorState } from './states.js'

export interface LoadFailedProps {
  error: unknown
  /** What did not load. */
  title: string
  onRetry(): void
}

/** In the place of a record: there is none at this address, or it did not load. */
export function LoadFailed({ error, title, onRetry }: LoadFailedProps) {
  if (error instanceof ApiError && error.status === 404) return <NotFound />
  return <ErrorState error={error} title={title} onRetry={onRetry} />
}
