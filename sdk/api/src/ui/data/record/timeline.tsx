import { Button } from '@mui/material'
import type { ReactNode } from 'react'
import { DateText } from '../../format/figures.js'
import { KIT } from '../../i18n/i18n.js'
import { useT } from '../../i18n/use-t.js'
import { SkeletonLines } from '../../parts/skeleton.js'
import { PersonAvatar } from '../pick/record-name.js'
import { Composer, type ComposerProps } from './composer.js'

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
export function Timeline({ entries, composer, onMore, label }: TimelineProps) {
  const t = useT(KIT)
  return (
    <div className="io-timeline">
      {composer && <Composer {...composer} />}
      {entries === undefined && <SkeletonLines rows={3} />}
      {entries?.length === 0 && <p className="io-cap">{t('timeline.empty')}</p>}
      {entries && entries.length > 0 && (
        <ol aria-label={label}>
          {entries.map((entry) => (
            <Entry key={entry.id} entry={entry} />
          ))}
        </ol>
      )}
      {onMore && (
        <Button variant="text" size="small" onClick={onMore}>
          {t('timeline.more')}
        </Button>
      )}
    </div>
  )
}

const Entry = ({ entry: { at, person, icon, title, body, meta } }: { entry: TimelineEntry }) => (
  <li>
    {icon ? (
      <span className="io-timeline-icon" aria-hidden>
        {icon}
      </span>
    ) : (
      <PersonAvatar id={person} size={23} />
    )}
    <div>
      <div>{title}</div>
      {body && (
        <p className="io-lines" dir="auto">
          {body}
        </p>
      )}
      <div className="io-cap">
        <DateText value={at} rel />
        {meta && <> · {meta}</>}
      </div>
    </div>
  </li>
)
