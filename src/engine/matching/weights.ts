import type { Word } from './words.ts'

/** How often a word's key occurs among the names at hand. */
export type Frequencies = { total: number; count: (key: string) => number }

/** Size of the imagined list of names that stands behind a short list, so that rarity means something there. */
const background = 20_000

/** How many of the background's names carry the commonest words; every other word is taken for rare. */
const commonWords = new Map<string, number>()
for (const [count, keys] of [
  [
    700,
    '@university @city @municipality @institute @research @centre @school @polytechnic @hospital @association @service @technology @company',
  ],
  [
    300,
    '@development @foundation @society @council @college @agency @training @environment @national @science @technical @region @health @academy @department @faculty @group @north @south @east @west @central medical medicine',
  ],
  [
    120,
    '@federation @ministry @museum @library @energy @vocational-college @art @forest @city @village @entrepreneurs system solution engineering consulting design international nordic rakennus kuljetus metalli kiinteisto asunto =finland =europe laboratory studio media',
  ],
  [
    60,
    'kone auto puu sahko talo ravintola hotelli kahvila kampaamo parturi leipomo yrityspalvelu kaluste asennus konepaja insinooritoimisto tilitoimisto tuote lvi pro team center tech wood steel sisustus hieronta hoito koti kauneus siivou huolto maa teatteri urheilu liikunta matkailu markkinointi clinic general state public applied technology cultural industrial business innovation management software data',
  ],
] as const) {
  for (const key of keys.split(' ')) commonWords.set(key, count)
}

/** Finnish and Swedish compounds that name a trade: nobody's own, whatever stands before. */
const tradeEnding =
  /(?:palvelu|palvelut|huolto|kampaamo|toimisto|liike|korjaamo|kauppa|tehdas|hoitola|urakointi|kuljetus|asennus|rakennus|tekniikka|teollisuus|keskus|yhdistys|yhtio|yhtyma|tjanst|byra|verkstad|service|teknik|bolag)$/

/** Bits that sharing the word is worth: log2 of one over its share of all names. */
export function bitsOf(word: Word, frequencies: Frequencies): number {
  const prior =
    commonWords.get(word.key) ??
    (word.kind === 'place'
      ? 40
      : word.kind === 'number'
        ? 20
        : word.key.length < 3
          ? 30
          : tradeEnding.test(word.text)
            ? 15
            : 0.5)
  const bits = Math.log2((background + frequencies.total) / (prior + frequencies.count(word.key)))
  return Math.min(14, Math.max(1, bits))
}

/** Two records drawn at random are seldom one organisation; a record has a few doubles at best. */
export const priorBits = (frequencies: Frequencies): number => 1 - Math.log2(background + frequencies.total)

export const noFrequencies: Frequencies = { total: 0, count: () => 0 }
