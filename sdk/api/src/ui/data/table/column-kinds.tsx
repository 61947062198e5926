import type { ReactNode } from 'react'
import { DateText, Money, Num } from '../../format/figures.js'
import type { DateValue } from '../../format/date.js'
import type { Figure } from '../../format/number.js'
import type { AnyRecord } from '../../api/resource.js'
import type { Tone } from '../../parts/tone.js'
import type { RecordKind } from '../pick/record-kind.js'
import { PersonName, RecordName } from '../pick/record-name.js'
import { NameCell, StateCell, TagsCell, TextCell, YesNoCell } from './cells.js'
import { makeColumn, type Column, type ColumnOptions, type FieldKey } from './column.js'
import { RowActions, type RowAction } from './row-actions.js'

interface TextOptions<T> extends ColumnOptions<T> {
  /** For codes and numbers of articles. */
  mono?: boolean
}

function text<T>(key: FieldKey<T>, { mono = false, ...options }: TextOptions<T> = {}): Column<T> {
  return makeColumn({
    ...options,
    key,
    kind: 'text',
    text: (record) => String(record[key] ?? ''),
    render: (record) => <TextCell value={record[key]} mono={mono} />,
  })
}

interface NameOptions<T> extends ColumnOptions<T> {
  /** Companies and things are square, people round; null: no avatar. Square by default. */
  avatar?: 'square' | 'round' | null
  /** A quiet second line. */
  second?(record: T): ReactNode
  /** The name itself, where it is more than one field. */
  text?(record: T): string
}

function name<T extends AnyRecord>(key: FieldKey<T>, options: NameOptions<T> = {}): Column<T> {
  const { avatar = 'square', second, text: own, ...rest } = options
  const textOf = own ?? ((record: T) => String(record[key] ?? ''))
  return makeColumn({
    ...rest,
    key,
    kind: 'name',
    avatar,
    text: textOf,
    render: (record) => <NameCell name={textOf(record)} id={record.id} avatar={avatar} second={second?.(record)} />,
  })
}

interface StateOptions<T> extends ColumnOptions<T> {
  /** Meaning of the module's own states. */
  tones?: Readonly<Record<string, Tone>>
}

function state<T>(key: FieldKey<T>, { tones, ...options }: StateOptions<T> = {}): Column<T> {
  return makeColumn({
    ...options,
    key,
    kind: 'state',
    render: (record) => <StateCell field={key} value={record[key] as string | null} tones={tones} />,
  })
}

function person<T>(key: FieldKey<T>, options: ColumnOptions<T> = {}): Column<T> {
  return makeColumn({ ...options, key, kind: 'person', render: (record) => <PersonName id={record[key] as string | null} /> })
}

interface RecordOptions<T> extends ColumnOptions<T> {
  of: RecordKind<AnyRecord>
}

/** The name of a record of another kind, by its id. */
function record<T>(key: FieldKey<T>, { of, ...options }: RecordOptions<T>): Column<T> {
  return makeColumn({ ...options, key, kind: 'record', render: (row) => <RecordName kind={of} id={row[key] as string | null} /> })
}

interface MoneyOptions<T> extends ColumnOptions<T> {
  /** Field that holds the currency; the organization's currency by default. */
  currency?: FieldKey<T>
  digits?: number
}

function money<T>(key: FieldKey<T>, { currency, digits, ...options }: MoneyOptions<T> = {}): Column<T> {
  const currencyOf = (record: T) => (currency ? ((record[currency] as string | null) ?? undefined) : undefined)
  const more = digits === undefined ? {} : { digits }
  return makeColumn({
    ...options,
    key,
    kind: 'money',
    render: (record) => <Money value={record[key] as Figure} currency={currencyOf(record)} {...more} />,
  })
}

interface NumberOptions<T> extends ColumnOptions<T> {
  kind?: 'number' | 'percent' | 'hours'
  digits?: number
}

function number<T>(key: FieldKey<T>, { kind = 'number', digits, ...options }: NumberOptions<T> = {}): Column<T> {
  const more = digits === undefined ? {} : { digits }
  return makeColumn({ ...options, key, kind: 'number', render: (record) => <Num value={record[key] as Figure} kind={kind} {...more} /> })
}

interface DateOptions<T> extends ColumnOptions<T> {
  /** "4 minutes ago", "Yesterday, 16:20". */
  rel?: boolean
}

function date<T>(key: FieldKey<T>, { rel = false, ...options }: DateOptions<T> = {}): Column<T> {
  return makeColumn({ ...options, key, kind: 'date', render: (record) => <DateText value={record[key] as DateValue} rel={rel} /> })
}

function yesno<T>(key: FieldKey<T>, options: ColumnOptions<T> = {}): Column<T> {
  return makeColumn({ ...options, key, kind: 'yesno', render: (record) => <YesNoCell value={record[key]} /> })
}

function tags<T>(key: FieldKey<T>, options: ColumnOptions<T> = {}): Column<T> {
  return makeColumn({ ...options, key, kind: 'tags', render: (record) => <TagsCell values={record[key] as readonly string[] | null} /> })
}

function actions<T>(list: readonly RowAction<T>[]): Column<T> {
  return makeColumn({ key: 'actions', kind: 'actions', label: '', render: (record) => <RowActions record={record} actions={list} /> })
}

interface CustomOptions<T> extends ColumnOptions<T> {
  /** A figure: it stands at the end, as numbers do. */
  figure?: boolean
  render(record: T): ReactNode
}

function custom<T>(key: string, { figure = false, ...options }: CustomOptions<T>): Column<T> {
  return makeColumn({ ...options, key, kind: figure ? 'number' : 'custom' })
}

/**
 * Columns of records of one type, by what they show; the kind decides width, side and how an absent value looks.
 * Make them outside of the component, so that rows are drawn anew only when they change.
 * @example const column = columnsOf<Company>()
 *          const columns = [column.name('name', { link: (company) => company.id }), column.money('open_value', { currency: 'currency' })]
 */
export const columnsOf = <T extends AnyRecord>() => ({
  text: text<T>,
  name: name<T>,
  state: state<T>,
  person: person<T>,
  record: record<T>,
  money: money<T>,
  number: number<T>,
  date: date<T>,
  yesno: yesno<T>,
  tags: tags<T>,
  actions: actions<T>,
  custom: custom<T>,
})
