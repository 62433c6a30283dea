import { parseSearch } from '../../engine/language/index.ts'
import { languages, type Names } from '../../kernel/text.ts'
import { fundOf, objectives, programmes } from '../codes/index.ts'
import type { CallFacet } from './list-queries.ts'
import { type Phase, phases } from './phases.ts'
import { text } from './text.ts'

/** What somebody typed into the search box of calls: the words, and the filters among them. */
export type TypedCalls = {
  text: string
  filters: Partial<Record<CallFacet, readonly string[]>>
  /** Filters whose value names nothing known: said to the reader, and not narrowed by. */
  unread: string[]
}

const same = (a: string, b: string | null | undefined): boolean =>
  b?.toLocaleLowerCase('fi') === a.toLocaleLowerCase('fi')
const inSome = (name: Names, word: string): boolean =>
  languages.some((l) => name[l]?.toLocaleLowerCase('fi').includes(word.toLocaleLowerCase('fi')))

const phaseOfWord = (word: string): Phase[] =>
  phases.filter((phase) => same(word, phase) || languages.some((l) => same(word, text[l].phases[phase])))

const named = (list: readonly { code: string; name: object }[], word: string): string[] => {
  const exact = list.filter(({ code }) => same(word, code))
  return (exact.length > 0 ? exact : list.filter(({ name }) => inSome(name as Names, word))).map(
    (p) => p.code,
  )
}

/** Reads `rahasto:EAKR tila:avoinna ekosysteemi:hev tl:2.1`; the rest is what is searched for. */
export function typedCalls(q: string): TypedCalls {
  const parsed = parseSearch(q.normalize('NFC'))
  const { fund = [], status = [], programme = [], priority = [], ecosystem = [] } = parsed.filters
  const objectiveOf = (word: string) => objectives.filter((o) => same(word, o.number)).map((o) => o.code)
  const read: readonly (readonly [CallFacet, readonly string[], (word: string) => readonly string[]])[] = [
    ['fund', fund, (word) => [fundOf(word)].filter((code) => code !== undefined)],
    ['state', status, phaseOfWord],
    ['programme', programme, (word) => named(programmes, word)],
    ['objective', priority, objectiveOf],
    ['ecosystem', ecosystem, (word) => [word.toLowerCase()]],
  ]
  const filters: Partial<Record<CallFacet, readonly string[]>> = {}
  const unread: string[] = []
  for (const [facet, words, valuesOf] of read) {
    const found = words.flatMap((word) => {
      const values = valuesOf(word)
      if (values.length === 0) unread.push(word)
      return values
    })
    if (found.length > 0) filters[facet] = [...new Set(found)]
  }
  return { text: parsed.text.replaceAll(/\s+/g, ' ').trim(), filters, unread }
}
