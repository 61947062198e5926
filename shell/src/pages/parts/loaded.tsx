import { ErrorState, SkeletonLines } from '@innoerp/sdk/ui'
import type { ReactNode } from 'react'

export interface LoadedProps<T> {
  query: { data: T | undefined; error: Error | null; refetch(): unknown }
  /** Said when it did not load. */
  failed: string
  children(data: T): ReactNode
}

/** What a question was answered with; until then its skeleton, and what went wrong where it did. */
export function Loaded<T>({ query: { data, error, refetch }, failed, children }: LoadedProps<T>) {
  if (data !== undefined) return children(data)
  if (error) return <ErrorState title={failed} error={error} onRetry={() => void refetch()} />
  return (
    <div className="pages-pad">
      <SkeletonLines rows={4} />
    </div>
  )
}
