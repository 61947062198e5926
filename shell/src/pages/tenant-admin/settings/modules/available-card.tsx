import { Card, EmptyState, ErrorState, ModuleTile, SkeletonLines, useAll, useT } from '@innoerp/sdk/ui'
import { Button } from '@mui/material'
import { useState } from 'react'
import { availableModules, type AvailableModule } from '../../../../clients/own-modules'
import { useEnabledModules } from '../../../../root/feed/use-enabled-modules'
import { useAsked } from '../../../parts/use-asked'
import { AskDialog } from './ask-dialog'

/** Modules of the platform that the organization does not have, to ask for. */
export function AvailableCard() {
  const t = useT()
  const own = useEnabledModules()
  const { data, error, refetch } = useAll(availableModules)
  const asking = useAsked<AvailableModule>()
  const [asked, setAsked] = useState<readonly string[]>([])
  const rest = data?.filter(({ id }) => !own.some(({ module_id }) => module_id === id))
  return (
    <Card title={t('moduleList.available')} flush {...(rest && { count: rest.length })}>
      {rest?.map((module) => (
        <div key={module.id} className="io-list-item pages-key">
          <ModuleTile color={module.metadata.color} icon={module.metadata.icon} size={28} />
          <span className="io-col io-grow">
            <span className="io-strong io-trunc">{module.name}</span>
            <span className="io-cap">{module.description}</span>
          </span>
          {asked.includes(module.id) ? (
            <span className="io-cap">{t('moduleList.asked')}</span>
          ) : (
            <Button variant="outlined" size="small" aria-label={t('moduleList.askTitle', { name: module.name })} onClick={() => asking.ask(module)}>
              {t('moduleList.ask')}
            </Button>
          )}
        </div>
      ))}
      {rest?.length === 0 && <EmptyState icon="module" title={t('moduleList.availableEmpty')} />}
      {error && !data && <ErrorState title={t('moduleList.notLoaded')} error={error} onRetry={() => void refetch()} />}
      {!data && !error && (
        <div className="pages-pad">
          <SkeletonLines rows={3} />
        </div>
      )}
      <AskDialog module={asking.subject} open={asking.open} onClose={asking.close} onAsked={(id) => setAsked([...asked, id])} />
    </Card>
  )
}
