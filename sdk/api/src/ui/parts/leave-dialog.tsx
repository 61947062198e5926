import { useEffect, useState } from 'react'
import { useHost } from '../host/host-context.js'
import { KIT } from '../i18n/i18n.js'
import { useT } from '../i18n/use-t.js'
import { ConfirmDialog } from './confirm-dialog.js'

/** Asks before unsaved input is left; stands once, in the shell. */
export function LeaveDialog() {
  const t = useT(KIT)
  const { dirty } = useHost()
  const [answer, setAnswer] = useState<((leave: boolean) => void) | null>(null)
  useEffect(() => {
    const ask = () =>
      new Promise<boolean>((resolve) => {
        setAnswer(() => resolve)
      })
    dirty.setAsk(ask)
  }, [dirty])
  const finish = (leave: boolean) => {
    answer?.(leave)
    setAnswer(null)
  }
  return (
    <ConfirmDialog
      open={answer !== null}
      title={t('leave.title')}
      text={t('leave.text')}
      verb={t('leave.leave')}
      cancel={t('leave.stay')}
      onConfirm={() => finish(true)}
      onClose={() => finish(false)}
    />
  )
}
