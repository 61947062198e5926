import { formOf, getApi, type AnyRecord, type SubmitForm } from '@innoerp/sdk/ui'
import { plans, type Plan, type PlanDraft } from '../../../clients/billing'

/** A plan as its form has it: modules and storage in a field each. */
export interface PlanInput extends AnyRecord, Pick<Plan, 'name' | 'description' | 'price_monthly' | 'price_yearly' | 'max_users' | 'max_projects' | 'is_active'> {
  /** Ids of modules, with commas between them. */
  features: string
  storage_mb: number | null
}

const PRICE = { type: 'string', pattern: '^\\d{1,8}(\\.\\d{1,2})?$', maxLength: 12 }
const limit = (minimum: number) => ({ type: ['integer', 'null'], minimum, maximum: 1_000_000 })

export const planForm = formOf<PlanInput, PlanDraft>({
  name: 'plan',
  schema: {
    properties: {
      name: { type: 'string', minLength: 1, maxLength: 100 },
      description: { type: 'string', maxLength: 500 },
      price_monthly: PRICE,
      price_yearly: PRICE,
      max_users: limit(1),
      max_projects: limit(0),
      storage_mb: limit(0),
      features: { type: 'string', maxLength: 4_000 },
      is_active: { type: 'boolean', default: true },
    },
    required: ['name', 'price_monthly'],
  },
  target: plans as never,
  layout: ['name', 'description', ['price_monthly', 'price_yearly'], ['max_users', 'max_projects'], ['storage_mb', 'is_active'], 'features'],
  fields: {
    description: { kind: 'multiline', lines: 2 },
    price_monthly: { kind: 'decimal', unit: 'USD' },
    price_yearly: { kind: 'decimal', unit: 'USD' },
    storage_mb: { unit: 'MB', label: 'field.storage_mb' },
    features: { kind: 'text', label: 'field.modules' },
    is_active: { label: 'field.on_sale' },
  },
})

export const inputOf = ({ features, limits, ...plan }: Plan): PlanInput => ({ ...plan, features: features.join(', '), storage_mb: limits.storage_mb ?? null })

/** The body of the API; further limits of the plan stay as they are. */
export function draftOf({ features, storage_mb, ...rest }: Readonly<Record<string, unknown>>, limits: Plan['limits'] = {}): PlanDraft {
  const { storage_mb: _before, ...others } = limits
  const ids = String(features ?? '').split(/[\s,]+/).filter(Boolean)
  return { ...rest, features: [...new Set(ids)], limits: { ...others, ...(typeof storage_mb === 'number' && { storage_mb }) } }
}

/** Saves what the form has: a new plan, or changes of one. */
export const savePlan = (plan?: Plan): SubmitForm<PlanInput> => async (body, options) => {
  const draft = draftOf(body, plan?.limits)
  const saved = plan ? await getApi().patch<Plan>(`${plans.path}/${plan.id}`, draft, options) : await getApi().post<Plan>(plans.path, draft, options)
  return inputOf(saved)
}
