import type { ApiError } from '@innoerp/sdk/ui'
import type { UseQueryResult } from '@tanstack/react-query'
import { tenantUsage, tenantUsagePath, type TenantUsage } from '../../../../clients/tenant-usage'
import { useAskedApi } from '../../../parts/use-asked-api'

/** True figures of an organization, as of now. */
export const useTenantUsage = (organizationId: string): UseQueryResult<TenantUsage, ApiError> =>
  useAskedApi({ key: [tenantUsagePath(organizationId)], ask: (api) => tenantUsage(api, organizationId) })
