import { ErrorState, FormDialog, NotFound, PageFrame, SkeletonLines, useAll, useT } from '@innoerp/sdk/ui'
import { Button } from '@mui/material'
import { useState } from 'react'
import { useParams } from 'react-router'
import { industries, type IndustryRecord } from '../../../clients/industries'
import { INDUSTRIES_PATH } from '../service-paths'
import { TenantCommands } from '../tenant-commands'
import { industryForm } from './industry-forms'
import { Offered } from './offered'
import { TemplateCard } from './template-card'

/** An industry: its words, and the modules that a new organization of it gets. */
export default function IndustryPage() {
  const t = useT()
  const { code = '' } = useParams()
  // Read out of the list, which has the retired ones too.
  const { data, error, refetch } = useAll(industries)
  const crumbs = [{ label: t('industry.list'), to: INDUSTRIES_PATH.slice(1) }]
  const industry = data?.find(({ id }) => id === code)
  if (industry) return <Industry industry={industry} crumbs={crumbs} />
  if (data) return <NotFound />
  return (
    <PageFrame title={t('industry.one')} crumbs={crumbs}>
      {error ? <ErrorState title={t('industry.notLoaded')} error={error} onRetry={() => void refetch()} /> : <SkeletonLines />}
    </PageFrame>
  )
}

function Industry({ industry, crumbs }: { industry: IndustryRecord; crumbs: readonly { label: string; to: string }[] }) {
  const t = useT()
  const [editing, setEditing] = useState(false)
  const edit = (
    <Button variant="outlined" onClick={() => setEditing(true)}>
      {t('industry.edit')}
    </Button>
  )
  return (
    <PageFrame title={industry.industry_name} crumbs={crumbs} chip={<Offered industry={industry} />} facts={industry.description} actions={edit}>
      <TenantCommands />
      <TemplateCard industry={industry} />
      <FormDialog form={industryForm} record={industry} open={editing} onClose={() => setEditing(false)} />
    </PageFrame>
  )
}
