import { Trash2 } from 'lucide-react'
import { useRemove, useRestore } from '../../api/hooks.js'
import type { AnyRecord, Resource } from '../../api/resource.js'
import { KIT } from '../../i18n/i18n.js'
import { useT } from '../../i18n/use-t.js'
import { useToast } from '../../parts/use-toast.js'
import { recordWords } from '../list/labels.js'
import type { BulkAction } from './data-table-props.js'

export interface BulkDeleteOptions {
  /** What a record is called in the module's labels: `<name>.deleted` is the toast. */
  name: string
  permission?: string
  /** Paths of other resources that it changes as well. */
  also?: readonly string[]
}

/** Deletes the chosen records; the toast offers to take it back. */
export function useBulkDelete<T extends AnyRecord, New extends object>(
  target: Resource<T, New>,
  options: BulkDeleteOptions,
): BulkAction<T> {
  const t = useT()
  const kit = useT(KIT)
  const toast = useToast()
  const { name, permission, also } = options
  const remove = useRemove(target, also ? { also } : {})
  const restore = useRestore(target, also ? { also } : {})
  return {
    id: 'delete',
    label: kit('table.delete'),
    icon: <Trash2 size={16} aria-hidden />,
    ...(permission && { permission }),
    async run(records) {
      const ids = records.map(({ id }) => id)
      await remove.mutateAsync(ids)
      toast({ text: recordWords(t, name)('deleted', { count: ids.length }), undo: () => restore.mutateAsync(ids) })
    },
  }
}
