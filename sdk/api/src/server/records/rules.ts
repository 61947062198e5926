import type { DomainError } from '../../contract/errors.js'

/** Which error a constraint of the database stands for, by the constraint's name. */
export type Rules = Readonly<Record<string, () => DomainError>>

const constraintOf = (error: unknown): string | undefined => {
  const { constraint } = (typeof error === 'object' && error !== null ? error : {}) as { constraint?: unknown }
  return typeof constraint === 'string' ? constraint : undefined
}

/** Runs `work`; where it breaks a constraint of the database that `rules` names, throws that rule's error instead. */
export async function withRules<T>(rules: Rules, work: () => Promise<T>): Promise<T> {
  try {
    return await work()
  } catch (error) {
    const rule = rules[constraintOf(error) ?? '']
    throw rule ? rule() : error
  }
}
