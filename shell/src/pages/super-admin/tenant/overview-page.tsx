import { Card, DateText, Facts, Num, Person, StatStrip, StatTile, useFormat, useT, type Fact } from '@innoerp/sdk/ui'
import type { Tenant } from '../../../clients/tenant'
import { organizationUrl, addressOf } from '../../../page/boot'
import { useShell } from '../../../root/shell-context'
import { ModulesCard } from './modules-card'
import { TenantFrame } from './tenant-frame'

/** One organization at a glance. */
export default function OverviewPage() {
  return (
    <TenantFrame tab="overview">
      {(tenant) => (
        <div className="io-grid">
          <Figures tenant={tenant} />
          <ModulesCard tenant={tenant} span={8} />
          <OrganizationCard tenant={tenant} />
        </div>
      )}
    </TenantFrame>
  )
}

function Figures({ tenant }: { tenant: Tenant }) {
  const t = useT()
  const trial = tenant.trial_ends_at
  return (
    <div data-span="12">
      <StatStrip label={t('tenant.figures')}>
        <StatTile label={t('field.user_count')} value={<Num value={tenant.user_count} />} />
        <StatTile label={t('field.module_count')} value={<Num value={tenant.module_count} />} />
        <StatTile label={t('field.trial_ends_at')} value={<DateText value={trial} />} note={!trial && t('tenant.noTrial')} />
        <StatTile label={t('field.created_at')} value={<DateText value={tenant.created_at} />} />
      </StatStrip>
    </div>
  )
}

function OrganizationCard({ tenant }: { tenant: Tenant }) {
  const t = useT()
  const { boot } = useShell()
  const { language } = t
  const name = (type: 'region' | 'language', code: string) => new Intl.DisplayNames(language, { type }).of(code) ?? code
  const facts: Fact[] = [
    { label: t('field.owner_name'), value: <Person name={tenant.owner_name} id={tenant.owner_email} size={20} /> },
    {
      label: t('field.owner_email'),
      value: (
        <a className="io-link" dir="ltr" href={`mailto:${tenant.owner_email}`}>
          {tenant.owner_email}
        </a>
      ),
    },
    {
      label: t('field.subdomain'),
      value: (
        <a className="io-link" dir="ltr" href={organizationUrl(tenant.subdomain, '/', boot)} target="_blank" rel="noreferrer">
          {addressOf(tenant.subdomain, boot)}
        </a>
      ),
    },
    { label: t('field.industry_name'), value: tenant.industry_name ?? t('tenant.noIndustry') },
    { label: t('field.country'), value: name('region', tenant.country) },
    { label: t('field.locale'), value: name('language', tenant.locale) },
    { label: t('field.time_zone'), value: tenant.time_zone.replaceAll('_', ' ') },
    { label: t('field.currency'), value: tenant.currency },
    { label: t('field.updated_at'), value: <Changed at={tenant.updated_at} /> },
  ]
  return (
    <Card span={4} title={t('tenant.organization')}>
      <Facts items={facts} />
    </Card>
  )
}

function Changed({ at }: { at: string }) {
  const format = useFormat()
  return <time dateTime={at}>{format.relative(at)}</time>
}
