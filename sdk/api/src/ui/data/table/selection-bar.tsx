import { X } from 'lucide-react'
import { useState } from 'react'
import { errorText } from '../../api/error-text.js'
import { KIT } from '../../i18n/i18n.js'
import { useT } from '../../i18n/use-t.js'
import { Spinner } from '../../parts/spinner.js'
import { useToast } from '../../parts/use-toast.js'
import type { AnyRecord } from '../../api/resource.js'
import type { BulkAction } from './data-table-props.js'
import { headState } from './selection.js'
import type { TableModel } from './use-table.js'

export interface SelectionBarProps<T extends AnyRecord> {
  table: TableModel<T>
  actions: readonly BulkAction<T>[]
}

const MAX_ACTIONS = 4
/** Beyond this, choosing "all" would hold too many rows in the page. */
const MAX_ALL = 2_000

/** Floats above the foot of the table while rows are chosen. */
export function SelectionBar<T extends AnyRecord>({ table, actions }: SelectionBarProps<T>) {
  const t = useT(KIT)
  const { busy, start } = useBulk(table)
  const { selection, order, rows } = table
  const total = rows.total ?? 0
  const offerAll = headState(selection, order) === 'all' && rows.hasMore && total <= MAX_ALL
  const selectAll = async () => {
    const all = await rows.loadAll()
    table.choose(all.map(({ id }) => id))
  }
  return (
    <div className="io-selection" role="toolbar" aria-label={t('table.selection')}>
      <b role="status">{t('table.selected', { count: selection.ids.size })}</b>
      {offerAll && (
        <button type="button" className="io-on-inverse" onClick={() => void selectAll()}>
          {rows.loadingMore ? <Spinner /> : t('table.selectTotal', { count: total })}
        </button>
      )}
      {actions.slice(0, MAX_ACTIONS).map((action) => (
        <button key={action.id} type="button" className="io-on-inverse" aria-disabled={Boolean(busy)} onClick={() => void start(action)}>
          {busy === action.id ? <Spinner /> : action.icon}
          {action.label}
        </button>
      ))}
      <hr />
      <button type="button" className="io-on-inverse" aria-label={t('table.clearSelection')} onClick={table.clear}>
        <X size={16} aria-hidden />
      </button>
    </div>
  )
}

/** Runs one action at a time; a failure leaves the selection as it was. */
function useBulk<T extends AnyRecord>(table: TableModel<T>) {
  const t = useT(KIT)
  const toast = useToast()
  const [busy, setBusy] = useState<string>()
  async function start(action: BulkAction<T>) {
    if (busy !== undefined) return
    setBusy(action.id)
    try {
      await action.run(table.rows.rows.filter(({ id }) => table.selection.ids.has(id)))
      table.clear()
    } catch (error) {
      toast({ text: errorText(t, error), tone: 'error' })
    } finally {
      setBusy(undefined)
    }
  }
  return { busy, start }
}
