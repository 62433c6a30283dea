import { lexemesOfWord, themes, themesOf, tokens, tsvector } from '../src/engine/language/index.ts'
import { projectTitles } from './search-data.ts'

/** Words analysed a second, cold and warm, and how many titles show a theme. */
export function measureWords(data: string, say: (line: string) => void): void {
  const titles = projectTitles(data)
  const words = titles.flatMap((title) => tokens(title).map((token) => token.word))
  for (const state of ['cold', 'warm']) {
    const began = performance.now()
    let stems = 0
    for (const word of words) stems += lexemesOfWord(word, 'fi').stems.length
    const seconds = (performance.now() - began) / 1000
    say(`${words.length} words ${state}: ${Math.round(words.length / seconds)} words/s (${stems} stems)`)
  }
  const began = performance.now()
  for (const title of titles) tsvector([{ text: title, weight: 'A', language: 'auto' }])
  say(`${titles.length} titles to vectors, language unknown: ${Math.round(performance.now() - began)} ms`)
  const shown = titles.filter((title) => themesOf(title).length > 0)
  const telling = titles.filter((title) => !/^investointi( ja kehittäminen)?$/i.test(title.trim()))
  const tellingShown = telling.filter((title) => themesOf(title).length > 0)
  const share = (part: number, whole: number): string => `${((100 * part) / whole).toFixed(1)} %`
  say(`${themes.length} themes; titles with one or more: ${share(shown.length, titles.length)}`)
  say(
    `  without "Investointi" and "Investointi ja kehittäminen": ${share(tellingShown.length, telling.length)}`,
  )
}
