import { BusyButton, Card, KIT, errorText, useHost, useT, useToast, type ApiError } from '@innoerp/sdk/ui'
import { Button } from '@mui/material'
import { useMutation } from '@tanstack/react-query'
import { Download } from 'lucide-react'
import { useEffect } from 'react'
import { saveFile } from '../../../../clients/save-file'
import { exportPath, type Tenant } from '../../../../clients/tenant'
import { Loaded } from '../../../parts/loaded'
import { OperationChip, OperationProgress } from '../../lifecycle/operation-card'
import { useOperation } from '../../lifecycle/use-operation'
import { takeWaiting, useExport } from './use-export'

/** The export that was begun on this page, as it goes on; nothing before. */
export function ExportCard({ tenant }: { tenant: Tenant }) {
  const { id, dismiss } = useExport()
  return id ? <Running key={id} id={id} tenant={tenant} onClose={dismiss} /> : null
}

function useSave(tenant: Tenant, id: string) {
  const kit = useT(KIT)
  const toast = useToast()
  const { api } = useHost()
  return useMutation<void, ApiError>({
    mutationFn: () => saveFile(api, exportPath(tenant.id, id), `${tenant.subdomain}.ndjson.gz`),
    onError: (error) => toast({ tone: 'error', text: errorText(kit, error) }),
  })
}

function Running({ id, tenant, onClose }: { id: string; tenant: Tenant; onClose(): void }) {
  const t = useT()
  const query = useOperation(id)
  const { mutate: save, isPending } = useSave(tenant, id)
  const state = query.data?.state
  // Who began it gets the file without asking again; who comes back later takes it by the button.
  useEffect(() => {
    if (state === 'succeeded' && takeWaiting(id)) save()
  }, [state, id, save])
  const actions = (
    <>
      {state === 'succeeded' && (
        <BusyButton variant="outlined" size="small" startIcon={<Download size={15} />} busy={isPending} onClick={() => save()}>
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
