import { FormDialog, useHost, useModule, type SlotActionProps } from '@innoerp/sdk/ui'
import { companyForm } from '../forms.js'

/** Adds a company from anywhere. */
export default function NewCompany({ onClose }: SlotActionProps) {
  const host = useHost()
  const base = useModule()?.basePath ?? ''
  return (
    <FormDialog open form={companyForm} onClose={onClose} onDone={(company) => company && void host.navigate(`${base}/companies/${company.id}`)} />
  )
}
