/**
 * Cyrillic by the Bulgarian law on transliteration (2009), the Cyrillic language of the EU; letters that
 * Bulgarian lacks follow the passports of their own countries.
 */
const cyrillic: Record<string, string> = {
  а: 'a',
  б: 'b',
  в: 'v',
  г: 'g',
  д: 'd',
  е: 'e',
  ж: 'zh',
  з: 'z',
  и: 'i',
  й: 'y',
  к: 'k',
  л: 'l',
  м: 'm',
  н: 'n',
  о: 'o',
  п: 'p',
  р: 'r',
  с: 's',
  т: 't',
  у: 'u',
  ф: 'f',
  х: 'h',
  ц: 'ts',
  ч: 'ch',
  ш: 'sh',
  щ: 'sht',
  ъ: 'a',
  ь: '',
  ю: 'yu',
  я: 'ya',
  ы: 'y',
  э: 'e',
  ё: 'e',
  і: 'i',
  ї: 'yi',
  є: 'ye',
  ґ: 'g',
  ђ: 'dj',
  ј: 'j',
  љ: 'lj',
  њ: 'nj',
  ћ: 'c',
  џ: 'dz',
  ѓ: 'gj',
  ќ: 'kj',
  ѕ: 'dz',
  ў: 'u',
}

/** Greek by ELOT 743; the digraphs that sound as one are spelled as one. */
const greek: Record<string, string> = {
  α: 'a',
  β: 'v',
  γ: 'g',
  δ: 'd',
  ε: 'e',
  ζ: 'z',
  η: 'i',
  θ: 'th',
  ι: 'i',
  κ: 'k',
  λ: 'l',
  μ: 'm',
  ν: 'n',
  ξ: 'x',
  ο: 'o',
  π: 'p',
  ρ: 'r',
  σ: 's',
  ς: 's',
  τ: 't',
  υ: 'y',
  φ: 'f',
  χ: 'ch',
  ψ: 'ps',
  ω: 'o',
}
const greekPairs: readonly (readonly [RegExp, string])[] = [
  [/ου/gu, 'ou'],
  [/αυ/gu, 'av'],
  [/ευ/gu, 'ev'],
  [/γγ/gu, 'ng'],
  [/(?<!\p{L})μπ/gu, 'b'],
  [/(?<!\p{L})ντ/gu, 'd'],
]

/** Latin letters that decomposition leaves whole. */
const latin: Record<string, string> = {
  ß: 'ss',
  æ: 'ae',
  œ: 'oe',
  ø: 'o',
  ł: 'l',
  đ: 'd',
  ð: 'd',
  þ: 'th',
  ı: 'i',
  ħ: 'h',
  ŋ: 'n',
  ə: 'e',
  ŧ: 't',
  ĸ: 'k',
}

const isCyrillic = /\p{Script=Cyrillic}/u
const inLatin = (text: string): string =>
  text.replace(/\p{Script=Cyrillic}/gu, (letter) => cyrillic[letter] ?? letter)

const isPlain = /^[\x20-\x7e]*$/

/**
 * The text as plain lower-case Latin letters and digits with its punctuation kept, for comparison only: what a
 * reader sees is always the name as it was written. å, ä and a fall together, as in lists typed without accents.
 */
export function fold(text: string): string {
  if (isPlain.test(text)) return text.toLowerCase()
  let folded = text.normalize('NFKC').toLowerCase()
  const cyrillicHere = isCyrillic.test(folded)
  if (cyrillicHere) folded = inLatin(folded.replace(/ьо/gu, 'yo'))
  folded = folded.normalize('NFD').replace(/[\p{M}\u00ad\u200b-\u200f\ufeff]/gu, '')
  if (cyrillicHere) folded = inLatin(folded)
  if (/\p{Script=Greek}/u.test(folded)) {
    for (const [pair, spelled] of greekPairs) folded = folded.replace(pair, spelled)
    folded = folded.replace(/\p{Script=Greek}/gu, (letter) => greek[letter] ?? letter)
  }
  return folded.replace(/[ßæœøłđðþıħŋəŧĸ]/gu, (letter) => latin[letter] ?? letter).replace(/[’‘ʼ`´]/gu, "'")
}

/** Letters and digits alone: two spellings that differ in case, blanks, accents or punctuation have one. */
export const compact = (folded: string): string => folded.replace(/[^\p{L}\p{N}]+/gu, '')

/** German and Danish spellings of the folded vowels: "muenchen" -> "munchen", "aarhus" -> "arhus". */
export const withoutDigraphs = (word: string): string =>
  word.replace(/ae/g, 'a').replace(/oe/g, 'o').replace(/ue/g, 'u').replace(/aa/g, 'a')

/** The folded words of a text. Runs of single letters are one word: "A. J." is "aj", "s.r.o." is "sro". */
export const foldedWords = (text: string): string[] => wordsOf(fold(text))

/** The same of a text that is folded already. */
export function wordsOf(folded: string): string[] {
  const words: string[] = []
  let letters = ''
  const plain = folded.includes("'")
    ? folded.replace(/'(?:s(?!\p{L}))?/gu, (found) => found.slice(1))
    : folded
  for (const word of plain.split(/[^\p{L}\p{N}]+/u)) {
    if (word.length === 1 && word >= 'a' && word <= 'z') letters += word
    else if (word) {
      if (letters) words.push(letters)
      letters = ''
      words.push(word)
    }
  }
  if (letters) words.push(letters)
  return words
}
