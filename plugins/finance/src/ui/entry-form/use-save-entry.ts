import { useEffect, useState } from 'react'
import { useNavigate } from 'react-router'
import { errorText, useCreate, useT, useToast, useUpdate } from '@innoerp/sdk/ui'
import type { EntryDocument, NewEntry } from '../../shared/entry.js'
import { accounts, documents, usePost } from '../finance-api.js'

/** Saves a draft and, if asked to, posts it; then its page is shown. A draft that cannot be posted is kept, and its page says why. */
export function useSaveEntry(entry: EntryDocument | undefined) {
  const t = useT()
  const toast = useToast()
  const navigate = useNavigate()
  const create = useCreate(documents, { also: [accounts.path] })
  const update = useUpdate(documents, { also: [accounts.path] })
  const posting = usePost()
  const [failure, setFailure] = useState<Error>()
  const [done, setDone] = useState<{ id: string }>()
  // After the render that ends the guard of unsaved input.
  useEffect(() => {
    if (done) void navigate(`/entries/${done.id}`, { replace: true })
  }, [done, navigate])

  async function post(saved: EntryDocument): Promise<void> {
    try {
      const { number } = await posting.mutateAsync(saved)
      toast(t('entry.postedAs', { number: number ?? '' }))
    } catch (error) {
      toast({ text: `${t('entry.saved')} ${errorText(t, error)}`, tone: 'error' })
    }
  }

  return {
    failure,
    done,
    busy: create.isPending || update.isPending || posting.isPending,
    run: async (body: NewEntry, how: { post: boolean }) => {
      setFailure(undefined)
      try {
        const saved = entry ? await update.mutateAsync({ record: entry, changes: body }) : await create.mutateAsync(body)
        if (how.post) await post(saved)
        else toast(t('entry.saved'))
        setDone(saved)
      } catch (error) {
        setFailure(error as Error)
      }
    },
  }
}
