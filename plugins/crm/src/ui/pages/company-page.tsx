import { useNavigate, useParams, useSearchParams } from 'react-router'
import {
  AddButton, Avatar, Can, Card, CreateButton, ErrorState, FactsPanel, PageFrame, RecordLayout, RecordMenu, SkeletonLines, Tabs, useRecord,
  useSlotActions, useSlotTabs, useT,
} from '@innoerp/sdk/ui'
import type { Company } from '../../shared/company.js'
import { companies } from '../crm-api.js'
import { companyForm, contactForm, dealForm } from '../forms.js'
import { ReachButtons } from '../parts/reach-buttons.js'
import { CompanyContacts, CompanyDeals, useContactCount, useDealCount } from '../parts/related.js'

/** Where other modules show what they know of a company, and what they can do with it; they are given `{ company_id }`. */
const TABS = 'crm.company.tabs'
const ACTIONS = 'crm.company.actions'
const OVERVIEW = 'overview'

/** One company with everything about it. */
export default function CompanyPage() {
  const t = useT()
  const { id = '' } = useParams()
  const company = useRecord(companies, id)
  if (company.data) return <Loaded key={id} company={company.data} />
  return (
    <PageFrame title={t('nav.companies')} permission="crm.read">
      {company.error ? (
        <ErrorState error={company.error} title={t('company.oneNotLoaded')} onRetry={() => void company.refetch()} />
      ) : (
        <SkeletonLines />
      )}
    </PageFrame>
  )
}

function Loaded({ company }: { company: Company }) {
  const t = useT()
  const navigate = useNavigate()
  const [params, setParams] = useSearchParams()
  const context = { company_id: company.id }
  const added = useSlotTabs(TABS, context)
  const more = useSlotActions(ACTIONS, context)
  const tab = params.get('tab')
  const shown = added.content(tab)
  return (
    <PageFrame
      fill
      title={company.name}
      permission="crm.read"
      crumbs={[{ label: t('nav.companies'), to: '' }]}
      lead={<Avatar name={company.name} id={company.id} square size={40} />}
      facts={[company.industry, company.city, company.country].filter(Boolean).join(' · ')}
      {...(added.items.length > 0 && {
        tabs: (
          <Tabs
            items={[{ id: OVERVIEW, label: t('company.overview') }, ...added.items]}
            value={shown ? (tab ?? OVERVIEW) : OVERVIEW}
            onChange={(id) => setParams(id === OVERVIEW ? {} : { tab: id })}
            label={t('company.parts')}
          />
        ),
      })}
      actions={
        <>
          <RecordMenu
            permission="crm.write"
            form={companyForm}
            record={company}
            title={company.name}
            more={more.actions}
            onDeleted={() => void navigate('/')}
          />
          <Can permission="crm.write">
            <CreateButton form={dealForm} defaults={{ company_id: company.id }} onDone={(deal) => deal && void navigate(`/deals?open=${deal.id}`)} />
          </Can>
        </>
      }
    >
      {shown ?? <Overview company={company} />}
      {more.running}
    </PageFrame>
  )
}

function Overview({ company }: { company: Company }) {
  const t = useT()
  const contacts = useContactCount(company.id)
  const deals = useDealCount(company.id)
  const withCompany = { company_id: company.id }
  return (
    <RecordLayout facts={<CompanyFacts company={company} />} factsLabel={t('company.facts')}>
      <ReachButtons {...company} />
      <Card flush title={t('contact.list')} {...(contacts && { count: contacts })} actions={<AddButton permission="crm.write" form={contactForm} defaults={withCompany} />}>
        <CompanyContacts companyId={company.id} />
      </Card>
      <Card flush title={t('deal.list')} {...(deals && { count: deals })} actions={<AddButton permission="crm.write" form={dealForm} defaults={withCompany} />}>
        <CompanyDeals companyId={company.id} />
      </Card>
    </RecordLayout>
  )
}

const CompanyFacts = ({ company }: { company: Company }) => (
  <FactsPanel
    form={companyForm}
    record={company}
    permission="crm.write"
    sections={[
      { title: 'company.facts', facts: ['owner_id', 'industry', 'email', 'phone', 'website'] },
      { title: 'field.address', facts: ['street', 'postal_code', 'city', 'region', 'country'] },
      { facts: ['created_at', 'updated_at'] },
    ]}
  />
)
