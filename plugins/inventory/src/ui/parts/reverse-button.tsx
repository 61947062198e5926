import { Button } from '@mui/material'
import { Undo2 } from 'lucide-react'
import { useState } from 'react'
import { Can, ConfirmDialog, useT, useToast } from '@innoerp/sdk/ui'
import type { Move } from '../../shared/move.js'
import { useReverse } from '../inventory-api.js'

/** Corrects a move by its way back, once that was confirmed: it cannot be taken away again. */
export function ReverseButton({ move, onDone }: { move: Move; onDone?(reverse: Move): void }) {
  const t = useT()
  const toast = useToast()
  const reverse = useReverse()
  const [asking, setAsking] = useState(false)
  const run = async () => {
    const made = await reverse.mutateAsync(move)
    setAsking(false)
    toast(t('move.reversed'))
    onDone?.(made)
  }
  return (
    <Can permission="inventory.move">
      <Button variant="outlined" startIcon={<Undo2 size={16} />} onClick={() => setAsking(true)}>
        {t('move.reverse')}
      </Button>
      <ConfirmDialog open={asking} tone="primary" title={t('move.reverseTitle')} text={t('move.reverseText')} verb={t('move.reverse')} onConfirm={run} onClose={() => setAsking(false)} />
    </Can>
  )
}
