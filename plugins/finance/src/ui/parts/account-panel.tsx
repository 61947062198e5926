import { optionLabel, useT } from '@innoerp/sdk/ui'
import type { Account } from '../../shared/account.js'
import { accountForm } from '../forms.js'
import { accountTitle } from '../kinds.js'
import { AccountFacts } from './account-facts.js'
import { PanelHead } from './panel-head.js'

/** An account beside the chart. */
export function AccountPanel({ account, onDeleted }: { account: Account; onDeleted(): void }) {
  const t = useT()
  return (
    <>
      <PanelHead form={accountForm} record={account} title={accountTitle(account)} second={optionLabel(t, 'type', account.type)} onDeleted={onDeleted} />
      <AccountFacts account={account} />
    </>
  )
}
