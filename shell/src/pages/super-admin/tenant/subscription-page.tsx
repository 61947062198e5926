import { OrdersCard } from './subscription/orders-card'
import { PaymentsCard } from './subscription/payments-card'
import { SubscriptionCard } from './subscription/subscription-card'
import { TenantFrame } from './tenant-frame'

/** What an organization pays for: its plan, what it ordered, and what became of the payments. */
export default function SubscriptionPage() {
  return (
    <TenantFrame tab="subscription">
      {(tenant) => (
        <div className="io-grid">
          <div className="pages-stack" data-span="8">
            <OrdersCard tenant={tenant} />
            <PaymentsCard tenant={tenant} />
          </div>
          <div className="pages-stack" data-span="4">
            <SubscriptionCard tenant={tenant} />
          </div>
        </div>
      )}
    </TenantFrame>
  )
}
