import { CreateButton, DataTable, PageFrame, columnsOf, useHost, useT, type PhoneRow } from '@innoerp/sdk/ui'
import { inBrowser } from '../../../clients/in-browser'
import { industries, type IndustryRecord } from '../../../clients/industries'
import { industryPath } from '../service-paths'
import { TenantCommands } from '../tenant-commands'
import { newIndustryForm } from './industry-forms'
import { Offered } from './offered'

const column = columnsOf<IndustryRecord>()
const source = inBrowser(industries, ['industry_name', 'industry_code', 'description'])
const SPEC = { sort: ['industry_name', 'industry_code'], search: ['industry_name', 'industry_code', 'description'] }

const COLUMNS = [
  column.name('industry_name', { avatar: null, link: ({ id }) => industryPath(id) }),
  column.text('industry_code', { mono: true, width: 200 }),
  column.text('description', { width: 400 }),
  column.custom('is_active', { label: 'field.state', width: 150, render: (industry) => <Offered industry={industry} /> }),
]

const phoneRow = (industry: IndustryRecord): PhoneRow => ({ title: industry.industry_name, meta: [industry.industry_code], state: <Offered industry={industry} /> })

/** What sign-up offers, each with the modules that come with it. */
export default function IndustriesPage() {
  const t = useT()
  const { navigate } = useHost()
  const create = <CreateButton form={newIndustryForm} onDone={(made) => made && void navigate(industryPath(made.id))} />
  return (
    <PageFrame fill title={t('industry.list')} facts={t('industry.facts')} actions={create}>
      <TenantCommands />
      <DataTable name="industry" source={source} spec={SPEC} columns={COLUMNS} phoneRow={phoneRow} empty={{ icon: 'factory' }} />
    </PageFrame>
  )
}
