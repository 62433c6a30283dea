/**
 * Finnish, Swedish and English text for searching: what a word is found by, whatever form it stands in. The same
 * analysis is made twice: of a record when it is saved (`tsvector`) and of what somebody typed (`tsquery`), so the
 * database only compares. Finnish is read by rules of our own over a word list made from YSO: cases, consonant
 * gradation, possessives, compounds. `parseSearch` reads `fund:ERDF status:open` out of a search box, `themesOf` the
 * theme of a project out of its title, with the words that gave it. Pure: no database, no clock.
 */
export { languagesOf } from './detect.ts'
export { type FilterName, type Filters, type ParsedSearch, parseSearch } from './filters.ts'
export { highlight, type Segment } from './highlight.ts'
export { type SearchLanguage, searchLanguages } from './language.ts'
export { lexemesOfWord } from './lexemes.ts'
export { type Candidate, editDistance, nearest } from './nearest.ts'
export { type Query, type QueryOptions, type Term, tsquery } from './query.ts'
export { isStopword } from './stopwords.ts'
export { type FoundTheme, type Theme, themes, themesOf } from './themes.ts'
export { fold, type Token, tokens } from './tokens.ts'
export { tsvector, vectorWords, type Weight, type WeightedText } from './vector.ts'
