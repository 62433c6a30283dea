import { z } from 'zod'
import { themes } from '../../engine/language/index.ts'
import { query } from '../../kernel/action.ts'
import type { Names } from '../../kernel/text.ts'
import { regionByCode } from '../codes/index.ts'
import { organisationsWithFact, profileFactsOf } from '../profiles/index.ts'
import { sightOf } from '../projects/index.ts'
import { ecosystemAt, key, readersOfEcosystem } from './region-actions.ts'
import { mostDone, placedOrganisations } from './region-queries.ts'
import { refuse } from './text.ts'
import { subjectsOfFacts } from './told-subjects.ts'

const most = 30

const capable = z.object({
  id: z.uuid(),
  name: z.custom<Names>(),
  kind: z.string(),
  projects: z.number().int(),
  /** The year in which the latest of them began. */
  latest: z.number().int().nullable(),
  /** What its profile says of it. */
  says: z.array(z.custom<Names>()),
})

/** Who is behind one cell of the capability map. */
export const networkCapable = query({
  name: 'network.capable',
  summary: {
    fi: 'Kenellä on maakunnassa osaamista yhdestä aiheesta: hankkeet ja profiilien kerrottu osaaminen',
    sv: 'Vem i ett landskap som kan ett ämne: projekt och det som profilerna berättar',
    en: 'Who in a region knows a subject: projects, and what profiles say',
  },
  route: { method: 'GET', path: '/ecosystems/{key}/regions/{region}/{subject}' },
  input: z.object({ key, region: z.string().max(10), subject: z.string().max(60) }),
  output: z.object({ items: z.array(capable), total: z.number().int(), shown: z.number().int() }),
  allow: readersOfEcosystem,
  run: async (ctx, asked) => {
    await ecosystemAt(ctx, asked.key)
    const { subject, region } = asked
    if (!regionByCode(region) || !themes.some(({ code }) => code === subject)) throw refuse('noCell')
    const done = await mostDone(ctx.db, await sightOf(ctx.db, ctx.actor), [subject], { region, most: 1000 })
    const tellers = await organisationsWithFact(ctx.db, ctx.actor, {})
    const placed = await placedOrganisations(ctx.db, ctx.actor, [...done.map(({ id }) => id), ...tellers])
    const here = tellers.filter((id) => placed.get(id)?.region === region)
    const facts = [...(await profileFactsOf(ctx.db, ctx.actor, here)).values()]
      .flat()
      .filter(({ kind }) => kind === 'offer' || kind === 'competence' || kind === 'facility')
    const subjects = await subjectsOfFacts(facts)
    const says = new Map<string, Names[]>()
    for (const fact of facts) {
      const told = subjects.get(fact.id)
      if (!told?.themes.includes(subject)) continue
      const words = fact.content.title ?? [...told.concepts.values()][0]
      if (words) says.set(fact.organisation, [...(says.get(fact.organisation) ?? []), words])
    }
    const byId = new Map(done.map((one) => [one.id, one]))
    const items = [...new Set([...byId.keys(), ...says.keys()])]
      .flatMap((id) => {
        const one = placed.get(id)
        if (!one) return []
        const { projects = 0, latest = null } = byId.get(id) ?? {}
        return [{ id, name: one.name, kind: one.kind, projects, latest, says: says.get(id) ?? [] }]
      })
      .sort((x, y) => y.says.length - x.says.length || y.projects - x.projects || (x.id < y.id ? -1 : 1))
    return { items: items.slice(0, most), total: items.length, shown: Math.min(most, items.length) }
  },
})
