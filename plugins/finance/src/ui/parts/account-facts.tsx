import { FactsPanel } from '@innoerp/sdk/ui'
import type { Account } from '../../shared/account.js'
import { accountForm } from '../forms.js'

/** The fields of an account, changed in place. */
export const AccountFacts = ({ account }: { account: Account }) => (
  <FactsPanel
    form={accountForm}
    record={account}
    permission="finance.configure"
    sections={[{ title: 'account.facts', facts: ['number', 'name', 'type', 'parent_id', 'is_group', 'currency', 'is_active'] }, { facts: ['created_at', 'updated_at'] }]}
  />
)
