import { recordKind, type AnyRecord, type RecordKind } from '@innoerp/sdk/ui'
import { plans } from '../../../clients/billing'

/** How a plan is found and named in filters and forms. */
export const planKind = recordKind({ source: plans, title: ({ name }) => name, second: ({ description }) => description }) as unknown as RecordKind<AnyRecord>
