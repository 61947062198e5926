import { useState } from 'react'
import { usePublic } from '../context'
import { SelectField } from '../select-field'
import type { Region } from '../../clients/tenant'
import { countries, currencies, currencyOf, localesIn, timeZones } from '../../page/regions'

export interface RegionFieldsProps {
  region: Region
  onChange(changes: Partial<Region>): void
}

/** Country, language, currency and time zone: one line with what the browser tells, fields only for who wants others. */
export function RegionFields({ region, onChange }: RegionFieldsProps) {
  const { boot, t } = usePublic()
  const [open, setOpen] = useState(false)
  const country = new Intl.DisplayNames(boot.locale, { type: 'region' }).of(region.country)
  return (
    <details className="public-region" open={open} onToggle={(event) => setOpen(event.currentTarget.open)}>
      <summary>
        <span className="io-grow">
          {country} · {region.currency} · {region.time_zone.replaceAll('_', ' ')}
        </span>
        <span className="io-link">{t(open ? 'signUp.regionClose' : 'signUp.regionChange')}</span>
      </summary>
      {open && <Fields region={region} onChange={onChange} />}
    </details>
  )
}

function Fields({ region, onChange }: RegionFieldsProps) {
  const { boot, t } = usePublic()
  const chooseCountry = (country: string) => {
    const language = new Intl.Locale(region.locale).language
    onChange({ country, locale: `${language}-${country}`, currency: currencyOf(country) ?? region.currency })
  }
  return (
    <div className="public-region-fields">
      <SelectField label={t('field.country')} value={region.country} options={countries(boot.locale)} onChange={chooseCountry} />
      <SelectField
        label={t('field.locale')}
        value={region.locale}
        options={localesIn(region.country, boot.locale, region.locale)}
        onChange={(locale) => onChange({ locale })}
      />
      <SelectField
        label={t('field.currency')}
        value={region.currency}
        options={currencies(boot.locale)}
        onChange={(currency) => onChange({ currency })}
      />
      <SelectField
        label={t('field.timeZone')}
        value={region.time_zone}
        options={timeZones(region.time_zone)}
        onChange={(time_zone) => onChange({ time_zone })}
      />
    </div>
  )
}
