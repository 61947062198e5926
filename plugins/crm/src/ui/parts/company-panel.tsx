import { AddButton, FactsPanel, PanelHead, PanelSection, useT } from '@innoerp/sdk/ui'
import type { Company } from '../../shared/company.js'
import { companyForm, contactForm, dealForm } from '../forms.js'
import { addressFact } from './address-fact.js'
import { ReachButtons } from './reach-buttons.js'
import { CompanyContacts, CompanyDeals, useContactCount, useDealCount } from './related.js'

/** A company beside the list of companies: how to reach it, its facts, its people, its open deals. */
export function CompanyPanel({ company, onDeleted }: { company: Company; onDeleted(): void }) {
  const t = useT()
  const contacts = useContactCount(company.id)
  const deals = useDealCount(company.id, true)
  const withCompany = { company_id: company.id }
  return (
    <>
      <PanelHead avatar="square" form={companyForm} record={company} title={company.name} second={company.industry} permission="crm.write" onDeleted={onDeleted}>
        <ReachButtons {...company} />
      </PanelHead>
      <FactsPanel
        form={companyForm}
        record={company}
        permission="crm.write"
        sections={[{ facts: ['owner_id', 'industry', addressFact(t('field.address'), company), 'email', 'phone', 'website'] }]}
      />
      <PanelSection title={t('contact.list')} {...(contacts && { count: contacts })} action={<AddButton permission="crm.write" form={contactForm} defaults={withCompany} />}>
        <CompanyContacts companyId={company.id} />
      </PanelSection>
      <PanelSection title={t('deal.listOpen')} {...(deals && { count: deals })} action={<AddButton permission="crm.write" form={dealForm} defaults={withCompany} />}>
        <CompanyDeals open companyId={company.id} />
      </PanelSection>
    </>
  )
}
