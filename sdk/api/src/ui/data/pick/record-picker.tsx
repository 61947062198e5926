import { useDeferredValue, useState, type ReactNode, type Ref } from 'react'
import { useList } from '../../api/hooks.js'
import type { AnyRecord } from '../../api/resource.js'
import { Avatar } from '../../parts/avatar.js'
import type { FieldIds } from '../../parts/field.js'
import type { ComboOption } from './combo-option.js'
import { Combobox } from './combobox.js'
import { personKind } from './people.js'
import type { RecordKind } from './record-kind.js'
import { useRecordOf } from './use-record-of.js'

export interface RecordPickerProps<T extends AnyRecord> {
  kind: RecordKind<T>
  /** Id of the chosen record. */
  value: string | null | undefined
  onChange(id: string | null, record: T | null): void
  /** From a Field around it. */
  ids?: FieldIds
  /** Names the input where no label stands above it. */
  label?: string
  /** Records that are not offered, e.g. members that are there already. */
  without?: readonly string[]
  onBlur?(): void
  placeholder?: string
  inputRef?: Ref<HTMLInputElement>
  disabled?: boolean
  autoFocus?: boolean
  /** Under the choices, e.g. a button that creates a new record. */
  footer?: ReactNode
}

/** As many choices as are shown at once; who wants another one types on. */
const CHOICES = 20

function optionOf<T extends AnyRecord>(kind: RecordKind<T>, record: T): ComboOption {
  const label = kind.title(record)
  const second = kind.second?.(record)
  return {
    id: record.id,
    label,
    ...(second && second !== label && { second }),
    ...(kind.avatar && { icon: <Avatar name={label} id={record.id} square={kind.avatar === 'square'} size={20} /> }),
  }
}

/** Finds a record by typing; the first choices are those that the list gives by itself. */
export function RecordPicker<T extends AnyRecord>({ kind, value, onChange, without = [], ...rest }: RecordPickerProps<T>) {
  const [query, setQuery] = useState('')
  const search = useDeferredValue(query.trim())
  const list = useList(kind.source, { limit: CHOICES, total: false, ...(search && { search }) })
  const [picked, setPicked] = useState<T | null>(null)
  const known = useRecordOf(kind, value)
  // What was just picked is shown at once, before its name was asked for.
  const chosen = picked?.id === value ? picked : known.record
  const records = (list.data?.items ?? []).filter(({ id }) => !without.includes(id))
  return (
    <Combobox
      {...rest}
      value={value && chosen ? optionOf(kind, chosen) : null}
      options={records.map((record) => optionOf(kind, record))}
      loading={list.isFetching}
      onQuery={setQuery}
      onChange={(option) => {
        const record = records.find(({ id }) => id === option?.id) ?? null
        setPicked(record)
        onChange(record?.id ?? null, record)
      }}
    />
  )
}

export type PersonPickerProps = Omit<RecordPickerProps<AnyRecord>, 'kind' | 'onChange'> & { onChange(id: string | null): void }

/** Finds a user of the organization. */
export const PersonPicker = (props: PersonPickerProps) => <RecordPicker {...props} kind={personKind} />
