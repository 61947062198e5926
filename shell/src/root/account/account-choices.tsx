import { useHost, useT, type SchemeChoice } from '@innoerp/sdk/ui'
import { useSyncExternalStore } from 'react'
import { LANGUAGES, LANGUAGE_NAMES, keepLanguage, type Language } from '../../page/language'
import { SHELL } from '../page-table'
import { useShell } from '../shell-context'
import { Segments } from './segments'

const SCHEMES: readonly SchemeChoice[] = ['light', 'dark', 'system']

/** Colour scheme and language, kept on this device. */
export function AccountChoices() {
  const t = useT(SHELL)
  const { boot } = useShell()
  const { dirty, scheme } = useHost()
  const chosen = useSyncExternalStore(scheme.subscribe, scheme.get)

  async function chooseLanguage(language: Language) {
    if (language === boot.locale || !(await dirty.mayLeave())) return
    keepLanguage(language)
    location.reload()
  }
  return (
    <div className="shell-choices">
      <Segments
        label={t('account.scheme')}
        options={SCHEMES.map((value) => ({ value, label: t(`scheme.${value}`) }))}
        value={chosen}
        onChange={(value) => scheme.choose(value)}
      />
      <Segments
        label={t('account.language')}
        options={LANGUAGES.map((value) => ({ value, label: LANGUAGE_NAMES[value] }))}
        value={boot.locale}
        onChange={(value) => void chooseLanguage(value)}
      />
    </div>
  )
}
