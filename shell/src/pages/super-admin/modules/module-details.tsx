import { Facts, NOTHING, useT, type Fact } from '@innoerp/sdk/ui'
import type { RegisteredModule } from '../../../clients/tenant'

/** What an unfolded row says about its module. */
export function ModuleDetails({ module: { description, api_endpoint, permissions } }: { module: RegisteredModule }) {
  const t = useT()
  const allowed = Object.entries(permissions)
  const facts: Fact[] = [
    { label: t('field.description'), value: description || NOTHING },
    {
      label: t('field.api_endpoint'),
      value: (
        <code className="io-mono" dir="ltr">
          {api_endpoint}
        </code>
      ),
    },
    { label: t('field.permissions'), value: allowed.length === 0 ? t('module.noPermissions') : <Permissions list={allowed} /> },
  ]
  return (
    <div className="pages-details">
      <Facts items={facts} />
    </div>
  )
}

const Permissions = ({ list }: { list: readonly (readonly [string, string])[] }) => (
  <ul className="pages-permissions">
    {list.map(([permission, meaning]) => (
      <li key={permission}>
        <code className="io-mono" dir="ltr">
          {permission}
        </code>{' '}
        <span className="io-t2">{meaning}</span>
      </li>
    ))}
  </ul>
)
