import { PanelSection, RecordName, useT } from '@innoerp/sdk/ui'
import { Button } from '@mui/material'
import type { Subscription } from '../../../clients/billing'
import { tenantKind } from '../tenant-kind'
import { SubscriptionFacts } from './subscription-facts'

/** A subscription beside the list. */
export function SubscriptionDetails({ subscription, onEdit }: { subscription: Subscription; onEdit(): void }) {
  const t = useT()
  return (
    <>
      <PanelSection>
        <h2>
          <RecordName kind={tenantKind} id={subscription.organization_id} />
        </h2>
        <SubscriptionFacts subscription={subscription} />
      </PanelSection>
      <PanelSection>
        <Button variant="outlined" onClick={onEdit}>
          {t('subscription.edit')}
        </Button>
      </PanelSection>
    </>
  )
}
