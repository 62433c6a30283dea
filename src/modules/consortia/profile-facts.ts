import { type Candidate, type Fact, type Size, sizes, wordKeys } from '../../engine/network/cover/index.ts'
import type { Actor } from '../../kernel/actor.ts'
import type { Read } from '../../kernel/db.ts'
import { type Language, pick } from '../../kernel/text.ts'
import { organisationsWithFact, profileFactsOf } from '../profiles/index.ts'
import { dayNumber } from './candidates.ts'

/** What actors say of themselves, as the engine takes it; each in what the actor who asks may see. */
export type Stated = Pick<Candidate, 'size' | 'industries' | 'region'> & { facts: Fact[]; exercise: boolean }

type ProfileFact =
  Awaited<ReturnType<typeof profileFactsOf>> extends ReadonlyMap<string, readonly (infer F)[]> ? F : never

/** Words of what was said, by the fact: a fact never changes, a changed one is another. */
const words = new Map<string, readonly string[]>()
const mostWords = 50_000

function wordsOf({ id, content }: ProfileFact): readonly string[] {
  const before = words.get(id)
  if (before) return before
  const said = [content.title, content.text, content.use].flatMap((names) => Object.values(names ?? {}))
  const keys = [...new Set(said.flatMap((text) => (text ? wordKeys(text) : [])))]
  if (words.size >= mostWords) words.clear()
  words.set(id, keys)
  return keys
}

/** Of all organisations that say something, or of those that are named. */
export async function statedBy(
  db: Read,
  actor: Actor,
  language: Language,
  conceptNamed: (id: string) => string | undefined,
  among?: readonly string[],
): Promise<ReadonlyMap<string, Stated>> {
  const facts = await profileFactsOf(db, actor, among ?? (await organisationsWithFact(db, actor, {})))
  return new Map([...facts].map(([id, some]) => [id, statedIn(id, some, language, conceptNamed)]))
}

function statedIn(
  organisation: string,
  some: readonly ProfileFact[],
  language: Language,
  conceptNamed: (id: string) => string | undefined,
): Stated {
  const stated: Stated = { facts: [], exercise: some.some((f) => f.exercise) }
  const codes = (kind: ProfileFact['kind']) =>
    some.flatMap((f) => (f.kind === kind && f.code ? [f.code] : []))
  const size = codes('size').find((code): code is Size => (sizes as readonly string[]).includes(code))
  const industries = codes('industry')
  // Where it works in one region alone, that is where it comes from; who serves several may come from any.
  const [region, ...others] = codes('region').filter((code) => code.startsWith('MK'))
  for (const fact of some) {
    const about = {
      id: `/organisations/${organisation}#profile-${fact.id}`,
      until: dayNumber(fact.at),
      subjects: [...fact.subjects, ...(fact.codeList === 'yso' && fact.code ? [fact.code] : [])].map(Number),
      words: wordsOf(fact),
    }
    const title = pick(fact.content.title ?? {}, language)?.text
    if (fact.kind === 'language') {
      if (fact.code)
        stated.facts.push({ ...about, kind: 'statement', title: fact.code, languages: [fact.code] })
    } else if (fact.kind === 'facility') {
      stated.facts.push({ ...about, kind: 'facility', title: title ?? '', testBed: true })
    } else if (fact.kind === 'competence' || fact.kind === 'activity' || fact.kind === 'offer') {
      const said =
        title ?? (fact.code && conceptNamed(fact.code)) ?? pick(fact.content.text ?? {}, language)?.text
      const testBed = fact.kind === 'offer' && fact.code === 'test-bed'
      stated.facts.push({ ...about, kind: 'statement', title: said ?? '', ...(testBed && { testBed }) })
    }
  }
  return {
    ...stated,
    ...(region && others.length === 0 && { region }),
    ...(size && { size }),
    ...(industries.length > 0 && { industries }),
  }
}
