import { Num, Skeleton, StatTile, useT } from '@innoerp/sdk/ui'

export interface CountTileProps {
  label: string
  /** Undefined while it loads, and when it did not. */
  value: number | undefined
  loading: boolean
  /** What is said below the figure once it is there. */
  note?: string | undefined
}

/** A figure that is asked for: a bar while it loads, a dash and a word when it did not. */
export function CountTile({ label, value, loading, note }: CountTileProps) {
  const t = useT()
  const below = value === undefined ? !loading && t('figure.failed') : note
  return <StatTile label={label} value={loading ? <Skeleton width={40} height={20} /> : <Num value={value} />} note={below} />
}
