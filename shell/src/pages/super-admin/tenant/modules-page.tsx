import { useT } from '@innoerp/sdk/ui'
import { Button } from '@mui/material'
import { useState } from 'react'
import type { Tenant } from '../../../clients/tenant'
import { ModulesCard } from './modules-card'
import { TemplateDialog } from './template/template-dialog'
import { TenantFrame } from './tenant-frame'

/** The modules of one organization. */
export default function ModulesPage() {
  return <TenantFrame tab="modules">{(tenant) => <ModulesCard tenant={tenant} actions={tenant.deleted_at === null && <ApplyTemplate tenant={tenant} />} />}</TenantFrame>
}

function ApplyTemplate({ tenant }: { tenant: Tenant }) {
  const t = useT()
  const [open, setOpen] = useState(false)
  return (
    <>
      <Button variant="text" size="small" onClick={() => setOpen(true)}>
        {t('applyTemplate.action')}
      </Button>
      <TemplateDialog tenant={tenant} open={open} onClose={() => setOpen(false)} />
    </>
  )
}
