import { z } from 'zod'
import { readCall } from '../../engine/network/cover/index.ts'
import { command } from '../../kernel/action.ts'
import { newId } from '../../kernel/id.ts'
import { readDay } from '../../kernel/time.ts'
import { idOfKey } from '../ecosystems/index.ts'
import { organisationsNamed } from '../organisations/index.ts'
import { refusing } from './answer-rights.ts'
import { setPlan } from './apply-queries.ts'
import { readSettled, settled } from './consortium-input.ts'
import { insertConsortium, insertEvent, insertPartner } from './consortium-queries.ts'
import { insertDemand } from './demand-queries.ts'
import { fault } from './fault-text.ts'
import { ideaText } from './idea-text.ts'
import { acting, gatherers, gathers, pathOf } from './rights.ts'

const ideaFault = refusing(ideaText)
const lines = z.array(z.string().trim().min(1).max(300)).max(30).default([])
const { title, aim, programme, budget, lead } = settled
const writtenDay = z.string().trim().max(20).default('').describe('A day, d.m.yyyy.')

export const beginWithIdea = command({
  name: 'consortium.add-idea',
  summary: {
    fi: 'Tee ideasta konsortio: nimi, päivät, ohjelma, tavoite, budjetti, keitä etsitään ja keitä on mukana',
    sv: 'Gör ett konsortium av en idé: namn, dagar, program, mål, budget, vilka som söks och vilka som är med',
    en: 'Make a consortium of an idea: name, days, programme, aim, budget, who are sought and who are in',
  },
  route: { method: 'POST', path: '/ecosystems/{ecosystem}/consortium-ideas' },
  input: z.object({
    ecosystem: z.string().max(40).describe('Key of the ecosystem.'),
    title,
    aim,
    programme,
    budget,
    lead,
    starts: writtenDay,
    ends: writtenDay,
    sought: lines.describe('Who are sought: each becomes a demand that people judge.'),
    found: lines.describe('Who are in: names or business ids.'),
    idea: z.uuid().nullable().default(null).describe('The idea of a portfolio that it began from.'),
  }),
  output: z.object({ id: z.string(), path: z.string() }),
  allow: { ...gatherers, in: (ctx, { ecosystem }) => idOfKey(ctx.db, ecosystem) },
  run: async (ctx, input) => {
    const ecosystem = await idOfKey(ctx.db, input.ecosystem)
    if (!ecosystem) throw ideaFault('missing', 'noEcosystem')
    const [starts, ends] = (['starts', 'ends'] as const).map((name) => {
      const day = input[name] === '' ? null : readDay(input[name])
      if (day === undefined) throw ideaFault('invalid', 'badDay', name)
      return day
    }) as [string | null, string | null]
    if (starts && ends && ends < starts) throw ideaFault('invalid', 'endsFirst', 'ends')
    const said = await readSettled(
      ctx.db,
      ctx.actor,
      z.object(settled).parse({ ...input, share: 'agreement' }),
    )
    if (!(await gathers(ctx.db, ctx.actor, { ecosystem, lead: said.lead })))
      throw fault('invalid', 'notLead', 'lead')
    const { at, by, person } = acting(ctx)
    const id = newId(at.getTime())
    await insertConsortium(ctx.db, {
      ...said,
      id,
      ecosystem,
      exercise: false,
      call: null,
      language: ctx.language,
      person,
      at,
    })
    await setPlan(ctx.db, id, { starts, ends, idea: input.idea })
    const known = new Set<string>()
    const take = async (organisation: string | null, name: string, part: string | null) => {
      if (organisation && known.has(organisation)) return
      if (organisation) known.add(organisation)
      const partner = newId(at.getTime())
      await insertPartner(ctx.db, { id: partner, consortium: id, organisation, name, part, person, at })
    }
    if (said.lead) await take(said.lead, said.leadName, 'lead')
    for (const name of input.found) {
      const named = await organisationsNamed(ctx.db, ctx.actor, name)
      const one = named.length === 1 ? named[0] : undefined
      await take(one?.id ?? null, one?.name ?? name, null)
    }
    for (const name of input.sought) {
      const own = newId(at.getTime())
      const source = ideaText[ctx.language].source
      const read = readCall({ demands: [{ id: own, kind: 'own', name, source }] })
      if ('faults' in read) continue
      await insertDemand(ctx.db, {
        ...read.call.demands[0]!,
        consortium: id,
        after: undefined,
        person,
        by,
        at,
      })
    }
    await insertEvent(ctx.db, {
      id: newId(at.getTime()),
      consortium: id,
      what: 'add',
      details: {},
      person,
      by,
      at,
    })
    ctx.changed({ kind: 'consortium', id, before: null, after: { ...said, starts, ends, ecosystem } })
    return { id, path: pathOf(id) }
  },
})
