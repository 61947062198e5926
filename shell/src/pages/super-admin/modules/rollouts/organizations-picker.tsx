import { Combobox, IconButton, useAll, useT } from '@innoerp/sdk/ui'
import { X } from 'lucide-react'
import { useMemo, useState } from 'react'
import { chosen } from '../../../../clients/in-browser'
import { tenantsOf } from '../../../../clients/modules'

export interface OrganizationsPickerProps {
  label: string
  moduleId: string
  /** Ids. */
  value: readonly string[]
  onChange(ids: readonly string[]): void
}

/** Several organizations out of those that have the module, found by typing. */
export function OrganizationsPicker({ label, moduleId, value, onChange }: OrganizationsPickerProps) {
  const t = useT()
  const source = useMemo(() => tenantsOf(moduleId), [moduleId])
  const { data = [], isPending } = useAll(source)
  const [query, setQuery] = useState('')
  const free = chosen(
    data.filter(({ id }) => !value.includes(id)),
    { search: query },
    ['name', 'subdomain'],
  )
  return (
    <div className="pages-picked io-grow">
      <Combobox
        label={label}
        value={null}
        options={free.map(({ id, name, subdomain }) => ({ id, label: name, second: subdomain }))}
        loading={isPending}
        onQuery={setQuery}
        onChange={(option) => option && onChange([...value, option.id])}
      />
      {value.length > 0 && (
        <ul className="io-row io-wrap io-gap-4">
          {value.map((id) => {
            const name = data.find((one) => one.id === id)?.name ?? id
            return (
              <li key={id} className="io-tag pages-picked-one">
                <bdi>{name}</bdi>
                <IconButton small label={t('rollout.without', { name })} onClick={() => onChange(value.filter((one) => one !== id))}>
                  <X size={12} aria-hidden />
                </IconButton>
              </li>
            )
          })}
        </ul>
      )}
    </div>
  )
}
