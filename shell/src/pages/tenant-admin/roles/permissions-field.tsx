import { ErrorState, SkeletonLines, useAll, useT } from '@innoerp/sdk/ui'
import { Checkbox } from '@innoerp/sdk/ui/mui'
import { useId } from 'react'
import { permissions } from '../../../clients/roles'
import { byModule, toggled } from './by-module'

export interface PermissionsFieldProps {
  value: readonly string[]
  onChange(value: readonly string[]): void
}

/** What a role allows: the permissions that the organization's modules declare, in the words of their manifests. */
export function PermissionsField({ value, onChange }: PermissionsFieldProps) {
  const t = useT()
  const id = useId()
  const { data, error, refetch } = useAll(permissions)
  if (error && !data) return <ErrorState title={t('role.permissionsNotLoaded')} error={error} onRetry={() => void refetch()} />
  if (!data) return <SkeletonLines rows={4} />
  if (data.length === 0) return <p className="io-dense io-t2">{t('role.none')}</p>
  return (
    <div className="pages-options pages-permissions" role="group" aria-label={t('field.permissions')}>
      {byModule(data).map((group) => (
        <fieldset key={group.module_id}>
          <legend>{group.module_name}</legend>
          {group.permissions.map(({ permission, description }) => (
            <label key={permission} className="pages-option" htmlFor={`${id}-${permission}`}>
              <Checkbox id={`${id}-${permission}`} checked={value.includes(permission)} onChange={() => onChange(toggled(value, permission))} />
              <span className="io-col io-grow">
                <span>{description}</span>
                <bdi className="io-cap io-mono">{permission}</bdi>
              </span>
            </label>
          ))}
        </fieldset>
      ))}
    </div>
  )
}
