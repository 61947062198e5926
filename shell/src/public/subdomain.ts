import { RESERVED_SUBDOMAINS, SUBDOMAIN_PATTERN } from '@innoerp/sdk/ui/auth'

const PATTERN = new RegExp(SUBDOMAIN_PATTERN)
const LONGEST = 63

/** Whether it may stand before the platform's domain at all; whether it is free only the server knows. */
export const isSubdomain = (text: string): boolean => PATTERN.test(text) && !RESERVED_SUBDOMAINS.includes(text)

/** Letters that lose more than an accent. */
const LETTERS: Readonly<Record<string, string>> = {
  ä: 'ae',
  ö: 'oe',
  ü: 'ue',
  ß: 'ss',
  æ: 'ae',
  ø: 'oe',
  å: 'aa',
  œ: 'oe',
  ł: 'l',
  đ: 'd',
  ð: 'd',
  þ: 'th',
}

/** "Müller & Söhne GmbH" → `mueller-soehne-gmbh`; as far as Latin letters go. */
export function subdomainFrom(businessName: string): string {
  const plain = businessName
    .toLowerCase()
    .replace(/[äöüßæøåœłđðþ]/g, (letter) => LETTERS[letter] ?? letter)
    .normalize('NFD')
    .replace(/\p{Mn}/gu, '')
  return plain
    .replace(/[^a-z0-9]+/g, '-')
    .slice(0, LONGEST)
    .replace(/^-|-$/g, '')
}

/** Addresses to try when `taken` is not free, the likeliest first. */
export function alternativesTo(taken: string, country: string): string[] {
  const endings = [country.toLowerCase(), 'group', 'team', 'hq', '2', 'online']
  const stem = taken.slice(0, LONGEST - 7).replace(/-$/, '')
  return endings.map((ending) => `${stem}-${ending}`).filter(isSubdomain)
}
