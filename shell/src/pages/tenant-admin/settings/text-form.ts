/** A record of which some fields are written as text. */
export type TextFields<K extends string> = Readonly<Record<K, string | null>>
export type Texts<K extends string> = Readonly<Record<K, string>>

const textOf = (value: string | null) => value ?? ''

/** The fields as they stand in inputs; null is empty. */
export const textsOf = <K extends string>(record: TextFields<K>, names: readonly K[]): Texts<K> =>
  Object.fromEntries(names.map((name) => [name, textOf(record[name])])) as Texts<K>

/** Names of the fields whose inputs differ from the record; spaces around do not count. */
export const changedNames = <K extends string>(record: TextFields<K>, texts: Texts<K>, names: readonly K[]): K[] =>
  names.filter((name) => texts[name].trim() !== textOf(record[name]))

/** What is to be saved: an emptied field is null. */
export const changesOf = <K extends string>(record: TextFields<K>, texts: Texts<K>, names: readonly K[]): Partial<Record<K, string | null>> =>
  Object.fromEntries(changedNames(record, texts, names).map((name) => [name, texts[name].trim() || null])) as Partial<Record<K, string | null>>

export interface Rebased<K extends string> {
  /** The saved values with one's own changes on top. */
  texts: Texts<K>
  /** What someone else changed. */
  theirs: readonly K[]
}

/** Puts what someone else saved under the inputs: their values everywhere but where the inputs were changed. */
export function rebase<K extends string>(versions: { base: TextFields<K>; theirs: TextFields<K> }, texts: Texts<K>, names: readonly K[]): Rebased<K> {
  const { base, theirs } = versions
  const mine = changedNames(base, texts, names)
  const saved = textsOf(theirs, names)
  return {
    texts: Object.fromEntries(names.map((name) => [name, mine.includes(name) ? texts[name] : saved[name]])) as Texts<K>,
    theirs: names.filter((name) => textOf(base[name]) !== saved[name]),
  }
}
