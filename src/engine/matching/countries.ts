import { compact, fold } from './transliteration.ts'

const codes =
  'AD AE AF AG AL AM AO AR AT AU AZ BA BB BD BE BF BG BH BI BJ BN BO BR BT BW BY BZ CA CD CG CH CI CL CM CN CO CR CU CV CY CZ DE DK DO DZ EC EE EG ES ET FI FJ FR GA GB GE GH GM GN GR GT GY HK HN HR HT HU ID IE IL IN IQ IR IS IT JM JO JP KE KG KH KR KW KZ LA LB LK LR LT LU LV LY MA MC MD ME MG MK ML MM MN MO MR MT MU MV MW MX MY MZ NA NE NG NI NL NO NP NZ OM PA PE PG PH PK PL PR PS PT PY QA RO RS RU RW SA SD SE SG SI SK SL SN SO SY TD TG TH TJ TM TN TR TT TW TZ UA UG US UY UZ VE VN YE ZA ZM ZW'.split(
    ' ',
  )

/** Names that affiliations use beside those of the Unicode locale data, folded and compact. */
const besides: Record<string, string> = {
  usa: 'US',
  unitedstatesofamerica: 'US',
  us: 'US',
  uk: 'GB',
  england: 'GB',
  scotland: 'GB',
  wales: 'GB',
  northernireland: 'GB',
  greatbritain: 'GB',
  prchina: 'CN',
  peoplesrepublicofchina: 'CN',
  korea: 'KR',
  republicofkorea: 'KR',
  vietnam: 'VN',
  turkey: 'TR',
  turkiye: 'TR',
  czechrepublic: 'CZ',
  thenetherlands: 'NL',
  holland: 'NL',
  deutschland: 'DE',
  espana: 'ES',
  italia: 'IT',
  brasil: 'BR',
  suomi: 'FI',
  sverige: 'SE',
  norge: 'NO',
  danmark: 'DK',
  eesti: 'EE',
  polska: 'PL',
  osterreich: 'AT',
  schweiz: 'CH',
  suisse: 'CH',
  russianfederation: 'RU',
  islamicrepublicofiran: 'IR',
  taiwanroc: 'TW',
  hongkong: 'HK',
}

const byName = new Map<string, string>(Object.entries(besides))
const english = new Intl.DisplayNames(['en'], { type: 'region' })
for (const code of codes) byName.set(compact(fold(english.of(code) ?? code)), code)

/** The ISO code of the country that the text is the name of. */
export const countryNamed = (text: string): string | undefined => byName.get(compact(fold(text)))

/** ISO codes of the countries that stand alone in a segment of the text or at its end ("..., 70000 Viet Nam"). */
export function countriesIn(text: string): Set<string> {
  const found = new Set<string>()
  for (const part of text.split(/[,;|()]/)) {
    const words = fold(part).replace(/[\d.]/g, '').trim().split(/\s+/)
    for (let size = 1; size <= Math.min(4, words.length); size++) {
      const code = byName.get(compact(words.slice(-size).join('')))
      if (code && (size === words.length || words.length > 3 || size > 1)) found.add(code)
    }
  }
  return found
}
