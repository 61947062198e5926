import { IconButton, Menu, MenuItem, useT } from '@innoerp/sdk/ui'
import { Button } from '@mui/material'
import { CalendarPlus, Download, Ellipsis, Plus, Trash2 } from 'lucide-react'
import { useState, type ReactNode } from 'react'
import type { Tenant } from '../../../../clients/tenant'
import { AssignDialog } from '../assign-dialog'
import { DeleteDialog } from './delete-dialog'
import { ExportDialog } from './export-dialog'
import { StatusAction } from './status-action'
import { TrialDialog } from './trial-dialog'

type Question = 'assign' | 'trial' | 'export' | 'delete'

/** What can be done with an organization, at the end of the head of its page. */
export function TenantActions({ tenant }: { tenant: Tenant }) {
  const t = useT()
  const [asked, setAsked] = useState<Question>()
  const close = () => setAsked(undefined)
  return (
    <>
      <MoreActions onAsk={setAsked} />
      <StatusAction tenant={tenant} />
      <Button variant="contained" startIcon={<Plus size={16} />} onClick={() => setAsked('assign')}>
        {t('assign.new')}
      </Button>
      <AssignDialog tenant={tenant} open={asked === 'assign'} onClose={close} />
      <TrialDialog tenant={tenant} open={asked === 'trial'} onClose={close} />
      <ExportDialog tenant={tenant} open={asked === 'export'} onClose={close} />
      <DeleteDialog tenant={tenant} open={asked === 'delete'} onClose={close} />
    </>
  )
}

function MoreActions({ onAsk }: { onAsk(question: Question): void }) {
  const t = useT()
  const [anchor, setAnchor] = useState<HTMLElement | null>(null)
  const item = (question: Question, icon: ReactNode, label: string) => (
    <MenuItem
      onClick={() => {
        setAnchor(null)
        onAsk(question)
      }}
    >
      {icon}
      {label}
    </MenuItem>
  )
  return (
    <>
      <IconButton label={t('tenant.more')} aria-haspopup="menu" aria-expanded={anchor !== null} onClick={(event) => setAnchor(event.currentTarget)}>
        <Ellipsis size={16} aria-hidden />
      </IconButton>
      <Menu anchorEl={anchor} open={anchor !== null} onClose={() => setAnchor(null)}>
        {item('trial', <CalendarPlus size={15} aria-hidden />, t('trial.action'))}
        {item('export', <Download size={15} aria-hidden />, t('export.action'))}
        {item('delete', <Trash2 size={15} aria-hidden />, t('deletion.action'))}
      </Menu>
    </>
  )
}
