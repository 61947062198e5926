import type { ReactNode } from 'react'
import { lazyPart, usePart } from '../../host/use-part.js'
import { SkeletonLines } from '../../parts/skeleton.js'
import type { ComposerProps } from './composer.js'

const timelinePart = lazyPart(() => import('./timeline-content.js'))

/** Something that happened to a record, or was said about it. */
export interface TimelineEntry {
  id: string
  /** ISO 8601. */
  at: string
  /** Who did it: their avatar stands before it. */
  person?: string | null
  /** Stands before what no person did. */
  icon?: ReactNode
  /** One line: "Marta Lindqvist moved it to In progress". */
  title: ReactNode
  /** What was written; lines are kept. */
  body?: string
  /** After the time. */
  meta?: ReactNode
}

export interface TimelineProps {
  /** The latest first; undefined while they load. */
  entries: readonly TimelineEntry[] | undefined
  /** A box to write a comment in. */
  composer?: ComposerProps
  /** Loads what happened before. */
  onMore?(): void
  label: string
}

/**
 * What happened to a record, and a box to add to it.
 * @example <Timeline label={t('timeline')} entries={entries} composer={{ onSend: (body) => comment.mutateAsync({ body }) }} />
 */
export function Timeline(props: TimelineProps) {
  const part = usePart(timelinePart, true)
  return part ? <part.TimelineContent {...props} /> : <SkeletonLines rows={3} />
}
