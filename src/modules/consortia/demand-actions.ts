import { z } from 'zod'
import { coverWords, type Demand, type Fault, readCall, sayFault } from '../../engine/network/cover/index.ts'
import { command } from '../../kernel/action.ts'
import { newId } from '../../kernel/id.ts'
import { type Complaint, Refusal } from '../../kernel/refusal.ts'
import { inEach } from '../../kernel/text.ts'
import { organisationMeant } from './consortium-input.ts'
import { barredKinds } from './demand-kinds.ts'
import {
  demandsOf,
  endDemand,
  endExclusion,
  exclusionsOf,
  insertDemand,
  insertExclusion,
} from './demand-queries.ts'
import { fault } from './fault-text.ts'
import { acting, done, gathering, one, openConsortium, pathOf } from './rights.ts'

/** A fault of the engine at the field of the form: "demands.0.codes.2" is "codes". */
const complaintOf = (wrong: Fault): Complaint => {
  const field = wrong.path.split('.')[2] ?? (wrong.code === 'missing' ? 'words' : 'name')
  return {
    field: field === 'subjects' ? 'words' : field,
    text: inEach((l) => sayFault(coverWords[l], { ...wrong, path: field })),
  }
}

export const setDemand = command({
  name: 'consortium.set-demand',
  summary: {
    fi: 'Lisää vaatimus tai muuta sitä: mitä vaaditaan, kuinka monelta ja mikä näyttö riittää',
    sv: 'Lägg till ett krav eller ändra det: vad som krävs, av hur många och vilka belägg som räcker',
    en: 'Add or change a demand: what is asked, of how many, and what evidence is enough',
  },
  route: { method: 'POST', path: '/consortia/{consortium}/demands' },
  input: z.object({
    ...one,
    demand: z.uuid().optional().describe('The demand that it takes the place of.'),
    said: z
      .record(z.string().max(40), z.unknown())
      .describe(
        'As a call’s demands are written: kind, name, need, must, weight, enough, source and what the kind asks.',
      ),
  }),
  output: done.extend({ demand: z.string().describe('Id of the demand as it stands now.') }),
  allow: gathering,
  run: async (ctx, { consortium: id, demand: after, said }) => {
    await openConsortium(ctx, id)
    const known = await demandsOf(ctx.db, id)
    const before = known.find((d) => d.id === after)
    if (after && !before) throw fault('missing', 'missing')
    const own = newId(ctx.now.getTime())
    const read = readCall({ demands: [{ ...said, id: own }] })
    if ('faults' in read) throw new Refusal('invalid', 'consortium.demand', read.faults.map(complaintOf))
    const demand = read.call.demands[0] as Demand
    await insertDemand(ctx.db, { ...demand, consortium: id, after, ...acting(ctx) })
    ctx.changed({
      kind: 'consortium-demand',
      id: own,
      before: before ?? null,
      after: { ...demand, consortium: id },
    })
    return { path: pathOf(id), demand: own }
  },
})

export const dropDemand = command({
  name: 'consortium.end-demand',
  summary: { fi: 'Poista vaatimus', sv: 'Ta bort ett krav', en: 'Take a demand away' },
  input: z.object({ ...one, demand: z.uuid() }),
  output: done,
  allow: gathering,
  run: async (ctx, { consortium: id, demand }) => {
    await openConsortium(ctx, id)
    const before = (await demandsOf(ctx.db, id)).find((d) => d.id === demand)
    if (!before) throw fault('missing', 'missing')
    await endDemand(ctx.db, demand, acting(ctx))
    ctx.changed({ kind: 'consortium-demand', id: demand, before, after: null })
    return { path: `${pathOf(id)}/demands` }
  },
})

export const addExclusion = command({
  name: 'consortium.exclude',
  summary: {
    fi: 'Lisää rajaus: ketkä eivät voi olla mukana tai montako heitä saa olla',
    sv: 'Lägg till en avgränsning: vilka som inte får vara med, eller hur många av dem',
    en: 'Add an exclusion: who may not be in, or how many of them',
  },
  input: z.object({
    ...one,
    by: z.enum(barredKinds),
    codes: z.array(z.string().max(60)).min(1).max(200),
    most: z.number().int().min(0).max(200).default(0),
    reason: z.string().trim().min(1).max(300),
  }),
  output: done,
  allow: gathering,
  run: async (ctx, { consortium: id, ...said }) => {
    await openConsortium(ctx, id)
    const own = newId(ctx.now.getTime())
    const codes: string[] = []
    for (const code of said.codes)
      codes.push(
        said.by === 'organisation' ? (await organisationMeant(ctx.db, ctx.actor, code, 'codes')).id : code,
      )
    const { at, person } = acting(ctx)
    await insertExclusion(ctx.db, { ...said, by: said.by, codes, id: own, consortium: id, person, at })
    ctx.changed({ kind: 'consortium-exclusion', id: own, before: null, after: { ...said, consortium: id } })
    return { path: `${pathOf(id)}/demands` }
  },
})

export const dropExclusion = command({
  name: 'consortium.end-exclusion',
  summary: { fi: 'Poista rajaus', sv: 'Ta bort en avgränsning', en: 'Take an exclusion away' },
  input: z.object({ ...one, exclusion: z.uuid() }),
  output: done,
  allow: gathering,
  run: async (ctx, { consortium: id, exclusion }) => {
    await openConsortium(ctx, id)
    const before = (await exclusionsOf(ctx.db, id)).find((x) => x.id === exclusion)
    if (!before) throw fault('missing', 'missing')
    await endExclusion(ctx.db, exclusion, ctx.now)
    ctx.changed({ kind: 'consortium-exclusion', id: exclusion, before, after: null })
    return { path: `${pathOf(id)}/demands` }
  },
})
