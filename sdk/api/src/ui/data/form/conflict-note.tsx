import { Button } from '@mui/material'
import { KIT } from '../../i18n/i18n.js'
import { useT } from '../../i18n/use-t.js'
import { Note } from '../../parts/note.js'
import { fieldLabel } from '../list/labels.js'
import type { Conflict } from './changes.js'
import { FieldValue } from './field-value.js'

export interface ConflictNoteProps {
  conflicts: readonly Conflict[]
  /** Takes the saved value of one field, or of all. */
  onTake(conflict?: Conflict): void
}

/** Someone else saved the record meanwhile: what they changed, beside what stands in the form. */
export function ConflictNote({ conflicts, onTake }: ConflictNoteProps) {
  const t = useT()
  const kit = useT(KIT)
  const both = conflicts.filter(({ mine }) => mine !== undefined)
  const others = conflicts.filter(({ mine }) => mine === undefined)
  return (
    <Note tone="warning" title={kit('conflict.title')}>
      {kit(both.length > 0 ? 'conflict.both' : 'conflict.others')}
      <ul className="io-conflicts">
        {both.map((conflict) => (
          <li key={conflict.field.name}>
            <span className="io-strong">{fieldLabel(t, conflict.field.name, conflict.field.options.label)}</span>
            <dl>
              <dt>{kit('conflict.theirs')}</dt>
              <dd>
                <FieldValue field={conflict.field} value={conflict.theirs} />
              </dd>
              <dt>{kit('conflict.mine')}</dt>
              <dd>
                <FieldValue field={conflict.field} value={conflict.mine} />
              </dd>
            </dl>
            <Button variant="outlined" size="small" onClick={() => onTake(conflict)}>
              {kit('conflict.take')}
            </Button>
          </li>
        ))}
        {others.map(({ field, theirs }) => (
          <li key={field.name}>
            <span className="io-strong">{fieldLabel(t, field.name, field.options.label)}</span>
            <FieldValue field={field} value={theirs} />
          </li>
        ))}
      </ul>
      {both.length > 1 && (
        <Button variant="outlined" size="small" onClick={() => onTake()}>
          {kit('conflict.takeAll')}
        </Button>
      )}
    </Note>
  )
}
