import type { ReactNode } from 'react'
import type { ListParams, ListSpec } from '../../../contract/list.js'
import type { AnyRecord } from '../../api/resource.js'
import type { FilterField } from '../list/filters.js'
import type { ListView } from '../list/list-state.js'
import type { TableSource } from '../list/source.js'
import type { ListStateHandle } from '../list/use-list-state.js'
import type { Column } from './column.js'

/** One thing to do with the chosen rows; at most four are offered. */
export interface BulkAction<T> {
  id: string
  /** The verb, translated: "Delete". */
  label: string
  icon?: ReactNode
  permission?: string
  /** The selection is cleared when it ends without an error. */
  run(records: readonly T[]): void | Promise<void>
}

/** A figure of all that the filter leaves, at the foot of the table. */
export interface TableSum {
  label: string
  value: ReactNode
}

/** How a row looks on a phone. */
export interface PhoneRow {
  title: ReactNode
  /** Under the title, joined by dots. */
  meta?: readonly ReactNode[]
  figure?: ReactNode
  state?: ReactNode
}

/** What stands in the table's place when there are no records at all. */
export interface FirstRun {
  icon?: string
  title?: string
  text?: ReactNode
  actions?: ReactNode
}

export interface DataTableProps<T extends AnyRecord> {
  source: TableSource<T>
  columns: readonly Column<T>[]
  /**
   * What a record is called in the module's labels: `company` → `company.count`, `company.empty`, `company.emptyText`,
   * `company.noMatch`, `company.notLoaded`. Without it the kit speaks of rows.
   */
  name?: string
  /** What the server can sort by and search in; the list that the shared code declares with `listOf`. */
  spec?: Pick<ListSpec, 'sort' | 'search'>
  /** Parameters that are always sent, e.g. the company whose deals these are. */
  where?: ListParams
  views?: readonly ListView[]
  filters?: readonly FilterField[]
  /** Sort at the start; the server's own by default. */
  sort?: string
  /** View, search and filters of the page, where something else on it uses them too. */
  state?: ListStateHandle
  /** A shorter list in a card of another page: without the bar above it, and its state is not in the address. */
  embedded?: boolean
  /** What the side panel shows of a record; a click on the row opens it. */
  panel?(record: T): ReactNode
  bulk?: readonly BulkAction<T>[]
  sums?: readonly TableSum[]
  phoneRow?(record: T): PhoneRow
  empty?: FirstRun
  /** At the end of the bar above the table. */
  tools?: ReactNode
}
