import { foldedWords } from './transliteration.ts'
import { readWord } from './words.ts'

const finnish =
  /(?:liitto|liiton|kaupunki|kunta|yhtyma|yhdistys|saatio|koulu|opisto|laitos|keskus|kamari|maki|nen|suomen|seura|virasto|yliopisto|ry|museo|kirjasto|palvelut)$/
const swedish =
  /(?:forbund|forbundet|stad|kommun|samkommun|samfallighet|forening|foreningen|stiftelse|stiftelsen|skola|skolan|hogskolan|universitet|institut|institutet|handelskammare|rf|verk|centralen|finlands|osterbottens|nylands|museet|tjanster|och|for|vid|svenska|sallskap|sallskapet|regionens)$/
const english =
  /^(?:of|the|and|university|council|city|association|centre|center|institute|regional|development|foundation|society|federation|school|research)$/

const languageOf = (text: string): 'fi' | 'sv' | 'en' | undefined => {
  const words = foldedWords(text)
  const count = (pattern: RegExp): number => words.filter((word) => pattern.test(word)).length
  const scores = [
    ['fi', count(finnish)],
    ['sv', count(swedish)],
    ['en', count(english)],
  ] as const
  const best = [...scores].sort((a, b) => b[1] - a[1])
  return best[0]![1] > 0 && best[0]![1] > best[1]![1] ? best[0]![0] : undefined
}

const keysOf = (text: string): Set<string> =>
  new Set(
    foldedWords(text)
      .map(readWord)
      .filter((word) => word.kind !== 'link')
      .map((word) => word.key),
  )

/**
 * Whether the two halves of "Varsinais-Suomen liitto - Egentliga Finlands förbund" are one name said twice. A half
 * in English must share more with the other: units often have English names.
 */
export function areTwoLanguages(left: string, right: string): boolean {
  const [a, b] = [keysOf(left), keysOf(right)]
  const met = [...a].filter((key) => b.has(key)).length
  if (met === a.size && met === b.size) return true
  const [x, y] = [languageOf(left), languageOf(right)]
  if (x === undefined || y === undefined || x === y) return false
  return (x !== 'en' && y !== 'en') || met >= 2
}
