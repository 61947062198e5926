import { ConfirmDialog, useRemove, useT, useToast } from '@innoerp/sdk/ui'
import { registryTokens, type RegistryToken } from '../../../clients/packages'
import type { TokenDialogProps } from './token-dialog'

/** Asks before a token no longer opens anything. */
export function RevokeTokenDialog({ token, open, onClose }: TokenDialogProps) {
  const t = useT()
  const toast = useToast()
  const remove = useRemove(registryTokens)
  const values = { name: token?.name ?? '' }
  const revoke = async ({ id }: RegistryToken) => {
    await remove.mutateAsync([id])
    toast(t('token.revoked', values))
  }
  return (
    <ConfirmDialog
      open={open}
      onClose={onClose}
      title={t('token.revokeTitle', values)}
      losses={[
        { label: t('loss.access'), value: t('token.revokeLoss') },
        { label: t('loss.kept'), value: t('token.revokeKept') },
      ]}
      verb={t('token.revokeVerb')}
      onConfirm={async () => token && revoke(token)}
    />
  )
}
