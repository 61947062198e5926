import { columnsOf, DataTable, filter, PageFrame, RecordName, useBulkDelete, useListState, useNew, useT, type ListStateHandle, type PhoneRow } from '@innoerp/sdk/ui'
import { ContactList, type Contact } from '../../shared/contact.js'
import { contacts } from '../crm-api.js'
import { contactForm } from '../forms.js'
import { companyKind, companyName } from '../kinds.js'
import { ContactPanel } from '../parts/contact-panel.js'

const column = columnsOf<Contact>()
const columns = [
  column.name('name', { avatar: 'round' }),
  column.text('job_title'),
  column.record('company_id', { of: companyKind }),
  column.text('email', { width: 220 }),
  column.text('phone'),
  column.date('updated_at', { rel: true, optional: true }),
]
const filters = [filter.record('company_id', companyKind), filter.text('job_title')]

/** All people that the organization knows. */
export default function ContactsPage() {
  const t = useT()
  const list = useListState()
  const remove = useBulkDelete(contacts, { name: 'contact', permission: 'crm.write' })
  const create = useNew({ form: contactForm, permission: 'crm.write', onDone: (contact) => list.update({ open: contact.id }) })
  return (
    <PageFrame fill title={t('nav.contacts')} permission="crm.read" actions={create.button}>
      <DataTable
        name="contact"
        source={contacts}
        spec={ContactList}
        columns={columns}
        filters={filters}
        state={list}
        bulk={[remove]}
        panel={panelIn(list)}
        phoneRow={phoneRow}
        empty={{ icon: 'contacts', actions: create.button }}
      />
      {create.dialog}
    </PageFrame>
  )
}

const panelIn = (list: ListStateHandle) => (contact: Contact) => <ContactPanel key={contact.id} contact={contact} onDeleted={() => list.update({ open: undefined })} />

const phoneRow = ({ name, job_title, company_id }: Contact): PhoneRow => ({
  title: name,
  meta: [job_title, company_id && <RecordName key="company" kind={companyName} id={company_id} />].filter(Boolean),
})
