import { FormDialog, useHost, useModule, type SlotActionProps } from '@innoerp/sdk/ui'
import { contactForm } from '../forms.js'

/** Adds a contact from anywhere. */
export default function NewContact({ onClose }: SlotActionProps) {
  const host = useHost()
  const base = useModule()?.basePath ?? ''
  return (
    <FormDialog open form={contactForm} onClose={onClose} onDone={(contact) => contact && void host.navigate(`${base}/contacts?open=${contact.id}`)} />
  )
}
