import { Card, useHost, useT } from '@innoerp/sdk/ui'
import { Switch } from '@innoerp/sdk/ui/mui'
import { useId } from 'react'
import { moduleClient, type RegisteredModule } from '../../../../clients/modules'
import { useChange } from './use-change'

/** Whether organizations that do not have the module can be given it. */
export function OpenCard({ module }: { module: RegisteredModule }) {
  const t = useT()
  const { api } = useHost()
  const id = useId()
  const change = useChange((open: boolean) => moduleClient(api, module.id).setOpen(open), {
    done: (open) => t(open ? 'open.opened' : 'open.closed', { name: module.module_name }),
  })
  return (
    <Card title={t('open.title')}>
      <div className="io-row io-gap-12 io-dense">
        <Switch
          checked={module.is_active}
          disabled={change.isPending || module.uninstalled_at !== null}
          onChange={(event) => change.mutate(event.target.checked)}
          slotProps={{ input: { 'aria-labelledby': id } }}
        />
        <span className="io-col">
          <span className="io-strong" id={id}>
            {t('open.label')}
          </span>
          <span className="io-cap">{t('open.text')}</span>
        </span>
      </div>
    </Card>
  )
}
