import { DateText, PanelSection, StatusChip, useT } from '@innoerp/sdk/ui'
import type { Move } from '../../shared/move.js'
import { MoveFacts, useReverseOf } from './move-facts.js'
import { ReverseButton } from './reverse-button.js'

/** A move beside the list of moves. */
export function MovePanel({ move }: { move: Move }) {
  const t = useT()
  const isReversed = useReverseOf(move) !== undefined
  return (
    <>
      <PanelSection>
        <div className="io-row">
          <h2 className="io-grow">
            <DateText value={move.moved_at} time />
          </h2>
          {isReversed && <StatusChip state="cancelled">{t('move.isReversed')}</StatusChip>}
        </div>
        {!isReversed && <ReverseButton move={move} />}
      </PanelSection>
      <PanelSection>
        <MoveFacts move={move} />
      </PanelSection>
    </>
  )
}
