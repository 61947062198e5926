import { Can, columnsOf, CreateButton, DataTable, filter, PageFrame, useBulkDelete, useListState, useT, type ListStateHandle } from '@innoerp/sdk/ui'
import { ContactList, type Contact } from '../../shared/contact.js'
import { contacts } from '../crm-api.js'
import { contactForm } from '../forms.js'
import { companyKind } from '../kinds.js'
import { ContactPanel } from '../parts/contact-panel.js'

const column = columnsOf<Contact>()
const columns = [
  column.name('name', { avatar: 'round' }),
  column.text('job_title'),
  column.record('company_id', { of: companyKind }),
  column.text('email', { width: 240 }),
  column.text('phone'),
  column.date('updated_at', { rel: true }),
]
const filters = [filter.record('company_id', companyKind), filter.text('job_title')]

/** All people that the organization knows. */
export default function ContactsPage() {
  const t = useT()
  const list = useListState()
  const remove = useBulkDelete(contacts, { name: 'contact', permission: 'crm.write' })
  const create = (
    <Can permission="crm.write">
      <CreateButton form={contactForm} onDone={(contact) => contact && list.update({ open: contact.id })} />
    </Can>
  )
  return (
    <PageFrame fill title={t('nav.contacts')} permission="crm.read" actions={create}>
      <DataTable
        name="contact"
        source={contacts}
        spec={ContactList}
        columns={columns}
        filters={filters}
        state={list}
        bulk={[remove]}
        panel={panelIn(list)}
        empty={{ icon: 'contacts', actions: create }}
      />
    </PageFrame>
  )
}

const panelIn = (list: ListStateHandle) => (contact: Contact) => <ContactPanel key={contact.id} contact={contact} onDeleted={() => list.update({ open: undefined })} />
