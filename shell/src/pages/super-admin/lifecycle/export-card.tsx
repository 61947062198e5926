import { BusyButton, Card, KIT, errorText, useHost, useT, useToast, type ApiError } from '@innoerp/sdk/ui'
import { Button } from '@mui/material'
import { useMutation } from '@tanstack/react-query'
import { Download } from 'lucide-react'
import { useEffect } from 'react'
import { saveFile } from '../../../clients/save-file'
import { Loaded } from '../../parts/loaded'
import { OperationChip, OperationProgress } from './operation-card'
import { useOperation } from './use-operation'
import { takeWaiting, useExport } from './use-export'

export interface ExportCardProps {
  /** Where the file of an operation is, once that succeeded. */
  pathOf(operationId: string): string
  /** What the file is called on the person's machine. */
  fileName: string
}

/** The export that was begun on this page, as it goes on; nothing before. */
export function ExportCard(props: ExportCardProps) {
  const { id, dismiss } = useExport()
  return id ? <Running key={id} {...props} id={id} onClose={dismiss} /> : null
}

function useSave({ pathOf, fileName }: ExportCardProps, id: string) {
  const kit = useT(KIT)
  const toast = useToast()
  const { api } = useHost()
  return useMutation<void, ApiError>({
    mutationFn: () => saveFile(api, pathOf(id), fileName),
    onError: (error) => toast({ tone: 'error', text: errorText(kit, error) }),
  })
}

function Running({ id, onClose, ...file }: ExportCardProps & { id: string; onClose(): void }) {
  const t = useT()
  const query = useOperation(id)
  const { mutate: save, isPending } = useSave(file, id)
  const state = query.data?.state
  // Who began it gets the file without asking again; who comes back later takes it by the button.
  useEffect(() => {
    if (state === 'succeeded' && takeWaiting(id)) save()
  }, [state, id, save])
  const actions = (
    <>
      {state === 'succeeded' && (
        <BusyButton variant="outlined" size="small" icon={<Download size={15} />} busy={isPending} onClick={() => save()}>
          {t('export.download')}
        </BusyButton>
      )}
      <Button variant="text" size="small" onClick={onClose}>
        {t('operation.close')}
      </Button>
    </>
  )
  return (
    <div className="pages-started">
      <Card title={t('export.card')} count={state && <OperationChip state={state} />} actions={actions}>
        <Loaded query={query} failed={t('operation.notLoaded')}>
          {(operation) => <OperationProgress operation={operation} />}
        </Loaded>
      </Card>
    </div>
  )
}
