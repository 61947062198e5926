import { Button } from '@mui/material'
import type { AnyRecord } from '../../api/resource.js'
import { KIT } from '../../i18n/i18n.js'
import { useT } from '../../i18n/use-t.js'
import { EmptyState, ErrorState } from '../../parts/states.js'
import { recordWords } from '../list/labels.js'
import { isChanged, viewState } from '../list/list-state.js'
import type { DataTableProps } from './data-table-props.js'
import type { TableModel } from './use-table.js'

export type TableSituation = 'rows' | 'error' | 'noMatch' | 'empty'

/** What the table's place shows. An error after rows were shown leaves them. */
export function situationOf<T>({ rows, list }: Pick<TableModel<T>, 'rows' | 'list'>): TableSituation {
  if (rows.rows.length > 0 || rows.loading) return 'rows'
  if (rows.error) return 'error'
  return isChanged(list.state, list.defaults) || list.state.filters.length > 0 ? 'noMatch' : 'empty'
}

interface TableStateProps<T extends AnyRecord> {
  situation: Exclude<TableSituation, 'rows'>
  table: TableModel<T>
  props: DataTableProps<T>
}

/** First run, no results, error and no permission, in the place of the rows. */
export function TableState<T extends AnyRecord>({ situation, table, props }: TableStateProps<T>) {
  const t = useT()
  const kit = useT(KIT)
  const { name, empty = {} } = props
  const words = recordWords(t, name)
  if (situation === 'error') return <ErrorState error={table.rows.error} title={words('notLoaded')} onRetry={table.rows.retry} />
  if (situation === 'noMatch') {
    const clear = () => table.list.update({ ...viewState(table.list.state.view, table.list.defaults), filters: [] })
    return (
      <EmptyState
        filtered
        title={words('noMatch')}
        text={kit('table.noMatchText')}
        actions={
          <Button variant="outlined" size="small" onClick={clear}>
            {kit('filter.clear')}
          </Button>
        }
      />
    )
  }
  return (
    <EmptyState
      {...(empty.icon && { icon: empty.icon })}
      title={empty.title ?? words('empty')}
      text={empty.text ?? words('emptyText')}
      actions={empty.actions}
    />
  )
}
