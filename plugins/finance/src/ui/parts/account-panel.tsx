import { optionLabel, PanelHead, useT } from '@innoerp/sdk/ui'
import type { Account } from '../../shared/account.js'
import { accountForm } from '../forms.js'
import { accountTitle } from '../kinds.js'
import { AccountFacts } from './account-facts.js'

/** An account beside the chart. */
export function AccountPanel({ account, onDeleted }: { account: Account; onDeleted(): void }) {
  const t = useT()
  return (
    <>
      <PanelHead avatar={null} permission="finance.configure" form={accountForm} record={account} title={accountTitle(account)} second={optionLabel(t, 'type', account.type)} onDeleted={onDeleted} />
      <AccountFacts account={account} />
    </>
  )
}
