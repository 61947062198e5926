import { ModulesCard } from './modules-card'
import { TenantFrame } from './tenant-frame'

/** The modules of one organization. */
export default function ModulesPage() {
  return <TenantFrame tab="modules">{(tenant) => <ModulesCard tenant={tenant} />}</TenantFrame>
}
