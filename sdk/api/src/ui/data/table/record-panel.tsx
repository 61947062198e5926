import { useQuery } from '@tanstack/react-query'
import type { ReactNode } from 'react'
import type { ApiError } from '../../api/api-error.js'
import { keys } from '../../api/hooks.js'
import type { AnyRecord } from '../../api/resource.js'
import { KIT } from '../../i18n/i18n.js'
import { useT } from '../../i18n/use-t.js'
import { SkeletonLines } from '../../parts/skeleton.js'
import { EmptyState, ErrorState } from '../../parts/states.js'
import type { TableSource } from '../list/source.js'
import { SidePanel } from '../record/side-panel.js'
import { rowLink, rowTitle, type Column } from './column.js'
import type { TableModel } from './use-table.js'

export interface RecordPanelProps<T extends AnyRecord> {
  table: TableModel<T>
  source: TableSource<T>
  columns: readonly Column<T>[]
  render(record: T): ReactNode
}

/** The side panel of a table: its record comes from the rows, or by itself when a link named one that is not among them. */
export function RecordPanel<T extends AnyRecord>({ table, source, columns, render }: RecordPanelProps<T>) {
  const t = useT(KIT)
  const { open, order, rows } = table
  const loaded = rows.rows.find(({ id }) => id === open)
  const wanted = open !== undefined && !loaded && !rows.loading && source.get !== undefined
  const single = useQuery<T | undefined, ApiError>({
    queryKey: keys.record(source.path, open ?? ''),
    queryFn: ({ signal }) => source.get?.(open ?? '', { signal }),
    enabled: wanted,
  })
  const record = loaded ?? (wanted ? single.data : undefined)
  const missing = open !== undefined && !record && !rows.loading && (source.get === undefined || single.error?.status === 404)
  const index = open === undefined ? -1 : order.indexOf(open)
  const close = () => {
    table.peek(undefined)
    table.focusRow(open)
  }
  const move = (step: 1 | -1) => table.peek(order[index + step] ?? open)
  return (
    <SidePanel
      open={open !== undefined}
      onClose={close}
      label={record ? rowTitle(columns, record) : missing ? t('panel.missing') : ''}
      nav={index < 0 ? undefined : { index, total: Math.max(rows.total ?? 0, order.length), onMove: move }}
      to={record && rowLink(columns, record)}
    >
      {record && render(record)}
      {missing && <EmptyState icon="module" title={t('panel.missing')} text={t('panel.missingText')} />}
      {!record && !missing && single.error && <ErrorState error={single.error} onRetry={() => void single.refetch()} />}
      {!record && !missing && !single.error && (
        <div className="io-section">
          <SkeletonLines />
        </div>
      )}
    </SidePanel>
  )
}
