import { Check } from 'lucide-react'
import { useId } from 'react'
import { BusyButton, Can, errorText, useT, useToast } from '@innoerp/sdk/ui'
import type { Entry } from '../../shared/entry.js'
import { usePost } from '../finance-api.js'
import { useWhyNotPost } from './why-not-post.js'

/** Posts a draft; while it cannot be posted, the button says why. */
export function PostButton({ entry }: { entry: Entry }) {
  const t = useT()
  const toast = useToast()
  const reasonId = useId()
  const reason = useWhyNotPost(entry)
  const post = usePost()
  const run = () =>
    post.mutate(entry, {
      onSuccess: ({ number }) => toast(t('entry.postedAs', { number: number ?? '' })),
      onError: (error) => toast({ text: errorText(t, error), tone: 'error' }),
    })
  return (
    <Can permission="finance.post">
      {reason && (
        <span className="io-cap io-warn" id={reasonId}>
          {reason}
        </span>
      )}
      <BusyButton variant="contained" icon={<Check size={16} />} busy={post.isPending} disabled={reason !== undefined} aria-describedby={reason ? reasonId : undefined} onClick={run}>
        {t('entry.post')}
      </BusyButton>
    </Can>
  )
}
