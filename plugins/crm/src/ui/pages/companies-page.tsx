import { Button } from '@mui/material'
import { Upload } from 'lucide-react'
import { useMemo } from 'react'
import { Link, useNavigate } from 'react-router'
import {
  Can, columnsOf, CreateButton, DataTable, filter, PageFrame, SavedViews, useBulkDelete, useList, useListState, useSession, useT,
  type ListParams, type ListState, type ListStateHandle, type ListView, type PhoneRow,
} from '@innoerp/sdk/ui'
import { CompanyList, type Company } from '../../shared/company.js'
import { companies } from '../crm-api.js'
import { companyForm } from '../forms.js'
import { CompanyPanel } from '../parts/company-panel.js'
import { ExportButton } from '../parts/export-button.js'

const column = columnsOf<Company>()
const columns = [
  column.name('name', { link: (company) => `/companies/${company.id}` }),
  column.text('industry'),
  column.text('city'),
  column.text('country'),
  column.person('owner_id'),
  column.text('phone', { optional: true }),
  column.text('email', { optional: true }),
  column.date('updated_at', { rel: true }),
]
const filters = [filter.text('industry'), filter.text('city'), filter.text('country'), filter.person('owner_id')]

/** All companies of the organization. */
export default function CompaniesPage() {
  const t = useT()
  const views = useViews()
  const list = useListState({ views })
  const remove = useBulkDelete(companies, { name: 'company', permission: 'crm.write' })
  return (
    <PageFrame fill title={t('nav.companies')} permission="crm.read" actions={<Actions state={list.state} />} tabs={<SavedViews views={views} state={list} />}>
      <DataTable
        name="company"
        source={companies}
        spec={CompanyList}
        columns={columns}
        filters={filters}
        state={list}
        bulk={[remove]}
        panel={panelIn(list)}
        phoneRow={phoneRow}
        empty={{ icon: 'companies', actions: <Actions state={list.state} /> }}
      />
    </PageFrame>
  )
}

const panelIn = (list: ListStateHandle) => (company: Company) => <CompanyPanel key={company.id} company={company} onDeleted={() => list.update({ open: undefined })} />

const phoneRow = ({ name, industry, city, country }: Company): PhoneRow => ({ title: name, meta: [industry, city, country].filter(Boolean) })

function Actions({ state }: { state: ListState }) {
  const t = useT()
  const navigate = useNavigate()
  return (
    <>
      <span className="io-row io-no-phone">
        <ExportButton params={paramsOf(state)} />
        <Can permission="crm.import">
          <Button variant="outlined" startIcon={<Upload size={16} />} component={Link} to="/import">
            {t('company.import')}
          </Button>
        </Can>
      </span>
      <Can permission="crm.write">
        <CreateButton form={companyForm} onDone={(company) => company && void navigate(`/companies/${company.id}`)} />
      </Can>
    </>
  )
}

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
