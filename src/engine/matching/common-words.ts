/**
 * What a word of a name is. Numbers and directions tell organisations of one pattern apart ("Etelä-Savon liitto",
 * "Pohjois-Savon liitto"), places nearly so; link words say nothing.
 */
export type WordKind = 'word' | 'number' | 'direction' | 'place' | 'link'

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

/** In how many of 20 000 imagined names a word occurs, before any list is seen. */
export function backgroundCount(key: string, text: string, kind: WordKind): number {
  const common = commonWords.get(key)
  if (common !== undefined) return common
  if (kind === 'place') return 40
  if (kind === 'number') return 20
  if (key.length < 3) return 30
  return tradeEnding.test(text) ? 15 : 0.5
}
