import { FormDialog, useHost, useModule, type SlotActionProps } from '@innoerp/sdk/ui'
import { projectForm } from '../forms.js'

/** Makes a project from anywhere; from a company of the CRM, for that company. */
export default function NewProject({ company_id, onClose }: SlotActionProps & { company_id?: string }) {
  const host = useHost()
  const base = useModule()?.basePath ?? ''
  return (
    <FormDialog
      open
      form={projectForm}
      {...(company_id !== undefined && { defaults: { company_id } })}
      onClose={onClose}
      onDone={(project) => project && void host.navigate(`${base}/${project.id}`)}
    />
  )
}
