import { Button } from '@mui/material'
import { Plus } from 'lucide-react'
import { useState } from 'react'
import { useSearchParams } from 'react-router'
import { Can, ErrorState, FormDialog, PageFrame, SkeletonLines, Tabs, useCan, useListState, useSession, useShortcut, useT } from '@innoerp/sdk/ui'
import type { Pipeline } from '../../shared/pipeline.js'
import { usePipeline } from '../crm-api.js'
import { dealForm } from '../forms.js'
import { DealBoard } from '../parts/deal-board.js'
import { DealList } from '../parts/deal-list.js'
import { PipelineFacts } from '../parts/pipeline-facts.js'

const TABS = ['board', 'list'] as const

/** The organization's deals, as a board of its pipeline or as a list. */
export default function DealsPage() {
  const t = useT()
  const { pipeline, error, refetch } = usePipeline()
  if (pipeline) return <Loaded pipeline={pipeline} />
  return (
    <PageFrame title={t('nav.deals')} permission="crm.read">
      {error ? <ErrorState error={error} title={t('deal.notLoaded')} onRetry={() => void refetch()} /> : <SkeletonLines />}
    </PageFrame>
  )
}

function Loaded({ pipeline }: { pipeline: Pipeline }) {
  const t = useT()
  const list = useListState()
  const canWrite = useCan('crm.write')
  const [params, setParams] = useSearchParams()
  const [adding, setAdding] = useState<string>()
  const add = () => setAdding(pipeline.stages[0]?.id)
  useShortcut(['c'], add, canWrite)
  const tab = params.get('tab') === 'list' ? 'list' : 'board'
  const create = (
    <Can permission="crm.write">
      <Button variant="contained" startIcon={<Plus size={16} />} onClick={add}>
        {t('deal.new')}
      </Button>
    </Can>
  )
  const items = TABS.map((id) => ({ id, label: t(`tab.${id}`) }))
  return (
    <PageFrame
      fill
      title={t('nav.deals')}
      permission="crm.read"
      facts={<PipelineFacts pipeline={pipeline} list={list} />}
      tabs={<Tabs items={items} value={tab} label={t('tab.label')} onChange={(id) => setParams(id === 'list' ? { tab: id } : {})} />}
      actions={create}
    >
      {tab === 'list' ? <DealList pipeline={pipeline} list={list} create={create} /> : <DealBoard pipeline={pipeline} list={list} onAdd={setAdding} />}
      <NewDealDialog stageId={adding} onClose={() => setAdding(undefined)} />
    </PageFrame>
  )
}

function NewDealDialog({ stageId, onClose }: { stageId: string | undefined; onClose(): void }) {
  const { format } = useSession()
  return <FormDialog form={dealForm} open={stageId !== undefined} onClose={onClose} defaults={{ currency: format.currency, ...(stageId && { stage_id: stageId }) }} />
}
