import { NOTHING, Skeleton, StatusChip, useT } from '@innoerp/sdk/ui'
import { useChainCheck } from '../finance-api.js'

/** Whether the posted entries of a journal are still those that were posted. */
export function ChainState({ id }: { id: string }) {
  const t = useT()
  const { data, error } = useChainCheck(id)
  if (error) return NOTHING
  if (!data) return <Skeleton width={72} />
  if (data.intact) return <StatusChip state="verified">{t('journal.intact')}</StatusChip>
  return <StatusChip state="modified">{data.broken_at ? t('journal.brokenAt', { number: data.broken_at }) : t('journal.broken')}</StatusChip>
}
