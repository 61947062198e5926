import { FactsPanel, PanelHead } from '@innoerp/sdk/ui'
import type { Contact } from '../../shared/contact.js'
import { contactForm } from '../forms.js'
import { ReachButtons } from './reach-buttons.js'

/** A person beside the list of contacts. */
export const ContactPanel = ({ contact, onDeleted }: { contact: Contact; onDeleted(): void }) => (
  <>
    <PanelHead form={contactForm} record={contact} title={contact.name} second={contact.job_title} permission="crm.write" onDeleted={onDeleted}>
      <ReachButtons {...contact} />
    </PanelHead>
    <FactsPanel
      form={contactForm}
      record={contact}
      permission="crm.write"
      sections={[{ facts: ['first_name', 'last_name', 'job_title', 'company_id', 'email', 'phone', 'updated_at'] }]}
    />
  </>
)
