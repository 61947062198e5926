import { LANGUAGES, LANGUAGE_NAMES, keepLanguage } from '../page/language'
import { usePublic } from './context'

/** The other languages, by their own names. */
export function LanguageSwitch() {
  const { boot } = usePublic()
  return LANGUAGES.filter((language) => language !== boot.locale).map((language) => (
    <button
      key={language}
      type="button"
      className="io-link public-link"
      lang={language}
      onClick={() => {
        keepLanguage(language)
        location.reload()
      }}
    >
      {LANGUAGE_NAMES[language]}
    </button>
  ))
}
