import { useFormat } from '../../format/use-format.js'
import { KIT } from '../../i18n/i18n.js'
import { useT } from '../../i18n/use-t.js'
import { optionLabel } from '../list/labels.js'
import type { FilterField } from '../list/filters.js'
import { useRecordOf } from '../pick/use-record-of.js'

interface FilterValueProps {
  field: FilterField
  values: readonly string[]
}

/** Values that are named one by one; more are counted. */
const MAX_NAMED = 2

/** What a filter compares with, in words. */
export function FilterValue({ field, values }: FilterValueProps) {
  const t = useT()
  const kit = useT(KIT)
  const format = useFormat()
  const [value = ''] = values
  switch (field.kind) {
    case 'choice':
      if (values.length > MAX_NAMED) return kit('filter.chosen', { count: values.length })
      return values.map((one) => optionLabel(t, field.name, one)).join(', ')
    case 'yesno':
      return kit(value === 'true' ? 'table.yes' : 'table.no')
    case 'date':
      return format.date(value)
    case 'record':
      return <RecordTitle field={field} id={value} />
    case 'text':
      return <bdi>{value}</bdi>
  }
}

function RecordTitle({ field, id }: { field: Extract<FilterField, { kind: 'record' }>; id: string }) {
  const t = useT(KIT)
  const { record, loading } = useRecordOf(field.of, id)
  if (loading) return '…'
  return <bdi>{record ? field.of.title(record) : t('pick.unknown')}</bdi>
}
