import { Button } from '@mui/material'
import { DateText } from '../../format/figures.js'
import { KIT } from '../../i18n/i18n.js'
import { useT } from '../../i18n/use-t.js'
import { SkeletonLines } from '../../parts/skeleton.js'
import { PersonAvatar } from '../pick/record-name.js'
import { Composer } from './composer.js'
import type { TimelineEntry, TimelineProps } from './timeline.js'

/** The inside of a Timeline. */
export function TimelineContent({ entries, composer, onMore, label }: TimelineProps) {
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
