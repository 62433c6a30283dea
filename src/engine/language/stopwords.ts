import type { SearchLanguage } from './language.ts'

/** Words that say nothing alone. They are not indexed and not asked for, unless a query has no others. */
const lists: Record<SearchLanguage, string> = {
  fi: 'ja on ei se että sekä tai eli kun kuin niin myös joka jotka jonka jossa jota jolla jolle mikä mitä ovat oli olla ole olen se sen siitä siihen sitä ne niiden niitä tämä tämän tässä tätä nämä näiden hän hänen he minä sinä me te jos vai vaan mutta joko sillä siis kanssa mukaan osana avulla kohti varten sekä n oy ry',
  sv: 'och att det som en ett på är av för med den till inte om i de har vid från eller kan så genom samt inom hos sig sin sitt sina denna dessa där när även ska',
  en: 'the a an of and to in is for on with as by at from or that this it be are was into its their your our we you',
}

const setOf = (words: string): ReadonlySet<string> => new Set(words.split(' '))
const stops = { fi: setOf(lists.fi), sv: setOf(lists.sv), en: setOf(lists.en) }

export const isStopword = (word: string, language: SearchLanguage): boolean => stops[language].has(word)
