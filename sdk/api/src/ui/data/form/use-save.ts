import { useQueryClient } from '@tanstack/react-query'
import { useState } from 'react'
import { keys, useCreate, useUpdate } from '../../api/hooks.js'
import { createKeyring } from '../../api/idempotency.js'
import { etagOf, type AnyRecord, type WriteOptions } from '../../api/resource.js'
import type { FormSpec } from './form-spec.js'

/** Saves in its own way; `options` carry the ETag and the idempotency key that the request should have. */
export type SubmitForm<T extends AnyRecord> = (body: Record<string, unknown>, options: WriteOptions) => Promise<T | void>

/**
 * Saves a form: creates without a record, else changes it under `If-Match`, so that a change by someone else is never overwritten
 * unseen. Rejects with an ApiError.
 */
export function useSave<T extends AnyRecord, New extends object>(form: FormSpec<T, New>, onSubmit: SubmitForm<T> | undefined) {
  const queries = useQueryClient()
  const options = form.also ? { also: form.also } : {}
  const create = useCreate(form.target, options)
  const update = useUpdate(form.target, options)
  const [keyring] = useState(() => createKeyring())

  async function submitOwn(send: SubmitForm<T>, body: Record<string, unknown>, record: T | undefined): Promise<T | undefined> {
    const etag = etagOf(record)
    const saved = await send(body, { idempotencyKey: keyring.keyFor(body), ...(etag && { etag }) })
    keyring.settle()
    await Promise.all([form.target.path, ...(form.also ?? [])].map((path) => queries.invalidateQueries({ queryKey: keys.all(path) })))
    return saved ?? undefined
  }
  return (body: Record<string, unknown>, record: T | undefined): Promise<T | undefined> => {
    if (onSubmit) return submitOwn(onSubmit, body, record)
    return record ? update.mutateAsync({ record, changes: body as Partial<New> }) : create.mutateAsync(body as New)
  }
}
