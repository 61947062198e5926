import { DataTable, DateText, Facts, Note, PageFrame, PanelSection, StatusChip, columnsOf, optionLabel, useT, type PhoneRow } from '@innoerp/sdk/ui'
import { mails, type Mail } from '../../../clients/monitoring'
import { TenantCommands } from '../tenant-commands'

const column = columnsOf<Mail>()
const SPEC = { sort: [], search: ['to', 'subject'] }

function MailState({ state }: { state: Mail['state'] }) {
  const t = useT()
  return (
    <StatusChip cell state={state === 'queued' ? 'waiting' : state} {...(state === 'sent' && { tone: 'success' })}>
      {optionLabel(t, 'mailState', state)}
    </StatusChip>
  )
}

const COLUMNS = [
  column.text('subject', { width: 300 }),
  column.text('to', { label: 'field.recipient', width: 240 }),
  column.custom('state', { width: 130, render: ({ state }) => <MailState state={state} /> }),
  column.number('attempts', { width: 110 }),
  column.date('created_at', { rel: true, width: 150 }),
  column.date('sent_at', { rel: true, width: 150 }),
]

const phoneRow = (mail: Mail): PhoneRow => ({ title: mail.subject, meta: [mail.to], state: <MailState state={mail.state} /> })

/** Mails on their way, and where no server is set those that wait to be read here. */
export default function MailPage() {
  const t = useT()
  return (
    <PageFrame fill title={t('mail.list')} facts={t('mail.facts')}>
      <TenantCommands />
      <DataTable name="mail" source={mails} spec={SPEC} columns={COLUMNS} phoneRow={phoneRow} panel={(mail) => <MailText mail={mail} />} empty={{ icon: 'mail' }} />
    </PageFrame>
  )
}

function MailText({ mail }: { mail: Mail }) {
  const t = useT()
  return (
    <>
      <PanelSection>
        <h2 className="pages-text" dir="auto">
          {mail.subject}
        </h2>
        <Facts
          items={[
            { label: t('field.recipient'), value: <span dir="ltr">{mail.to}</span> },
            { label: t('field.state'), value: <MailState state={mail.state} /> },
            { label: t('field.created_at'), value: <DateText value={mail.created_at} time /> },
            { label: t('field.sent_at'), value: <DateText value={mail.sent_at} time /> },
          ]}
        />
        {mail.error && <Note tone="danger">{mail.error}</Note>}
      </PanelSection>
      <PanelSection title={t('mail.text')}>
        <p className="pages-text" dir="auto">
          {mail.text}
        </p>
      </PanelSection>
    </>
  )
}
