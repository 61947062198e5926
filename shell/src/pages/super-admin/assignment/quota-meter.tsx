import { Meter, useFormat, useT } from '@innoerp/sdk/ui'

export interface QuotaMeterProps {
  /** In units of 1,048,576 bytes. */
  used: number
  /** In the same units; null: no limit. */
  limit: number | null | undefined
}

const MEBIBYTE = 1_048_576

/** Storage beside its limit, with a bar where there is one. */
export function QuotaMeter({ used, limit }: QuotaMeterProps) {
  const t = useT()
  const format = useFormat()
  const size = (megabytes: number) => format.size(megabytes * MEBIBYTE)
  if (limit === null || limit === undefined) return <span className="io-num">{size(used)}</span>
  return (
    <span className="pages-quota">
      <span className="io-num">{t('quota.of', { used: size(used), limit: size(limit) })}</span>
      <Meter value={used} limit={limit} label={t('field.storage_mb')} limited />
    </span>
  )
}
