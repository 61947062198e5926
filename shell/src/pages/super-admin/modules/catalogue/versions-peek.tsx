import { AppLink, Facts, NOTHING, useFormat, useT, type Fact } from '@innoerp/sdk/ui'
import type { RegisteredModule } from '../../../../clients/modules'
import { SignatureWord } from '../../../parts/signature-word'
import { modulePath } from '../../paths'
import { VersionChip } from '../version-chip'

/** What an unfolded row says: the module's versions; of a part of the platform, what it is. */
export function VersionsPeek({ module }: { module: RegisteredModule }) {
  const t = useT()
  const format = useFormat()
  if (module.core) return <PartDetails module={module} />
  return (
    <div className="pages-details">
      {module.versions.length === 0 && <p className="io-dense io-muted">{t('versions.empty')}</p>}
      <ul>
        {module.versions.map(({ version, state, signature, tenants }) => (
          <li key={version} className="pages-version-line">
            <span className="io-strong">{version}</span>
            <VersionChip state={state} />
            <SignatureWord signature={signature} />
            <span className="io-grow io-end io-num io-t2">{tenants > 0 ? t('versions.tenants', { count: tenants }) : t('versions.noTenants')}</span>
          </li>
        ))}
      </ul>
      <div className="pages-version-line">
        <span className="io-cap">{t('versions.size', { size: format.size(module.versions[0]?.size_bytes) })}</span>
        <span className="io-grow" />
        <AppLink className="io-link io-dense" href={modulePath(module.id, 'versions')}>
          {t('versions.manage')}
        </AppLink>
      </div>
    </div>
  )
}

function PartDetails({ module: { module_id, description, api_endpoint } }: { module: RegisteredModule }) {
  const t = useT()
  const code = (text: string) => (
    <code className="io-mono" dir="ltr">
      {text}
    </code>
  )
  const facts: Fact[] = [
    { label: t('field.description'), value: description || NOTHING },
    { label: t('field.module_id'), value: code(module_id) },
    { label: t('field.api_endpoint'), value: code(api_endpoint) },
  ]
  return (
    <div className="pages-details">
      <Facts items={facts} />
    </div>
  )
}
