import { useFormat, useT } from '@innoerp/sdk/ui'
import type { ModuleVersion } from '../../../clients/modules'

/** Shares that are drawn apart; the rest is one. */
const SHOWN = 2

/** How the organizations are spread over the versions: a bar, and the figures below it. */
export function VersionBar({ versions }: { versions: readonly ModuleVersion[] }) {
  const t = useT()
  const format = useFormat()
  const used = versions.filter(({ tenants }) => tenants > 0).toSorted((a, b) => b.tenants - a.tenants)
  const shown = used.slice(0, SHOWN)
  const rest = used.slice(SHOWN).reduce((sum, { tenants }) => sum + tenants, 0)
  if (used.length === 0) return <span className="io-muted">{t('versions.unused')}</span>
  const parts = [...shown.map(({ version, tenants }) => ({ name: version, tenants })), ...(rest > 0 ? [{ name: t('versions.others'), tenants: rest }] : [])]
  return (
    <span className="pages-version-bar">
      <span className="pages-version-shares" aria-hidden>
        {parts.map(({ name, tenants }) => (
          <i key={name} style={{ flexGrow: tenants }} />
        ))}
      </span>
      <span className="pages-version-figures">
        {parts.map(({ name, tenants }) => (
          <span key={name}>
            {name}: {format.number(tenants)}
          </span>
        ))}
      </span>
    </span>
  )
}
