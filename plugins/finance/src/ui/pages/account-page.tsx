import { useNavigate, useParams } from 'react-router'
import { Card, LoadFailed, optionLabel, PageFrame, RecordLayout, RecordMenu, SkeletonLines, StatusChip, useRecord, useT } from '@innoerp/sdk/ui'
import type { Account } from '../../shared/account.js'
import { accounts } from '../finance-api.js'
import { accountForm } from '../forms.js'
import { accountTitle } from '../kinds.js'
import { AccountFacts } from '../parts/account-facts.js'
import { AccountLines } from '../parts/account-lines.js'

/** One account and what was posted on it. */
export default function AccountPage() {
  const t = useT()
  const { id = '' } = useParams()
  const account = useRecord(accounts, id)
  if (account.data) return <Loaded key={id} account={account.data} />
  return (
    <PageFrame title={t('nav.accounts')} permission="finance.read">
      {account.error ? <LoadFailed error={account.error} title={t('account.oneNotLoaded')} onRetry={() => void account.refetch()} /> : <SkeletonLines />}
    </PageFrame>
  )
}

function Loaded({ account }: { account: Account }) {
  const t = useT()
  const navigate = useNavigate()
  const title = accountTitle(account)
  return (
    <PageFrame
      fill
      title={title}
      permission="finance.read"
      crumbs={[{ label: t('nav.accounts'), to: 'accounts' }]}
      facts={optionLabel(t, 'type', account.type)}
      {...(!account.is_active && { chip: <StatusChip state="inactive">{t('account.off')}</StatusChip> })}
      actions={<RecordMenu permission="finance.configure" form={accountForm} record={account} title={title} onDeleted={() => void navigate('/accounts')} />}
    >
      <RecordLayout facts={<AccountFacts account={account} />} factsLabel={t('account.facts')}>
        <Card flush title={t('account.lines')}>
          {account.is_group ? <p className="io-section io-cap">{t('account.groupLines')}</p> : <AccountLines account={account} />}
        </Card>
      </RecordLayout>
    </PageFrame>
  )
}
