import { BookOpen } from 'lucide-react'
import { useMemo, type ReactNode } from 'react'
import { useNavigate } from 'react-router'
import {
  BusyButton, Can, columnsOf, DataTable, errorText, filter, ImportButton, optionLabel, PageFrame, useBulkDelete, useListState, useNew, usePhone, useT, useToast,
  type ListStateHandle, type PhoneRow,
} from '@innoerp/sdk/ui'
import { ACCOUNT_TYPES, AccountList, type Account } from '../../shared/account.js'
import { accounts, groupAccounts, openAccounts, useApplyTemplate } from '../finance-api.js'
import { accountForm } from '../forms.js'
import { accountKind, accountTitle, groupKind } from '../kinds.js'
import { AccountPanel } from '../parts/account-panel.js'

const column = columnsOf<Account>()
const columnsWith = (typeOf: (account: Account) => string) => [
  column.name('number', { avatar: null, label: 'field.account_id', text: accountTitle, link: ({ id }) => `/accounts/${id}` }),
  column.custom('type', { width: 132, render: typeOf }),
  column.record('parent_id', { of: accountKind, width: 240 }),
  column.yesno('is_group', { width: 84 }),
  column.text('currency', { width: 96, optional: true }),
  column.yesno('is_active', { width: 92 }),
  column.date('updated_at', { rel: true, optional: true }),
]
const filters = [filter.choice('type', ACCOUNT_TYPES), filter.record('parent_id', groupKind), filter.yesno('is_group'), filter.yesno('is_active')]

/** The chart of accounts. */
export default function AccountsPage() {
  const t = useT()
  const navigate = useNavigate()
  const phone = usePhone()
  const list = useListState()
  const remove = useBulkDelete(accounts, { name: 'account', permission: 'finance.configure', also: [groupAccounts.path, openAccounts.path] })
  const create = useNew({ form: accountForm, permission: 'finance.configure', onDone: (account) => void navigate(`/accounts/${account.id}`) })
  const columns = useMemo(() => columnsWith(({ type }) => optionLabel(t, 'type', type)), [t])
  const phoneRow = (account: Account): PhoneRow => ({ title: accountTitle(account), meta: [optionLabel(t, 'type', account.type), account.is_group && t('field.is_group')].filter(Boolean) })
  return (
    <PageFrame
      fill
      title={t('nav.accounts')}
      permission="finance.read"
      actions={
        <>
          {!phone && importAccounts}
          {create.button}
        </>
      }
    >
      <DataTable
        name="account"
        source={accounts}
        spec={AccountList}
        columns={columns}
        filters={filters}
        state={list}
        bulk={[remove]}
        panel={panelIn(list)}
        phoneRow={phoneRow}
        empty={{ icon: 'list', actions: <FirstActions create={create.button} /> }}
      />
      {create.dialog}
    </PageFrame>
  )
}

const panelIn = (list: ListStateHandle) => (account: Account) => <AccountPanel key={account.id} account={account} onDeleted={() => list.update({ open: undefined })} />

const importAccounts = <ImportButton name="account" permission="finance.configure" to="/accounts/import" />

/** An empty chart begins with the template, a file, or one account. */
function FirstActions({ create }: { create: ReactNode }) {
  const t = useT()
  const toast = useToast()
  const template = useApplyTemplate()
  const apply = () =>
    template.mutate(undefined, {
      onSuccess: (made) => toast(t('account.templateApplied', { count: made.accounts })),
      onError: (error) => toast({ text: errorText(t, error), tone: 'error' }),
    })
  return (
    <>
      <Can permission="finance.configure">
        <BusyButton variant="outlined" icon={<BookOpen size={16} />} busy={template.isPending} onClick={apply}>
          {t('account.template')}
        </BusyButton>
      </Can>
      {importAccounts}
      {create}
    </>
  )
}
