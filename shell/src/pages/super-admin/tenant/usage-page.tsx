import { LimitsCard } from './usage/limits-card'
import { ModulesUsageCard } from './usage/modules-usage-card'
import { UsageFigures } from './usage/usage-figures'
import { TenantFrame } from './tenant-frame'

/** What an organization uses of its plan, and each of its modules for it. */
export default function UsagePage() {
  return (
    <TenantFrame tab="usage">
      {(tenant) => (
        <div className="io-grid">
          <UsageFigures tenant={tenant} />
          <ModulesUsageCard tenant={tenant} />
          <LimitsCard tenant={tenant} />
        </div>
      )}
    </TenantFrame>
  )
}
