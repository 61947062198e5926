import { Button } from '@mui/material'
import { KIT } from '../../i18n/i18n.js'
import { useT } from '../../i18n/use-t.js'
import { Spinner } from '../../parts/spinner.js'
import { recordWords } from '../list/labels.js'
import type { TableSum } from './data-table-props.js'
import type { Rows } from './use-rows.js'

export interface TableFooterProps<T> {
  rows: Rows<T>
  name: string | undefined
  sums: readonly TableSum[]
}

/** How many there are, how many of them are shown, and the sums of what the filter leaves. */
export function TableFooter<T>({ rows, name, sums }: TableFooterProps<T>) {
  const t = useT()
  const kit = useT(KIT)
  if (rows.loading) return <footer className="io-table-foot" />
  const shown = rows.rows.length
  const total = rows.total ?? shown
  const all = recordWords(t, name)('count', { count: total })
  return (
    <footer className="io-table-foot">
      <span role="status">{rows.hasMore ? kit('table.shown', { shown, all }) : all}</span>
      {rows.loadingMore && <Spinner />}
      {rows.hasMore && !rows.loadingMore && (
        <Button variant="text" size="small" onClick={() => void rows.loadMore()}>
          {kit(rows.moreFailed ? 'table.moreFailed' : 'table.more')}
        </Button>
      )}
      <span className="io-grow" />
      {sums.map(({ label, value }) => (
        <span key={label} className="io-row">
          {label} <b className="io-strong">{value}</b>
        </span>
      ))}
    </footer>
  )
}
