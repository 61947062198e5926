/** What a look at one thing came to. */
export interface Diagnosis {
  state: 'ok' | 'warn' | 'fail'
  what: string
  /** What it is, or what is wrong. */
  found: string
  /** What a person can do about it. */
  remedy?: string
}

export const ok = (what: string, found: string): Diagnosis => ({ state: 'ok', what, found })
export const warn = (what: string, found: string, remedy: string): Diagnosis => ({ state: 'warn', what, found, remedy })
export const fail = (what: string, found: string, remedy: string): Diagnosis => ({ state: 'fail', what, found, remedy })
