import type { ListParams, PageOf } from '../../../contract/list.js'
import type { AnyRecord, ReadOptions } from '../../api/resource.js'

// Written out, not picked from Resource: only from a plain interface does TypeScript infer a table's record for its columns.

/** Where rows come from: a resource, or anything that lists like one. `path` names the rows in the cache. */
export interface ListSource<T extends AnyRecord> {
  readonly path: string
  list(params?: ListParams, options?: ReadOptions): Promise<PageOf<T>>
}

/** A source whose records can also be read one by one. */
export interface RecordSource<T extends AnyRecord> extends ListSource<T> {
  get(id: string, options?: ReadOptions): Promise<T>
}

/** A source that may be able to read its records one by one; then an address can open one that is not among the rows. */
export interface TableSource<T extends AnyRecord> extends ListSource<T> {
  get?(id: string, options?: ReadOptions): Promise<T>
}
