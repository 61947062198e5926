/** ISO 3166-1 alpha-2, in its own order. `Intl` knows the names but not the list. */
const COUNTRY_CODES =
  'AD AE AF AG AI AL AM AO AQ AR AS AT AU AW AX AZ BA BB BD BE BF BG BH BI BJ BL BM BN BO BQ BR BS BT BV BW BY BZ CA CC CD CF CG ' +
  'CH CI CK CL CM CN CO CR CU CV CW CX CY CZ DE DJ DK DM DO DZ EC EE EG EH ER ES ET FI FJ FK FM FO FR GA GB GD GE GF GG GH GI GL ' +
  'GM GN GP GQ GR GS GT GU GW GY HK HM HN HR HT HU ID IE IL IM IN IO IQ IR IS IT JE JM JO JP KE KG KH KI KM KN KP KR KW KY KZ LA ' +
  'LB LC LI LK LR LS LT LU LV LY MA MC MD ME MF MG MH MK ML MM MN MO MP MQ MR MS MT MU MV MW MX MY MZ NA NC NE NF NG NI NL NO NP ' +
  'NR NU NZ OM PA PE PF PG PH PK PL PM PN PR PS PT PW PY QA RE RO RS RU RW SA SB SC SD SE SG SH SI SJ SK SL SM SN SO SR SS ST SV ' +
  'SX SY SZ TC TD TF TG TH TJ TK TL TM TN TO TR TT TV TW TZ UA UG UM US UY UZ VA VC VE VG VI VN VU WF WS YE YT ZA ZM ZW'

/** A code and its name in the user's language. */
export interface CodeName {
  id: string
  label: string
}

const named = new Map<string, readonly CodeName[]>()

function namesOf(type: 'region' | 'currency', codes: readonly string[], language: string): readonly CodeName[] {
  const key = `${type} ${language}`
  const known = named.get(key)
  if (known) return known
  const names = new Intl.DisplayNames(language, { type })
  const list = codes.map((id) => ({ id, label: names.of(id) ?? id })).toSorted((a, b) => a.label.localeCompare(b.label, language))
  named.set(key, list)
  return list
}

/** All countries, sorted by their names. */
export const countries = (language: string): readonly CodeName[] => namesOf('region', COUNTRY_CODES.split(' '), language)

/** All currencies, sorted by their names. */
export const currencies = (language: string): readonly CodeName[] => namesOf('currency', Intl.supportedValuesOf('currency'), language)

/** What fits a search: the code itself first, then names that begin with it, then names that hold it. */
export function findCodes(all: readonly CodeName[], query: string): readonly CodeName[] {
  const text = query.trim().toLocaleLowerCase()
  if (!text) return all
  const rank = ({ id, label }: CodeName) => {
    const name = label.toLocaleLowerCase()
    return id.toLowerCase() === text ? 0 : name.startsWith(text) ? 1 : name.includes(text) ? 2 : 3
  }
  return all.filter((one) => rank(one) < 3).toSorted((a, b) => rank(a) - rank(b))
}
