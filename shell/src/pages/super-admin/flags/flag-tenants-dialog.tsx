import { BusyButton, Dialog, IconButton, KIT, Note, RecordName, RecordPicker, errorText, useT, useToast, useUpdate } from '@innoerp/sdk/ui'
import { Button } from '@mui/material'
import { X } from 'lucide-react'
import { useId, useState } from 'react'
import { featureFlags, type FeatureFlag } from '../../../clients/flags'
import { tenantKind } from '../tenant-kind'

export interface FlagTenantsDialogProps {
  flag: FeatureFlag
  open: boolean
  onClose(): void
}

/** Chooses the organizations that have a flag in any case. */
export function FlagTenantsDialog(props: FlagTenantsDialogProps) {
  const titleId = useId()
  return (
    <Dialog open={props.open} onClose={props.onClose} aria-labelledby={titleId} slotProps={{ paper: { className: 'io-dialog' } }}>
      <Content {...props} titleId={titleId} />
    </Dialog>
  )
}

function Content({ flag, titleId, onClose }: FlagTenantsDialogProps & { titleId: string }) {
  const t = useT()
  const kit = useT(KIT)
  const toast = useToast()
  const [ids, setIds] = useState<readonly string[]>(flag.organizations)
  const update = useUpdate(featureFlags, {
    onDone: () => {
      toast(t('flag.changed'))
      onClose()
    },
  })
  return (
    <>
      <div className="io-dialog-body">
        <h2 className="io-dialog-title" id={titleId}>
          {t('flag.tenantsTitle', { key: flag.key })}
        </h2>
        <TenantList ids={ids} onChange={setIds} />
        {update.error && <Note tone="danger">{errorText(kit, update.error)}</Note>}
      </div>
      <div className="io-dialog-foot">
        <Button variant="text" onClick={onClose}>
          {t('action.cancel')}
        </Button>
        <BusyButton variant="contained" busy={update.isPending} onClick={() => update.mutate({ record: flag, changes: { organizations: ids } })}>
          {t('action.save')}
        </BusyButton>
      </div>
    </>
  )
}

function TenantList({ ids, onChange }: { ids: readonly string[]; onChange(ids: readonly string[]): void }) {
  const t = useT()
  const add = (id: string | null) => id !== null && onChange([...ids, id])
  return (
    <div className="pages-picked io-grow">
      <RecordPicker kind={tenantKind} label={t('field.tenant')} value={null} without={ids} onChange={add} />
      <ul className="io-row io-wrap io-gap-4">
        {ids.map((id) => (
          <li key={id} className="io-tag pages-picked-one">
            <RecordName kind={tenantKind} id={id} />
            <IconButton small label={t('flag.without')} onClick={() => onChange(ids.filter((one) => one !== id))}>
              <X size={12} aria-hidden />
            </IconButton>
          </li>
        ))}
      </ul>
    </div>
  )
}
