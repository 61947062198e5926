import { ConfirmDialog, useT, useToast } from '@innoerp/sdk/ui'
import type { SignUpRequest } from '../../../clients/platform'
import type { Asked } from '../../parts/use-asked'
import { useDecision } from './use-decision'

/** Asks before somebody is told no. */
export function RejectDialog({ subject, open, close }: Asked<SignUpRequest>) {
  const t = useT()
  const toast = useToast()
  const values = { name: subject?.business_name ?? '' }
  const reject = useDecision(() => toast(t('signUp.rejected', values)))
  return (
    <ConfirmDialog
      open={open}
      onClose={close}
      title={t('signUp.rejectTitle', values)}
      text={t('signUp.rejectText')}
      verb={t('signUp.reject')}
      onConfirm={async () => {
        if (subject) await reject.mutateAsync({ request: subject, verb: 'reject' })
      }}
    />
  )
}
