import { formOf } from '@innoerp/sdk/ui'
import { featureFlags, type FeatureFlag, type NewFlag } from '../../../clients/flags'

const PARTS = {
  description: { type: 'string', maxLength: 500 },
  enabled: { type: 'boolean', default: true },
  percent: { type: ['integer', 'null'], minimum: 0, maximum: 100 },
}
const FIELDS = { description: { kind: 'multiline', lines: 2 }, percent: { unit: '%' } } as const

export const newFlagForm = formOf<FeatureFlag, NewFlag>({
  name: 'flag',
  schema: { properties: { key: { type: 'string', pattern: '^[a-z][a-z0-9._-]{0,79}$', maxLength: 80 }, ...PARTS }, required: ['key'] },
  target: featureFlags,
  fields: FIELDS,
})

/** A key stays what it is: code asks for it. */
export const flagForm = formOf<FeatureFlag, NewFlag>({ name: 'flag', schema: { properties: PARTS }, target: featureFlags, fields: FIELDS })
