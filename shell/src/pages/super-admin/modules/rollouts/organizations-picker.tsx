import { Combobox, IconButton, useAll, useT, type ListSource } from '@innoerp/sdk/ui'
import { X } from 'lucide-react'
import { useState } from 'react'
import { chosen } from '../../../../clients/in-browser'
import type { ModuleTenant } from '../../../../clients/modules'
import type { Tenant } from '../../../../clients/tenant'

/** Whom a wave can name. */
export type Reachable = ListSource<ModuleTenant | Tenant>

export interface OrganizationsPickerProps {
  label: string
  reachable: Reachable
  /** Ids. */
  value: readonly string[]
  onChange(ids: readonly string[]): void
}

/** Several organizations out of those that can be reached, found by typing. */
export function OrganizationsPicker({ label, reachable, value, onChange }: OrganizationsPickerProps) {
  const t = useT()
  const { data = [], isPending } = useAll(reachable)
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
