import type { ListParams, PageOf } from '../../contract/list.js'
import type { CallOptions } from './client.js'
import { getApi } from './current-api.js'

/** What every record has. */
export interface AnyRecord {
  id: string
  version?: number
}

/** Fields that only the server writes. */
export type ServerField = 'id' | 'version' | 'created_at' | 'updated_at' | 'created_by'
/** What the body of a record may hold when nothing narrower is said. */
export type DraftOf<T> = Partial<Omit<T, ServerField>>

export type WriteOptions = Pick<CallOptions, 'etag' | 'idempotencyKey' | 'signal'>
export type ReadOptions = Pick<CallOptions, 'signal'>

/** Records below one path of the API. `T` is the record, `New` what creates one. */
export interface Resource<T extends AnyRecord, New extends object = DraftOf<T>> {
  /** Absolute path, e.g. `/api/v1/crm/companies`. */
  readonly path: string
  list(params?: ListParams, options?: ReadOptions): Promise<PageOf<T>>
  get(id: string, options?: ReadOptions): Promise<T>
  create(body: New, options?: WriteOptions): Promise<T>
  /** Changes some fields. Give the ETag of the record that the change is based on: a stale one is refused with 412. */
  update(id: string, body: Partial<New>, options?: WriteOptions): Promise<T>
  /** Deletes softly; {@link Resource.restore} takes it back. */
  remove(id: string, options?: WriteOptions): Promise<void>
  restore(id: string, options?: WriteOptions): Promise<T>
  /** Calls an action of one record: `POST <path>/<id>/<name>`. */
  act<R = T>(id: string, name: string, options?: WriteOptions & { body?: unknown }): Promise<R>
}

/**
 * Declares records of the API once; pages use them through the hooks, tables take `list` as their source.
 * @example export const companies = resource<Company>('/api/v1/crm/companies')
 */
export function resource<T extends AnyRecord, New extends object = DraftOf<T>>(path: string): Resource<T, New> {
  const at = (id: string) => `${path}/${encodeURIComponent(id)}`
  return {
    path,
    list: (params, options) => getApi().get(path, { ...options, query: params ?? {} }),
    get: (id, options) => getApi().get(at(id), options),
    create: (body, options) => getApi().post(path, body, options),
    update: (id, body, options) => getApi().patch(at(id), body, options),
    remove: (id, options) => getApi().delete(at(id), options),
    restore: (id, options) => getApi().post(`${at(id)}/restore`, undefined, options),
    act: (id, name, { body, ...options } = {}) => getApi().post(`${at(id)}/${name}`, body, options),
  }
}

/** The ETag of a record as the server makes it: its version as a strong tag (RFC 9110 §8.8.3). */
export const etagOf = (record: { version?: number | undefined } | undefined): string | undefined =>
  record?.version === undefined ? undefined : `"${record.version}"`
