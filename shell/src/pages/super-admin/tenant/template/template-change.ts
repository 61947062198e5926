import type { Subscription } from '../../../../clients/billing'
import type { TemplateModule } from '../../../../clients/industries'

export interface Named {
  id: string
  module_name: string
}

/** What applying a template does to the modules of an organization. */
export interface TemplateChange {
  added: readonly Named[]
  kept: readonly Named[]
  removed: readonly Named[]
  /** Optional ones that the plan does not hold. */
  left: readonly Named[]
}

const PAYS: readonly string[] = ['active', 'past_due']

/** Whether a plan brings the optional modules of a template along: only one that is paid for does. */
const holds = (subscription: Subscription | undefined, id: string): boolean =>
  subscription !== undefined && PAYS.includes(subscription.status) && ['*', id].some((one) => subscription.plan.features.includes(one))

interface Situation {
  template: readonly TemplateModule[]
  assigned: readonly Named[]
  subscription: Subscription | undefined
}

/** A template replaces what is there by its required modules, and by those optional ones that the plan holds. */
export function changeOf({ template, assigned, subscription }: Situation): TemplateChange {
  const wanted = template.filter(({ id, is_required }) => is_required || holds(subscription, id))
  const has = new Set(assigned.map(({ id }) => id))
  const comes = new Set(wanted.map(({ id }) => id))
  return {
    added: wanted.filter(({ id }) => !has.has(id)),
    kept: assigned.filter(({ id }) => comes.has(id)),
    removed: assigned.filter(({ id }) => !comes.has(id)),
    left: template.filter(({ id }) => !comes.has(id)),
  }
}
