import { Avatar, FactsPanel, PanelSection, useT } from '@innoerp/sdk/ui'
import type { Company } from '../../shared/company.js'
import { contactForm, companyForm, dealForm } from '../forms.js'
import { AddButton } from './add-button.js'
import { addressFact } from './address-fact.js'
import { ReachButtons } from './reach-buttons.js'
import { RecordMenu } from './record-menu.js'
import { CompanyContacts, CompanyDeals, useRelatedCounts } from './related.js'

/** A company beside the list of companies: how to reach it, its facts, its people, its open deals. */
export function CompanyPanel({ company, onDeleted }: { company: Company; onDeleted(): void }) {
  const t = useT()
  const counts = useRelatedCounts(company.id)
  const withCompany = { company_id: company.id }
  return (
    <>
      <PanelSection>
        <div className="io-row io-gap-12">
          <Avatar name={company.name} id={company.id} square size={40} />
          <div className="io-col io-grow">
            <h2>
              <bdi>{company.name}</bdi>
            </h2>
            {company.industry && <span className="io-cap">{company.industry}</span>}
          </div>
          <RecordMenu small form={companyForm} record={company} title={company.name} onDeleted={onDeleted} />
        </div>
        <ReachButtons {...company} />
      </PanelSection>
      <FactsPanel
        form={companyForm}
        record={company}
        permission="crm.write"
        sections={[{ facts: ['owner_id', 'industry', addressFact(t('field.address'), company), 'email', 'phone', 'website'] }]}
      />
      <PanelSection title={t('contact.list')} {...countOf(counts.contacts)} action={<AddButton form={contactForm} defaults={withCompany} />}>
        <CompanyContacts companyId={company.id} />
      </PanelSection>
      <PanelSection title={t('deal.listOpen')} {...countOf(counts.openDeals)} action={<AddButton form={dealForm} defaults={withCompany} />}>
        <CompanyDeals open companyId={company.id} />
      </PanelSection>
    </>
  )
}

const countOf = (count: number | undefined) => (count ? { count } : {})
