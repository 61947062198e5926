import { FormDialog, useHost, useModule, type SlotActionProps } from '@innoerp/sdk/ui'
import { dealForm } from '../forms.js'

/** Adds a deal from anywhere. */
export default function NewDeal({ onClose }: SlotActionProps) {
  const host = useHost()
  const base = useModule()?.basePath ?? ''
  return <FormDialog open form={dealForm} onClose={onClose} onDone={(deal) => deal && void host.navigate(`${base}/deals?open=${deal.id}`)} />
}
