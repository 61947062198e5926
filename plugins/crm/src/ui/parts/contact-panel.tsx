import { Avatar, FactsPanel, PanelSection } from '@innoerp/sdk/ui'
import type { Contact } from '../../shared/contact.js'
import { contactForm } from '../forms.js'
import { ReachButtons } from './reach-buttons.js'
import { RecordMenu } from './record-menu.js'

/** A person beside the list of contacts. */
export function ContactPanel({ contact, onDeleted }: { contact: Contact; onDeleted(): void }) {
  return (
    <>
      <PanelSection>
        <div className="io-row io-gap-12">
          <Avatar name={contact.name} id={contact.id} size={40} />
          <div className="io-col io-grow">
            <h2>
              <bdi>{contact.name}</bdi>
            </h2>
            {contact.job_title && <span className="io-cap">{contact.job_title}</span>}
          </div>
          <RecordMenu small form={contactForm} record={contact} title={contact.name} onDeleted={onDeleted} />
        </div>
        <ReachButtons email={contact.email ?? null} phone={contact.phone ?? null} />
      </PanelSection>
      <FactsPanel
        form={contactForm}
        record={contact}
        permission="crm.write"
        sections={[{ facts: ['first_name', 'last_name', 'job_title', 'company_id', 'email', 'phone', 'updated_at'] }]}
      />
    </>
  )
}
