import { StateView, useHost, useT } from '@innoerp/sdk/ui'
import { Button } from '@mui/material'
import { PowerOff } from 'lucide-react'
import { useEffect } from 'react'
import { SHELL } from '../page-table'
import { useShell } from '../shell-context'

/** In the place of a module that was switched off while it was open. */
export function SwitchedOff({ name }: { name: string }) {
  const t = useT(SHELL)
  const { table } = useShell()
  const host = useHost()
  useEffect(() => host.page.set({ title: name, crumbs: [] }), [host, name])
  return (
    <div className="io-crash" role="status">
      <div className="io-card">
        <StateView
          page
          icon={<PowerOff size={20} />}
          title={t('switchedOff.title', { name })}
          text={t('switchedOff.text')}
          actions={
            <Button variant="outlined" onClick={() => void host.navigate(table.home)}>
              {t('switchedOff.home')}
            </Button>
          }
        />
      </div>
    </div>
  )
}
