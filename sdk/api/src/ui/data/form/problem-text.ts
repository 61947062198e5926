import type { Translate } from '../../i18n/use-t.js'
import type { Problem } from './check.js'
import type { FormField } from './fields.js'

/** How to put an input right. A module says it better for a pattern of its own: `invalid.<field>`. */
export function problemText(t: Translate, field: FormField, problem: Problem): string {
  const own = `invalid.${field.name}`
  return problem.key !== 'required' && t.has(own) ? t(own, problem.values) : t(`check.${problem.key}`, problem.values)
}
