import { useNavigate, useParams } from 'react-router'
import { Card, LoadFailed, PageFrame, SkeletonLines, StatusChip, useFormat, useRecord, useT } from '@innoerp/sdk/ui'
import type { Move } from '../../shared/move.js'
import { moves } from '../inventory-api.js'
import { MoveFacts, useReverseOf } from '../parts/move-facts.js'
import { ReverseButton } from '../parts/reverse-button.js'

/** One move. */
export default function MovePage() {
  const t = useT()
  const { id = '' } = useParams()
  const move = useRecord(moves, id)
  if (move.data) return <Loaded key={id} move={move.data} />
  return (
    <PageFrame title={t('nav.moves')} permission="inventory.read">
      {move.error ? <LoadFailed error={move.error} title={t('move.oneNotLoaded')} onRetry={() => void move.refetch()} /> : <SkeletonLines />}
    </PageFrame>
  )
}

function Loaded({ move }: { move: Move }) {
  const t = useT()
  const navigate = useNavigate()
  const format = useFormat()
  const isReversed = useReverseOf(move) !== undefined
  return (
    <PageFrame
      title={t('move.title', { date: format.date(move.moved_at, { time: true }) })}
      permission="inventory.read"
      crumbs={[{ label: t('nav.moves'), to: 'moves' }]}
      {...(isReversed && { chip: <StatusChip state="cancelled">{t('move.isReversed')}</StatusChip> })}
      {...(!isReversed && { actions: <ReverseButton move={move} onDone={({ id }) => void navigate(`/moves/${id}`)} /> })}
    >
      <Card title={t('move.facts')}>
        <MoveFacts move={move} />
      </Card>
    </PageFrame>
  )
}
