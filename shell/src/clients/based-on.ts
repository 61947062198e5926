import { etagOf, type AnyRecord, type WriteOptions } from '@innoerp/sdk/ui'

/** Makes a write fail with 412 when the record changed since it was read. */
export function basedOn(record: AnyRecord): WriteOptions {
  const etag = etagOf(record)
  return etag ? { etag } : {}
}
