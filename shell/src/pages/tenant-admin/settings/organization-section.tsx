import { ErrorState, KIT, SkeletonLines, createFormat, useHost, useT, type ApiError } from '@innoerp/sdk/ui'
import { OutlinedInput } from '@mui/material'
import { useQuery } from '@tanstack/react-query'
import { useId, useMemo, useState } from 'react'
import { tenantClient, type Organization, type OrganizationChanges } from '../../../clients/tenant'
import { addressOf } from '../../../page/boot'
import { countries, currencies, localesIn, timeZones } from '../../../page/regions'
import { useShell } from '../../../root/shell-context'
import { ChoiceRow } from './branding/choice-row'
import { ChoicePicker } from './choice-picker'
import { SettingRow } from './setting-row'
import { SettingsFrame } from './settings-frame'
import type { Texts } from './text-form'
import { TextFormActions, TextFormBody } from './text-form-parts'
import { useTextForm } from './use-text-form'

const NAMES = ['name', 'country', 'locale', 'time_zone', 'currency', 'registration'] as const
const REGISTRATION = ['invitation', 'open'] as const
type Name = (typeof NAMES)[number]

/** What the organization is called and how it writes and counts. */
export function OrganizationSection() {
  const t = useT()
  const { api } = useHost()
  const own = useQuery<Organization, ApiError>({
    queryKey: ['own organization'],
    queryFn: () => tenantClient(api).ownOrganization(),
    // Read anew with every visit, so that a form never begins with what another one saved over.
    gcTime: 0,
    refetchOnWindowFocus: false,
  })
  if (own.data) return <OrganizationForm record={own.data} />
  return (
    <SettingsFrame section="organization">
      <section className="io-card">
        {own.error ? (
          <ErrorState title={t('settings.organization.notLoaded')} error={own.error} onRetry={() => void own.refetch()} />
        ) : (
          <div className="io-card-body">
            <SkeletonLines />
          </div>
        )}
      </section>
    </SettingsFrame>
  )
}

function OrganizationForm({ record }: { record: Organization }) {
  const t = useT()
  const kit = useT(KIT)
  const id = useId()
  const { boot } = useShell()
  const client = tenantClient(useHost().api)
  const form = useTextForm<Organization, Name>({
    record,
    names: NAMES,
    check: ({ name }) => (name.trim() ? {} : { name: kit('check.required') }),
    save: (base, changes) => client.changeOwnOrganization(base, withoutNulls(changes) as OrganizationChanges),
    reload: client.ownOrganization,
    saved: t('settings.organization.saved'),
  })
  const { texts, errors, set } = form
  const choices = useChoices(texts, boot.locale)
  const picker = (name: Exclude<Name, 'name' | 'registration'>) => (
    <SettingRow label={t(`field.${name}`)} help={t(`hint.${name}`)} error={errors[name]}>
      {(ids) => <ChoicePicker ids={ids} value={texts[name]} choices={choices[name]} onChange={(value) => set(name, value)} />}
    </SettingRow>
  )
  return (
    <SettingsFrame section="organization" actions={<TextFormActions form={form} id={id} />}>
      <TextFormBody form={form} id={id}>
        <SettingRow label={t('field.name')} help={t('hint.name')} error={errors.name}>
          {(ids) => (
            <OutlinedInput
              fullWidth
              value={texts.name}
              error={errors.name !== undefined}
              onChange={(event) => set('name', event.target.value)}
              inputProps={{ ...ids, maxLength: 255, autoComplete: 'organization' }}
            />
          )}
        </SettingRow>
        <SettingRow label={t('field.subdomain')} help={t('hint.subdomain')}>
          <bdi className="io-mono pages-value">{addressOf(record.subdomain, boot)}</bdi>
        </SettingRow>
        {picker('country')}
        {picker('locale')}
        {picker('time_zone')}
        {picker('currency')}
        <ChoiceRow name="registration" help={t('hint.registration')} options={REGISTRATION} value={texts.registration} onChange={(value) => set('registration', value)} />
        <SettingRow label={t('settings.preview')} {...(form.dirty && { help: t('settings.previewHelp') })}>
          <Preview texts={texts} />
        </SettingRow>
      </TextFormBody>
    </SettingsFrame>
  )
}

/** None of these fields may be empty; the checks see to it. */
const withoutNulls = (changes: Partial<Record<Name, string | null>>): Partial<Record<Name, string>> =>
  Object.fromEntries(Object.entries(changes).flatMap(([name, value]) => (value === null ? [] : [[name, value]])))

function useChoices({ country, locale, time_zone }: Texts<Name>, language: string) {
  const fixed = useMemo(() => ({ country: countries(language), currency: currencies(language) }), [language])
  const locales = useMemo(() => localesIn(country, language, locale), [country, language, locale])
  const zones = useMemo(() => timeZones(time_zone), [time_zone])
  return { ...fixed, locale: locales, time_zone: zones }
}

const AMOUNT = 1234.5

/** A date and an amount, written as chosen. */
function Preview({ texts: { locale, time_zone: timeZone, currency } }: { texts: Texts<Name> }) {
  const [now] = useState(() => new Date())
  const format = createFormat({ locale, timeZone, currency })
  return (
    <span className="pages-value">
      {format.date(now, { style: 'long' })}, {format.time(now)} · <span className="io-num">{format.money(AMOUNT)}</span>
    </span>
  )
}
