import { Dialog, Note, useT } from '@innoerp/sdk/ui'
import { Button } from '@mui/material'
import { useId } from 'react'
import type { RegistryToken } from '../../../clients/packages'
import { LinkField } from '../../parts/link-field'

export interface TokenDialogProps {
  token: RegistryToken | undefined
  open: boolean
  onClose(): void
}

/** Shows a new token, once. */
export function TokenDialog({ token, open, onClose }: TokenDialogProps) {
  const t = useT()
  const titleId = useId()
  return (
    <Dialog open={open} onClose={onClose} aria-labelledby={titleId} slotProps={{ paper: { className: 'io-dialog' } }}>
      <div className="io-dialog-body">
        <h2 className="io-dialog-title" id={titleId}>
          {t('token.ready', { name: token?.name ?? '' })}
        </h2>
        <Note tone="warning">{t('token.once')}</Note>
        <LinkField label={t('token.one')} link={token?.token ?? ''} hint={t('token.hint')} />
      </div>
      <div className="io-dialog-foot">
        <Button variant="contained" onClick={onClose}>
          {t('token.kept')}
        </Button>
      </div>
    </Dialog>
  )
}
