import { isGivenName } from './given-names.ts'
import { findLegalForms } from './legal-forms.ts'
import { placeOf } from './places.ts'
import { fold, foldedWords } from './transliteration.ts'
import { readWord } from './words.ts'

/** Endings that Finnish and Nordic surnames are made with, folded. */
const surnameEnding =
  /(?:nen|maki|niemi|ranta|koski|jarvi|saari|lahti|vaara|luoma|harju|puro|kangas|korpi|oja|ojala|salo|salmi|aho|kallio|lampi|suo|pelto|viita|kivi|joki|virta|pera|palo|metsa|nurmi|autio|korva|rinne|laakso|mies|hovi|talo|sson|ssen|sen|strom|berg|lund|qvist|kvist|quist|holm|gren|stedt|blom|fors|dahl|roos|mark|ius|man|nder|feldt|felt|sten|stam|skog|hed|lin|ov|ova|ev|eva|enko|ski|ska)$/
const finnishLa = /^\p{L}{3,}(?:la)$/u

/** Last words of businesses that a given name stands before ("Anna Design"); never a surname here. */
const businessWord =
  /(?:palvelut?|design|studio|consulting|media|beauty|group|kahvila|kampaamo|hoitola|kauppa|service|services|productions?|ravintola|huolto|rakennus|sisustus|hieronta|terapia|koulutus|konsultointi|marketing|yhtio|yhdistys|saatio|seura|liitto|kaupunki|kunta|yliopisto|koulu|keskus|toimisto|liike|tuotteet|puoti|valokuvaus|kuljetus|urakointi|asennus|leipomo|apteekki|optiikka|kustannus|kutomo|ompelimo|pesula|majoitus|matkailu|safarit|yrittajat|akatemia|instituutti|stiftelse|forening|museo|teatteri|verstas|myynti|talli|tarha)$|^(?:home|chic|cafe|salon|shop|works|art|arts|team|company|kebab|pizzeria|catering|tili|tilat|tila|kennel|taksi|taxi|auto|kone|finland|suomi|international|trading|import|invest|house|club|bar|grill|oy|oyj|ky|ay|ry|ab|rf|paja|style|stylist|hair|nails|fashion|photo|photography|films|music|musiikki|kuvaus|tuote|konditoria|kirjat|tours|travel|sport|fysio|hoito|koti|malli|pojat|veljekset|brothers|sons|second|hand|vintage|boutique|academy|institute|theatre|freedom|violet|lady|dama)$/

const traderMarks =
  /(?:^|[\s,(])(?:t[:.]?mi|toiminimi|yksityinen\s+elinkeinon?\s*harjoittaja|elinkeinonharjoittaja|ammatinharjoittaja|enskild\s+näringsidkare|enskild\s+firma|firma|enkeltmandsvirksomhed|enkeltpersonforetak)(?=$|[\s,).:])/iu
const unions =
  /(?:^|\s)(?:maatalousyhtymä|verotusyhtymä|metsäyhtymä|kuolinpesä|dödsbo|perikunta|maatila)(?=$|[\s,])/iu
const companyKinds = new Set([
  'limited',
  'public-limited',
  'partnership',
  'cooperative',
  'association',
  'foundation',
  'joint-authority',
  'enterprise',
])
const avoin = /(?:^|\s)(?:avoin\s*yhtiö|öppet\s+bolag)(?=$|[\s,])/iu

const parts = (text: string): string[] =>
  fold(text)
    .replace(/\([^)]*\)?/g, ' ')
    .replace(/[.,:]/g, ' ')
    .split(/[\s]+/)
    .filter(Boolean)

const isInitial = (word: string): boolean => /^[a-z]$/.test(word)
const isName = (word: string): boolean => /^\p{L}{2,}(?:-\p{L}{2,})*$/u.test(word)
const looksLikeSurname = (word: string): boolean =>
  isName(word) && !businessWord.test(word) && word.split('-').some((part) => part.length > 3)
const hasSurnameShape = (word: string): boolean =>
  isName(word) &&
  !businessWord.test(word) &&
  word.split('-').some((part) => surnameEnding.test(part) || finnishLa.test(part))

const canStandBetween = (word: string): boolean =>
  isGivenName(word) ||
  isInitial(word) ||
  /^(?:af|von|de|van)$|(?:ovna|evna|ovich|evich|tytar|poika)$/.test(word)

/** "matti juhani virtanen", "virtanen matti": given names and one surname, nothing else. */
function isFullName(words: readonly string[]): boolean {
  if (words.length < 2 || words.length > 6) return false
  const [first, ...rest] = words
  const last = rest.pop()!
  if (isGivenName(first!) && rest.every((word) => canStandBetween(word) || hasSurnameShape(last))) {
    if (rest.length > 0) return isName(last) && !businessWord.test(last)
    if (readWord(last).key.startsWith('@') || readWord(last).kind === 'number') return false
    return isGivenName(last) ? first!.length > 2 && last.length > 2 : looksLikeSurname(last)
  }
  return (
    hasSurnameShape(first!) &&
    placeOf(first!) === undefined &&
    [...rest, last].every((word) => isGivenName(word) || isInitial(word)) &&
    isGivenName(last.length > 1 ? last : rest[0]!)
  )
}

const hasCompanyForm = (text: string): boolean => {
  if (avoin.test(text)) return true
  const { kinds } = findLegalForms(foldedWords(text))
  return kinds.some((kind) => companyKinds.has(kind))
}

/** Whether the whole name is a person's: given names and a surname, with or without a sole trader's mark. */
export function isPersonsName(name: string): boolean {
  const bare = name.replace(traderMarks, ' ')
  const words = parts(bare)
  return isFullName(words) && !hasCompanyForm(bare)
}

/**
 * Whether a name is a sole trader's, whose data are a person's (GDPR art. 4): `person` the name is the person's own,
 * `trader` the form says so (tmi, toiminimi), `holder` no company's form and a person's name beside the business's
 * ("Konepalvelu Matti Virtanen"). Undefined: an organisation's.
 */
export function personalTrader(name: string): 'person' | 'trader' | 'holder' | undefined {
  if (isPersonsName(name)) return 'person'
  if (hasCompanyForm(name.replace(traderMarks, ' '))) return undefined
  if (traderMarks.test(name)) return 'trader'
  const words = parts(name.replace(/[/&]/g, ' '))
  if (unions.test(name))
    return words.some((word) => isGivenName(word) || hasSurnameShape(word)) ? 'holder' : undefined
  if (
    words.some((word) =>
      /(?:yhdistys|saatio|stiftelse|seura|museo|yliopisto|kaupunki|kunta|koulu|opisto|akatemia|instituutti|keskus|liitto|seurakunta)$/.test(
        word,
      ),
    )
  )
    return undefined
  const holds = words.some(
    (word, i) => i + 1 < words.length && isGivenName(word) && word.length > 2 && endsHolder(words, i + 1),
  )
  return holds ? 'holder' : undefined
}

/** A surname after a given name: of a surname's shape anywhere, of any shape as the last of at least three words. */
function endsHolder(words: readonly string[], at: number): boolean {
  const word = words[at]!
  if (isGivenName(word)) return false
  if (hasSurnameShape(word)) return true
  return (
    at === words.length - 1 &&
    words.length > 2 &&
    looksLikeSurname(word) &&
    readWord(word).kind === 'word' &&
    !readWord(word).key.startsWith('@')
  )
}

/** Whether a name is personal data: out of public search, pages and exports unless somebody decides otherwise. */
export const isPersonalName = (name: string): boolean => personalTrader(name) !== undefined
