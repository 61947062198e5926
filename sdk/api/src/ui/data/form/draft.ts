import type { InputValues } from './values.js'

/** Input of a form that was left without saving. Kept for the tab's life, apart for each user. */
export interface Draft {
  /** Milliseconds since 1970. */
  at: number
  values: InputValues
}

/** Which input a draft belongs to. The record's version is part of it: on a changed record an old draft would hide the change. */
export interface DraftPlace {
  user: string
  form: string
  /** Where a new record belongs, e.g. the project of a task. */
  parent?: string | undefined
  /** Absent for a new record. */
  record?: { id: string; version?: number | undefined } | undefined
}

const keyOf = ({ user, form, parent = '', record }: DraftPlace) =>
  ['io-draft', user, form, record ? `${record.id}@${record.version ?? ''}` : `new ${parent}`.trim()].join(' ')

/** What a new record belongs to: where it is made, and the records that it is given from the start. */
export function parentOf(path: string, defaults: object | undefined): string {
  const references = Object.entries(defaults ?? {}).filter(([name]) => name.endsWith('_id'))
  return [path, ...references.map(([name, id]) => `${name}=${String(id)}`).sort()].join(' ')
}

/** Storage may be full or forbidden; a draft is a kindness, so its loss is no failure. */
function quietly<T>(work: () => T): T | undefined {
  try {
    return work()
  } catch {
    return undefined
  }
}

export const readDraft = (place: DraftPlace): Draft | undefined =>
  quietly(() => {
    const text = sessionStorage.getItem(keyOf(place))
    return text === null ? undefined : (JSON.parse(text) as Draft)
  })

/** Keeps the changed inputs; none at all drops the draft. */
export function keepDraft(place: DraftPlace, values: InputValues, now: number = Date.now()): void {
  if (Object.keys(values).length === 0) return dropDraft(place)
  quietly(() => sessionStorage.setItem(keyOf(place), JSON.stringify({ at: now, values } satisfies Draft)))
}

export function dropDraft(place: DraftPlace): void {
  quietly(() => sessionStorage.removeItem(keyOf(place)))
}
