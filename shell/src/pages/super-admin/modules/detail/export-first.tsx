import { BusyButton, KIT, errorText, useHost, useT, useToast, type ApiError } from '@innoerp/sdk/ui'
import { useMutation } from '@tanstack/react-query'
import { Download } from 'lucide-react'
import { moduleClient, type RegisteredModule, type Started } from '../../../../clients/modules'
import { useExport } from '../../lifecycle/use-export'

export interface ExportFirstProps {
  module: RegisteredModule
  /** What the question says by itself. */
  text: string
  /** The question is put aside: the file is written on the page behind it. */
  onBegun(): void
}

/** In a question whether a module goes: its data can be taken along before. */
export function ExportFirst({ module, text, onBegun }: ExportFirstProps) {
  const t = useT()
  const kit = useT(KIT)
  const toast = useToast()
  const { api } = useHost()
  const { begin } = useExport()
  const start = useMutation<Started, ApiError>({
    mutationFn: () => moduleClient(api, module.id).export(),
    onSuccess: ({ operation_id }) => {
      begin(operation_id)
      onBegun()
    },
    onError: (error) => toast({ tone: 'error', text: errorText(kit, error) }),
  })
  return (
    <>
      {text}{' '}
      <BusyButton variant="outlined" size="small" icon={<Download size={15} />} busy={start.isPending} onClick={() => start.mutate()}>
        {t('export.first')}
      </BusyButton>
    </>
  )
}
