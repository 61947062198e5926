import { AppLink, DateText, Facts, NOTHING, Note, Num, PanelSection, useFormat, useT, type Fact } from '@innoerp/sdk/ui'
import type { PackageVersion } from '../../../clients/packages'
import { LinkField } from '../../parts/link-field'
import { SignatureWord } from '../../parts/signature-word'
import { modulePath } from '../paths'

/** A version of the registry in the side panel: what it is, who uses it, and how to take it. */
export function PackageDetails({ row }: { row: PackageVersion }) {
  const t = useT()
  const format = useFormat()
  const facts: Fact[] = [
    { label: t('field.version'), value: [row.package_version, ...row.dist_tags].join(' · ') },
    { label: t('field.signature'), value: row.signature ? <SignatureWord signature={row.signature} /> : NOTHING },
    { label: t('field.size_bytes'), value: format.size(row.size_bytes) },
    { label: t('field.dependents'), value: <Num value={row.dependents} /> },
    { label: t('field.tenants'), value: <Num value={row.tenants} /> },
    { label: t('field.published_at'), value: <DateText value={row.published_at} time /> },
    ...(row.module_id
      ? [
          {
            label: t('field.module'),
            value: (
              <AppLink className="io-link" href={modulePath(row.module_id, 'versions')}>
                {row.module_id}
              </AppLink>
            ),
          },
        ]
      : []),
  ]
  return (
    <>
      <section className="io-section">
        <h2>{row.name}</h2>
        {row.deprecated && (
          <Note tone="warning" title={t('package.deprecated')}>
            {row.deprecated}
          </Note>
        )}
        <Facts items={facts} />
      </section>
      <PanelSection>
        <LinkField label={t('package.install')} link={`npm install ${row.name}@${row.package_version}`} />
      </PanelSection>
    </>
  )
}
