import { useMemo, type ReactNode } from 'react'
import { useNavigate } from 'react-router'
import {
  columnsOf, DataTable, filter, ImportButton, PageFrame, SavedViews, useBulkDelete, useList, useListState, useNew,
  usePhone, useSession, useT,
  type ListParams, type ListState, type ListStateHandle, type ListView, type PhoneRow,
} from '@innoerp/sdk/ui'
import { CompanyList, type Company } from '../../shared/company.js'
import { companies } from '../crm-api.js'
import { companyForm } from '../forms.js'
import { CompanyPanel } from '../parts/company-panel.js'
import { ExportButton } from '../parts/export-button.js'
import { useAssign } from '../parts/use-assign.js'

const column = columnsOf<Company>()
const columns = [
  column.name('name', { link: (company) => `/companies/${company.id}` }),
  column.text('industry', { width: 128 }),
  column.text('city', { width: 128 }),
  column.text('country', { width: 116 }),
  column.person('owner_id'),
  column.text('phone', { optional: true }),
  column.text('email', { optional: true }),
  column.date('updated_at', { rel: true, optional: true }),
]
const filters = [filter.text('industry'), filter.text('city'), filter.text('country'), filter.person('owner_id')]

/** All companies of the organization. */
export default function CompaniesPage() {
  const t = useT()
  const navigate = useNavigate()
  const phone = usePhone()
  const views = useViews()
  const list = useListState({ views })
  const remove = useBulkDelete(companies, { name: 'company', permission: 'crm.write' })
  const assign = useAssign()
  const create = useNew({ form: companyForm, permission: 'crm.write', onDone: (company) => void navigate(`/companies/${company.id}`) })
  const actions = (
    <>
      {!phone && <ExportButton params={paramsOf(list.state)} />}
      {!phone && <ImportButton name="company" permission="crm.import" to="/import" />}
      {create.button}
    </>
  )
  return (
    <PageFrame fill title={t('nav.companies')} permission="crm.read" actions={actions} tabs={<SavedViews views={views} state={list} />}>
      <DataTable
        name="company"
        source={companies}
        spec={CompanyList}
        columns={columns}
        filters={filters}
        state={list}
        bulk={[assign.action, remove]}
        panel={panelIn(list)}
        phoneRow={phoneRow}
        empty={{ icon: 'companies', actions: <FirstActions create={create.button} /> }}
      />
      {create.dialog}
      {assign.dialog}
    </PageFrame>
  )
}

const panelIn = (list: ListStateHandle) => (company: Company) => <CompanyPanel key={company.id} company={company} onDeleted={() => list.update({ open: undefined })} />

const phoneRow = ({ name, industry, city, country }: Company): PhoneRow => ({ title: name, meta: [industry, city, country].filter(Boolean) })

const FirstActions = ({ create }: { create: ReactNode }) => (
  <>
    <ImportButton name="company" permission="crm.import" to="/import" />
    {create}
  </>
)

/** All companies, and those of the person who looks. */
function useViews(): readonly ListView[] {
  const { user } = useSession()
  const all = useList(companies, { limit: 1 }).data?.total
  const mine = useList(companies, { limit: 1, owner_id: user.id }).data?.total
  return useMemo(
    () => [
      { id: 'all', label: 'view.all', count: all },
      { id: 'mine', label: 'view.mine', count: mine, filters: [{ field: 'owner_id', values: [user.id] }] },
    ],
    [all, mine, user.id],
  )
}

const paramsOf = ({ search, sort, filters: chosen }: ListState): ListParams => ({
  ...(search && { search }),
  ...(sort && { sort }),
  ...Object.fromEntries(chosen.map(({ field, values }) => [field, values[0]])),
})
