import { useHost, useSession, useT } from '@innoerp/sdk/ui'
import { OutlinedInput } from '@mui/material'
import { useId, useState } from 'react'
import { THEME_PRESETS, brandingClient, type Branding, type BrandingChanges } from '../../../../clients/branding'
import { SettingRow } from '../setting-row'
import { SettingsFrame } from '../settings-frame'
import type { Texts } from '../text-form'
import { TextFormActions, TextFormBody } from '../text-form-parts'
import { useTextForm } from '../use-text-form'
import { BrandPreview } from './brand-preview'
import { ChoiceRow } from './choice-row'
import { ColorRow } from './color-row'
import { CustomCssRow } from './custom-css-row'
import { COLORS, LAYOUT, NAMES, type BrandingName } from './names'
import { PicturesCard } from './pictures-card'
import { COLOR, FONTS, PRESET_COLORS } from './presets'
import { SavedNote } from './saved-note'

/** An emptied style sheet is empty; only the name may be nothing. */
const changesFrom = ({ custom_css, ...rest }: Partial<Record<BrandingName, string | null>>): BrandingChanges =>
  ({ ...rest, ...(custom_css !== undefined && { custom_css: custom_css ?? '' }) }) as BrandingChanges

export function BrandingForm({ record }: { record: Branding }) {
  const t = useT()
  const id = useId()
  const { api } = useHost()
  const client = brandingClient(api, useSession().organization?.id ?? '')
  const [saved, setSaved] = useState<Branding>()
  const form = useTextForm<Branding, BrandingName>({
    record,
    names: NAMES,
    check: (texts) => wrongColors(texts, t('branding.colorHint')),
    save: async (_base, changes) => {
      const next = await client.change(changesFrom(changes))
      setSaved(next)
      return next
    },
    reload: client.read,
    saved: t('branding.saved'),
  })
  const { texts, errors, set } = form
  return (
    <SettingsFrame section="branding" actions={<TextFormActions form={form} id={id} />}>
      {saved && !form.dirty && <SavedNote />}
      <BrandPreview texts={texts} logo={record.logo_url} />
      <TextFormBody form={form} id={id}>
        <SettingRow label={t('field.company_name')} help={t('hint.company_name')} error={errors.company_name}>
          {(ids) => <OutlinedInput fullWidth value={texts.company_name} onChange={({ target }) => set('company_name', target.value)} inputProps={{ ...ids, maxLength: 255 }} />}
        </SettingRow>
        <ChoiceRow name="theme_preset" options={THEME_PRESETS} value={texts.theme_preset} onChange={(preset) => choosePreset(preset, set)} />
        {COLORS.map((name) => (
          <ColorRow key={name} name={name} value={texts[name]} error={errors[name]} onChange={(value) => set(name, value)} />
        ))}
        {(['font_family', 'heading_font'] as const).map((name) => (
          <ChoiceRow key={name} name={name} options={withOwn(texts[name])} plain value={texts[name]} onChange={(value) => set(name, value)} />
        ))}
        {(Object.keys(LAYOUT) as (keyof typeof LAYOUT)[]).map((name) => (
          <ChoiceRow key={name} name={name} options={LAYOUT[name]} value={texts[name]} onChange={(value) => set(name, value)} />
        ))}
        <CustomCssRow value={texts.custom_css} error={errors.custom_css} applied={(saved ?? record).applied_css} onChange={(value) => set('custom_css', value)} />
      </TextFormBody>
      <PicturesCard record={record} />
    </SettingsFrame>
  )
}

/** A preset sets the three colours and nothing else (UI.md §2). */
function choosePreset(preset: string, set: (name: BrandingName, text: string) => void) {
  set('theme_preset', preset)
  const colors = PRESET_COLORS[preset as Branding['theme_preset']]
  for (const name of COLORS) if (colors) set(name, colors[name])
}

const withOwn = (font: string): readonly string[] => ((FONTS as readonly string[]).includes(font) ? FONTS : [...FONTS, font])

const wrongColors = (texts: Texts<BrandingName>, words: string): Partial<Record<BrandingName, string>> =>
  Object.fromEntries(COLORS.filter((name) => !COLOR.test(texts[name])).map((name) => [name, words]))
