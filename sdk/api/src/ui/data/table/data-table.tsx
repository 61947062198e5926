import { errorText } from '../../api/error-text.js'
import type { AnyRecord } from '../../api/resource.js'
import { useSession } from '../../host/host-context.js'
import { KIT } from '../../i18n/i18n.js'
import { useT } from '../../i18n/use-t.js'
import { Note } from '../../parts/note.js'
import { FilterBar } from '../filter/filter-bar.js'
import { SavedViews } from '../filter/saved-views.js'
import { useShortcut } from '../keys/use-shortcut.js'
import { recordWords } from '../list/labels.js'
import { usePhone } from '../list/use-phone.js'
import type { Column } from './column.js'
import type { DataTableProps } from './data-table-props.js'
import { PhoneRows } from './phone-rows.js'
import { RecordPanel } from './record-panel.js'
import { SelectionBar } from './selection-bar.js'
import { TableFooter } from './table-footer.js'
import { TableGrid } from './table-grid.js'
import { TableState, situationOf } from './table-states.js'
import { useColumnTaste, useDensity, type ColumnTaste } from './table-taste.js'
import { ColumnsTool, DensityTool, SearchTool } from './table-tools.js'
import { useTable, type TableModel } from './use-table.js'

/**
 * A list of records: paging, sort, search, filters, views, selection, side panel, states, keyboard and the phone's two-line rows.
 * Inside `<PageFrame fill>` it takes the whole page.
 * @example const column = columnsOf<Company>()
 *          const columns = [column.name('name', { link: (company) => company.id }), column.state('status')]
 *          <DataTable name="company" source={companies} spec={companyList} columns={columns} />
 */
export function DataTable<T extends AnyRecord>(props: DataTableProps<T>) {
  const { source, columns, views = [], filters = [], panel, state } = props
  const table = useTable(props)
  const taste = useColumnTaste(props.name ?? source.path, columns)
  const firstRun = situationOf(table) === 'empty'
  useTableShortcuts(table, !props.embedded)
  return (
    <div className="io-data">
      {views.length > 0 && !state && (
        <div className="io-page-tabs">
          <SavedViews views={views} state={table.list} />
        </div>
      )}
      {!firstRun && !props.embedded && (
        <FilterBar fields={filters} value={table.list.state.filters} onChange={(next) => table.list.update({ filters: next })}>
          <Tools props={props} table={table} taste={taste} />
        </FilterBar>
      )}
      <div className="io-split">
        <TableArea props={props} table={table} columns={taste.shown} />
        {panel && <RecordPanel table={table} source={source} columns={columns} render={panel} />}
      </div>
    </div>
  )
}

interface PartProps<T extends AnyRecord> {
  props: DataTableProps<T>
  table: TableModel<T>
}

function Tools<T extends AnyRecord>({ props, table, taste }: PartProps<T> & { taste: ColumnTaste<T> }) {
  const phone = usePhone()
  const [density, setDensity] = useDensity()
  const { search } = table.list.state
  return (
    <>
      {props.tools}
      {props.spec && props.spec.search.length > 0 && <SearchTool value={search} onChange={(next) => table.list.update({ search: next })} />}
      {!phone && <ColumnsTool columns={props.columns} hidden={taste.hidden} onToggle={taste.toggle} />}
      {!phone && <DensityTool value={density} onChange={setDensity} />}
    </>
  )
}

function TableArea<T extends AnyRecord>({ props, table, columns }: PartProps<T> & { columns: readonly Column<T>[] }) {
  const t = useT()
  const kit = useT(KIT)
  const phone = usePhone()
  const [density] = useDensity()
  const situation = situationOf(table)
  const { spec, name, sums = [], panel } = props
  const bulk = useBulk(props)
  const label = recordWords(t, name)('list')
  const { rows, selection } = table
  if (situation !== 'rows') {
    return (
      <div className="io-table-area" data-state={situation}>
        <TableState situation={situation} table={table} props={props} />
      </div>
    )
  }
  const failed = rows.error && !rows.moreFailed
  return (
    <div className="io-table-area" data-density={density}>
      {failed && <Note tone="danger">{errorText(kit, rows.error)}</Note>}
      {phone ? (
        <PhoneRows table={table} columns={columns} label={label} peekable={Boolean(panel)} phoneRow={props.phoneRow} />
      ) : (
        <TableGrid
          table={table}
          columns={columns}
          label={label}
          sortable={spec?.sort ?? []}
          selectable={bulk.length > 0}
          peekable={Boolean(panel)}
        />
      )}
      {selection.ids.size > 0 && <SelectionBar table={table} actions={bulk} />}
      <TableFooter rows={rows} name={name} sums={sums} />
    </div>
  )
}

/** What the user may do with chosen rows; without anything there is nothing to choose them for. */
function useBulk<T extends AnyRecord>({ bulk = [] }: DataTableProps<T>) {
  const { permissions } = useSession()
  return bulk.filter(({ permission }) => !permission || permissions.has(permission))
}

/** J and K begin anywhere on the page; Esc closes the panel first, then lets the selection go. */
function useTableShortcuts<T>(table: TableModel<T>, enabled: boolean) {
  useShortcut(['j', 'k'], (key) => table.run(key === 'j' ? 'next' : 'previous'), enabled && table.order.length > 0)
  useShortcut(['Escape'], () => {
    if (table.open !== undefined) return table.peek(undefined)
    if (table.selection.ids.size === 0) return false
    return table.clear()
  })
}
