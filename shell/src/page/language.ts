const COOKIE = 'io-locale'
const YEAR = 365 * 24 * 3600

/** Languages of the interface by the names they give themselves. */
export const LANGUAGE_NAMES = { en: 'English', de: 'Deutsch' } as const
export type Language = keyof typeof LANGUAGE_NAMES
export const LANGUAGES = Object.keys(LANGUAGE_NAMES) as Language[]

/** Keeps the choice in a cookie, since the host writes the page in that language. The page must be loaded anew to show it. */
export function keepLanguage(language: Language): void {
  document.cookie = `${COOKIE}=${language}; path=/; max-age=${YEAR}; samesite=lax`
}
