import { Button } from '@mui/material'
import { CircleCheck, CircleX } from 'lucide-react'
import { Link } from 'react-router'
import { Can, errorText, FactsPanel, Money, PanelSection, RecordMenu, RecordName, StatePath, useCan, useT, useToast, useUpdate, DateText } from '@innoerp/sdk/ui'
import type { Deal } from '../../shared/deal.js'
import type { Pipeline, Stage } from '../../shared/pipeline.js'
import { deals } from '../crm-api.js'
import { dealForm } from '../forms.js'
import { companyKind } from '../kinds.js'
import { StageChip } from './stage-chip.js'

export interface DealPanelProps {
  deal: Deal
  pipeline: Pipeline
  onDeleted(): void
}

/** A deal beside the board or the list: where it stands, how it ends, its facts. */
export function DealPanel({ deal, pipeline, onDeleted }: DealPanelProps) {
  const t = useT()
  const closed = { label: t('field.closed_at'), value: <DateText value={deal.closed_at} /> }
  return (
    <>
      <PanelSection>
        <div className="io-col io-gap-4">
          <div className="io-row">
            <span className="io-grow">
              <StageChip id={deal.stage_id} />
            </span>
            <RecordMenu small permission="crm.write" form={dealForm} record={deal} title={deal.name} onDeleted={onDeleted} />
          </div>
          <h2>
            <bdi>{deal.name}</bdi>
          </h2>
          <div className="io-row io-wrap io-gap-12">
            {deal.amount && <Money value={deal.amount} currency={deal.currency} className="io-strong" />}
            {deal.company_id && (
              <Link className="io-link" to={`/companies/${deal.company_id}`}>
                <RecordName kind={companyKind} id={deal.company_id} size={20} />
              </Link>
            )}
          </div>
        </div>
      </PanelSection>
      <PanelSection>
        <DealSteps deal={deal} stages={pipeline.stages} />
      </PanelSection>
      <FactsPanel
        form={dealForm}
        record={deal}
        permission="crm.write"
        sections={[
          { facts: ['amount', 'currency', 'probability', 'expected_close_date', ...(deal.closed_at ? [closed] : []), 'company_id', 'contact_id', 'owner_id'] },
          { facts: ['stage_changed_at', 'created_at', 'updated_at'] },
        ]}
      />
    </>
  )
}

/** The open stages as a path, and the ways to end. */
function DealSteps({ deal, stages }: { deal: Deal; stages: readonly Stage[] }) {
  const t = useT()
  const toast = useToast()
  const canWrite = useCan('crm.write')
  const update = useUpdate(deals)
  const move = (stage_id: string) =>
    update.mutate({ record: deal, changes: { stage_id } }, { onError: (error) => toast({ text: errorText(t, error), tone: 'error' }) })
  const open = stages.filter(({ kind }) => kind === 'open')
  const ends = stages.filter(({ kind, id }) => kind !== 'open' && id !== deal.stage_id)
  return (
    <div className="io-col io-gap-12">
      <StatePath
        label={t('field.stage_id')}
        steps={open.map(({ id, name }) => ({ id, label: name }))}
        current={deal.stage_id ?? ''}
        finished={deal.stage_kind === 'won'}
        {...(canWrite && { onMove: move })}
      />
      <Can permission="crm.write">
        <div className="io-row io-wrap">
          {ends.map(({ id, name, kind }) => (
            <Button key={id} variant="outlined" size="small" startIcon={kind === 'won' ? <CircleCheck size={15} /> : <CircleX size={15} />} disabled={update.isPending} onClick={() => move(id)}>
              {name}
            </Button>
          ))}
        </div>
      </Can>
    </div>
  )
}
