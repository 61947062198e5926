import { Card, ConfirmDialog, DateText, useHost, useT } from '@innoerp/sdk/ui'
import { Button } from '@mui/material'
import { useState } from 'react'
import { moduleClient, type RegisteredModule } from '../../../../clients/modules'
import { useAsked } from '../../../parts/use-asked'
import { PreflightDialog, type PreflightQuestion } from '../../lifecycle/preflight-dialog'
import { useStarted } from '../../lifecycle/use-started'
import { useUninstallQuestion } from '../use-questions'
import { ExportFirst } from './export-first'

/** How a module goes: first away with its data kept, then for ever. */
export const DangerCard = ({ module }: { module: RegisteredModule }) =>
  module.uninstalled_at === null ? <InstalledCard module={module} /> : <UninstalledCard module={module} since={module.uninstalled_at} />

function InstalledCard({ module }: { module: RegisteredModule }) {
  const t = useT()
  const asked = useAsked<PreflightQuestion>()
  const question = useUninstallQuestion(module)
  return (
    <Card title={t('danger.title')}>
      <div className="pages-danger">
        <p className="io-t2 io-dense">{t('uninstall.about')}</p>
        <Button variant="outlined" color="error" onClick={() => asked.ask({ ...question(), text: <ExportFirst module={module} text={t('uninstall.text')} onBegun={asked.close} /> })}>
          {t('uninstall.verb')}
        </Button>
      </div>
      <PreflightDialog question={asked.subject} open={asked.open} onClose={asked.close} />
    </Card>
  )
}

function UninstalledCard({ module, since }: { module: RegisteredModule; since: string }) {
  const t = useT()
  const { api } = useHost()
  const { show } = useStarted()
  const [restoring, setRestoring] = useState(false)
  const [purging, setPurging] = useState(false)
  const client = moduleClient(api, module.id)
  const { module_name: name } = module
  return (
    <Card title={t('danger.uninstalled')}>
      <div className="pages-danger">
        <p className="io-t2 io-dense">
          {t('danger.since')} <DateText value={since} rel />. {t('danger.kept')}
        </p>
        <Button variant="outlined" onClick={() => setRestoring(true)}>
          {t('restore.verb')}
        </Button>
        <Button variant="outlined" color="error" onClick={() => setPurging(true)}>
          {t('purge.verb')}
        </Button>
      </div>
      <ConfirmDialog
        open={restoring}
        onClose={() => setRestoring(false)}
        title={t('restore.title', { name })}
        text={t('restore.text')}
        verb={t('restore.verb')}
        tone="primary"
        onConfirm={async () => show(await client.restore())}
      />
      <ConfirmDialog
        open={purging}
        onClose={() => setPurging(false)}
        title={t('purge.title', { name })}
        text={<ExportFirst module={module} text={t('purge.text')} onBegun={() => setPurging(false)} />}
        losses={[{ label: t('loss.access'), value: t('purge.loss') }]}
        verb={t('purge.verb')}
        typeName={module.id}
        onConfirm={async () => show(await client.purge())}
      />
    </Card>
  )
}
