import type { AnyRecord, Resource } from '../../api/resource.js'

/** Where rows come from: a resource, or anything that lists like one. `path` names the rows in the cache. */
export type ListSource<T extends AnyRecord> = Pick<Resource<T>, 'path' | 'list'>

/** A source whose records can also be read one by one. */
export type RecordSource<T extends AnyRecord> = Pick<Resource<T>, 'path' | 'list' | 'get'>
