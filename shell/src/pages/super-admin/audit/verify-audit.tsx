import { BusyButton, Dialog, KIT, Note, errorText, useHost, useT } from '@innoerp/sdk/ui'
import { Button } from '@mui/material'
import { useMutation } from '@tanstack/react-query'
import { useId, useState } from 'react'
import { verifyAudit, type AuditVerification } from '../../../clients/audit'

/** Reads the whole chain of hashes, and says whether an entry was changed or taken away. */
export function VerifyAudit() {
  const t = useT()
  const { api } = useHost()
  const titleId = useId()
  const [open, setOpen] = useState(false)
  const { mutate, isPending, data, error } = useMutation({ mutationFn: () => verifyAudit(api), onSettled: () => setOpen(true) })
  return (
    <>
      <BusyButton variant="outlined" busy={isPending} onClick={() => mutate()}>
        {t('audit.verify')}
      </BusyButton>
      <Dialog open={open} onClose={() => setOpen(false)} aria-labelledby={titleId} slotProps={{ paper: { className: 'io-dialog' } }}>
        <div className="io-dialog-body">
          <h2 className="io-dialog-title" id={titleId}>
            {t('audit.verified')}
          </h2>
          <Result result={data} error={error} />
        </div>
        <div className="io-dialog-foot">
          <Button variant="contained" onClick={() => setOpen(false)}>
            {t('action.close')}
          </Button>
        </div>
      </Dialog>
    </>
  )
}

function Result({ result, error }: { result: AuditVerification | undefined; error: unknown }) {
  const t = useT()
  const kit = useT(KIT)
  if (error) return <Note tone="danger">{errorText(kit, error)}</Note>
  if (!result) return null
  if (result.ok) return <Note tone="success">{t('audit.whole', { count: result.entries })}</Note>
  return <Note tone="danger">{t('audit.broken', { entry: result.first_bad ?? '' })}</Note>
}
