const known = new Map<string, Intl.DisplayNames>()

/** The name behind a code of ISO 3166-1 or ISO 4217 in a language; the code itself when it has none. */
export function codeName(type: 'region' | 'currency', code: string, language: string): string {
  const key = `${type} ${language}`
  const names = known.get(key) ?? new Intl.DisplayNames(language, { type })
  known.set(key, names)
  try {
    return names.of(code) ?? code
  } catch {
    // Not the shape of a code at all.
    return code
  }
}
