import type { ReactNode } from 'react'

/** Width of each kind in pixels. */
const WIDTHS = {
  text: 168,
  name: 220,
  state: 116,
  person: 164,
  record: 180,
  money: 132,
  number: 112,
  date: 140,
  yesno: 92,
  tags: 172,
  actions: 88,
  custom: 140,
}

export type ColumnKind = keyof typeof WIDTHS

/** A column of a table; make it with {@link columnsOf}. */
export interface Column<T> {
  readonly key: string
  readonly kind: ColumnKind
  /** Key of the head's label; empty for a head that is only heard. */
  readonly label: string
  /** Pixels; the first column takes what the others leave. */
  readonly width: number
  /** Field to sort by, when the server can. */
  readonly sort: string
  /** Where the value leads to, relative to the page. */
  readonly link: ((record: T) => string) | undefined
  /** Left out until the user chooses it. */
  readonly optional: boolean
  /** The value in words, where it can name the row. */
  readonly text: ((record: T) => string) | undefined
  /** Shape of the row's avatar; null: none. */
  readonly avatar: 'square' | 'round' | null
  /** What stands in the cell. */
  render(record: T): ReactNode
}

/** What every kind of column takes. */
export interface ColumnOptions<T> {
  /** Key of the label; `field.<key>` by default. */
  label?: string
  /** Pixels, where the kind's own width does not fit. */
  width?: number
  /** Field to sort by when it is not the column's own. */
  sort?: string
  /** Where the value leads to, relative to the page. */
  link?(record: T): string
  /** Left out until the user chooses it. */
  optional?: boolean
}

/** Fields of a record that a column can stand for. */
export type FieldKey<T> = keyof T & string

const END_KINDS: readonly ColumnKind[] = ['money', 'number', 'date', 'actions']

/** Figures stand at the end, words at the start. */
export const alignOf = (kind: ColumnKind): 'start' | 'end' => (END_KINDS.includes(kind) ? 'end' : 'start')

export interface ColumnInit<T> extends ColumnOptions<T> {
  key: string
  kind: ColumnKind
  text?(record: T): string
  avatar?: 'square' | 'round' | null
  render(record: T): ReactNode
}

/** Fills in what a column's kind decides. */
export function makeColumn<T>(init: ColumnInit<T>): Column<T> {
  const { key, kind, render, label, width, sort, link, text, avatar = null, optional = false } = init
  return {
    key,
    kind,
    text,
    avatar,
    label: label ?? `field.${key}`,
    width: width ?? WIDTHS[kind],
    sort: sort ?? key,
    link,
    optional,
    render,
  }
}

const SELECT_WIDTH = 44

/** The least width of a table in pixels; narrower places let it scroll sideways. */
export const tableWidth = (columns: readonly Pick<Column<never>, 'width'>[], selectable: boolean): number =>
  columns.reduce((sum, { width }) => sum + width, selectable ? SELECT_WIDTH : 0)

/** `name` → `-name` → `name`. */
export const nextSort = (sort: string | undefined, field: string): string => (sort === field ? `-${field}` : field)

/** What a row is called: the value of its first column in words. */
export const rowTitle = <T extends { id: string }>(columns: readonly Column<T>[], record: T): string =>
  columns.find(({ text }) => text)?.text?.(record) || record.id

/** Where a row leads to. */
export const rowLink = <T>(columns: readonly Column<T>[], record: T): string | undefined => columns.find(({ link }) => link)?.link?.(record)
