import { Facts, NOTHING, useT, type Fact } from '@innoerp/sdk/ui'
import type { RegisteredModule } from '../../../clients/tenant'

/** What an unfolded row says about its module. */
export function ModuleDetails({ module: { module_id, description, category, api_endpoint, permissions } }: { module: RegisteredModule }) {
  const t = useT()
  const allowed = Object.entries(permissions)
  const facts: Fact[] = [
    { label: t('field.description'), value: description || NOTHING },
    { label: t('field.category'), value: t(`category.${category}`) },
    { label: t('field.module_id'), value: <Code text={module_id} /> },
    { label: t('field.api_endpoint'), value: <Code text={api_endpoint} /> },
    { label: t('field.permissions'), value: allowed.length === 0 ? t('module.noPermissions') : <Permissions list={allowed} /> },
  ]
  return (
    <div className="pages-details">
      <Facts items={facts} />
    </div>
  )
}

const Code = ({ text }: { text: string }) => (
  <code className="io-mono" dir="ltr">
    {text}
  </code>
)

const Permissions = ({ list }: { list: readonly (readonly [string, string])[] }) => (
  <ul className="pages-permissions">
    {list.map(([permission, meaning]) => (
      <li key={permission}>
        <Code text={permission} /> <span className="io-t2">{meaning}</span>
      </li>
    ))}
  </ul>
)
