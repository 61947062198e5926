import { recordKind, type AnyRecord, type RecordKind } from '@innoerp/sdk/ui'
import { tenants } from '../../clients/tenant'

/** How an organization is found and named in columns, filters and forms of the platform's administration. */
export const tenantKind = recordKind({
  source: tenants,
  title: ({ name }) => name,
  second: ({ subdomain }) => subdomain,
  avatar: 'square',
}) as unknown as RecordKind<AnyRecord>
