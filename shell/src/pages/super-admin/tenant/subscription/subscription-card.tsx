import { Card, DateText, EmptyState, FormDialog, useT } from '@innoerp/sdk/ui'
import { Button } from '@mui/material'
import { useMemo, useState } from 'react'
import type { Subscription } from '../../../../clients/billing'
import type { Tenant } from '../../../../clients/tenant'
import { Loaded } from '../../../parts/loaded'
import { MoneyState } from '../../billing/money-state'
import { SubscriptionFacts } from '../../billing/subscription-facts'
import { formsOf } from '../../billing/subscription-forms'
import { sorted, useSubscriptions } from './use-subscriptions'

/** The plan that an organization has, and how to change it; where it has none, how to give it one. */
export function SubscriptionCard({ tenant }: { tenant: Tenant }) {
  const t = useT()
  const query = useSubscriptions(tenant.id)
  return (
    <Card title={t('subscription.one')}>
      <Loaded query={query} failed={t('subscription.notLoaded')}>
        {(page) => {
          const { current, past } = sorted(page.items)
          return (
            <div className="io-col io-gap-16">
              {current ? <Current key={current.id} tenant={tenant} subscription={current} /> : <NoPlan tenant={tenant} />}
              {past.length > 0 && <Past subscriptions={past} />}
            </div>
          )
        }}
      </Loaded>
    </Card>
  )
}

function Current({ tenant, subscription }: { tenant: Tenant; subscription: Subscription }) {
  const t = useT()
  const [open, setOpen] = useState(false)
  const form = useMemo(() => formsOf(tenant.id).change, [tenant.id])
  return (
    <>
      <SubscriptionFacts subscription={subscription} />
      {tenant.deleted_at === null && (
        <div>
          <Button variant="outlined" onClick={() => setOpen(true)}>
            {t('subscription.edit')}
          </Button>
        </div>
      )}
      <FormDialog form={form} record={subscription} open={open} onClose={() => setOpen(false)} />
    </>
  )
}

function NoPlan({ tenant }: { tenant: Tenant }) {
  const t = useT()
  const [open, setOpen] = useState(false)
  const form = useMemo(() => formsOf(tenant.id).begin, [tenant.id])
  const begin = (
    <Button variant="outlined" onClick={() => setOpen(true)}>
      {t('subscription.new')}
    </Button>
  )
  return (
    <>
      <EmptyState
        icon="receipt"
        title={t('subscription.none')}
        text={tenant.trial_ends_at ? t('subscription.trialText') : t('subscription.noneText')}
        actions={tenant.deleted_at === null && begin}
      />
      <FormDialog form={form} defaults={{ organization_id: tenant.id }} open={open} onClose={() => setOpen(false)} />
    </>
  )
}

function Past({ subscriptions }: { subscriptions: readonly Subscription[] }) {
  const t = useT()
  return (
    <div>
      <h3 className="pages-subhead">{t('subscription.past')}</h3>
      <ul className="io-col io-gap-4 io-dense">
        {subscriptions.map(({ id, plan, status, current_period_end }) => (
          <li key={id} className="io-row">
            <span className="io-grow io-trunc">{plan.name}</span>
            <MoneyState state={status} />
            <span className="io-cap">
              <DateText value={current_period_end} />
            </span>
          </li>
        ))}
      </ul>
    </div>
  )
}
