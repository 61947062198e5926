import { ConfirmDialog, useRemove, useT, useToast } from '@innoerp/sdk/ui'
import { trustedKeys, type TrustedKey } from '../../../clients/trusted-keys'

export interface RemoveKeyDialogProps {
  trusted: TrustedKey | undefined
  open: boolean
  onClose(): void
}

/** Asks before a signature no longer counts. */
export function RemoveKeyDialog({ trusted, open, onClose }: RemoveKeyDialogProps) {
  const t = useT()
  const toast = useToast()
  const remove = useRemove(trustedKeys)
  const values = { name: trusted?.name ?? '' }
  return (
    <ConfirmDialog
      open={open}
      onClose={onClose}
      title={t('key.removeTitle', values)}
      losses={[
        { label: t('loss.access'), value: t('key.removeLoss') },
        { label: t('loss.kept'), value: t('key.removeKept') },
      ]}
      verb={t('key.removeVerb')}
      onConfirm={async () => {
        if (!trusted) return
        await remove.mutateAsync([trusted.id])
        toast(t('key.removed', values))
      }}
    />
  )
}
