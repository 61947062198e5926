import { KIT } from '../i18n/i18n.js'
import { useT } from '../i18n/use-t.js'

export interface SkeletonProps {
  /** CSS width, e.g. `62%`. */
  width?: number | string
  /** Pixels. */
  height?: number
  /** For avatars and tiles. */
  round?: boolean
}

/** One bar in the place of what is still loading. It shows after 200 ms and does not move. */
export const Skeleton = ({ width = '100%', height = 10, round = false }: SkeletonProps) => (
  <div className="io-skeleton" style={{ width, height, ...(round && { borderRadius: 6 }) }} />
)

// Uneven on purpose: equal bars read as a broken page.
const WIDTHS = ['62%', '48%', '71%', '55%', '64%']

/** Rows of bars in the shape of a list. Says "Loading" to screen readers once. */
export function SkeletonLines({ rows = 5 }: { rows?: number }) {
  const t = useT(KIT)
  return (
    <div role="status" aria-label={t('loading')}>
      {Array.from({ length: rows }, (_, row) => (
        <div className="io-skeleton-row" key={row}>
          <Skeleton width={22} height={22} round />
          <div className="io-grow">
            <Skeleton width={WIDTHS[row % WIDTHS.length] ?? '60%'} />
          </div>
          <Skeleton width={56} height={16} />
          <Skeleton width={64} />
        </div>
      ))}
    </div>
  )
}
