import { z } from 'zod'
import { command } from '../../kernel/action.ts'
import type { Context } from '../../kernel/context.ts'
import type { Tx } from '../../kernel/db.ts'
import { newId } from '../../kernel/id.ts'
import { frameValue } from './entry.ts'
import { complaint, fault, refuseAny } from './fault-text.ts'
import { gather } from './gather.ts'
import { goalsOf } from './queries.ts'
import { axesFor } from './read-actions.ts'
import type { Portfolio } from './record.ts'
import { done, judges, judging, keepers, one, seenPortfolio, within } from './rights.ts'
import { insertFeed, insertGoal, undoPlacements, writePlacements, writeService } from './write-queries.ts'

const reason = z.string().max(2000)
const thing = z.uuid().describe('Id of a project, an application or an idea in the portfolio.')

/** The ids of what is in the portfolio for this person: nobody judges what they may not see. */
const inside = async (ctx: Context<Tx>, portfolio: Portfolio): Promise<ReadonlySet<string>> =>
  new Set((await gather(ctx, portfolio)).entries.map((e) => e.id))

export const place = command({
  name: 'portfolio.place',
  summary: {
    fi: 'Sijoita hankkeita, hakemuksia ja ideoita kehykseen, yksi tai monta kerralla',
    sv: 'Placera projekt, ansökningar och idéer i ramen, ett eller många åt gången',
    en: 'Place projects, applications and ideas on the frame, one or many at once',
  },
  route: { method: 'POST', path: '/portfolios/{portfolio}/placements' },
  input: z.object({
    ...one,
    things: z.array(thing).max(500),
    values: z
      .array(z.string().max(100))
      .max(40)
      .describe('Such as priority/1; takes the place of what stood before on each dimension.'),
    reason,
  }),
  output: z.object({ batch: z.string(), path: z.string() }),
  allow: within(judges),
  run: async (ctx, { portfolio: id, things, values, reason: why }) => {
    const portfolio = await seenPortfolio(ctx, id)
    const known = await inside(ctx, portfolio)
    const axes = await axesFor(ctx, portfolio.ecosystem.id)
    const chosen = axes.flatMap((axis) =>
      axis.values.flatMap(({ code }) =>
        values.includes(frameValue(axis, code)) ? [{ dimension: axis.dimension, code }] : [],
      ),
    )
    refuseAny([
      things.length === 0 && complaint('noThings', 'things'),
      !things.every((t) => known.has(t)) && complaint('unknownThing', 'things'),
      values.length === 0 && complaint('noValues', 'values'),
      chosen.length < new Set(values).size && complaint('unknownValue', 'values'),
      why.trim() === '' && complaint('noReason', 'reason'),
    ])
    const batch = newId(ctx.now.getTime())
    const rows = [...new Set(things)].flatMap((t) =>
      chosen.map((c) => ({ id: newId(ctx.now.getTime()), thing: t, ...c })),
    )
    await writePlacements(ctx.db, { portfolio: id, batch, reason: why.trim(), ...judging(ctx) }, rows)
    ctx.changed({
      kind: 'portfolio-placement',
      id: batch,
      before: null,
      after: { portfolio: id, things, values, reason: why.trim() },
    })
    return { batch, path: `/portfolios/${id}/things` }
  },
})

export const undoPlace = command({
  name: 'portfolio.undo-place',
  summary: {
    fi: 'Peru sijoittelu: aiemmat paikat tulevat takaisin',
    sv: 'Ångra en placering: de tidigare platserna återställs',
    en: 'Take a placing back: what stood before it stands again',
  },
  route: { method: 'POST', path: '/portfolios/{portfolio}/placements/{batch}/undo' },
  input: z.object({ ...one, batch: z.uuid() }),
  output: done,
  allow: within(judges),
  run: async (ctx, { portfolio: id, batch }) => {
    await seenPortfolio(ctx, id)
    if ((await undoPlacements(ctx.db, id, batch, judging(ctx))) === 0)
      throw fault('conflict', 'nothingToUndo')
    ctx.changed({ kind: 'portfolio-placement', id: batch, before: { portfolio: id }, after: null })
    return { path: `/portfolios/${id}/things` }
  },
})

export const judgeFeed = command({
  name: 'portfolio.link',
  summary: {
    fi: 'Kirjaa, että hanke ruokkii toista tai on sen edellinen vaihe',
    sv: 'Anteckna att ett projekt föder ett annat eller är dess föregående fas',
    en: 'Write down that one thing feeds another, or is its earlier phase',
  },
  route: { method: 'POST', path: '/portfolios/{portfolio}/links' },
  input: z.object({ ...one, from: thing, to: thing, kind: z.enum(['feeds', 'continues']), reason }),
  output: done,
  allow: within(judges),
  run: async (ctx, { portfolio: id, from, to, kind, reason: why }) => {
    const known = await inside(ctx, await seenPortfolio(ctx, id))
    refuseAny([
      from === to && complaint('sameThing', 'to'),
      !(known.has(from) && known.has(to)) && complaint('unknownThing', 'from'),
      why.trim() === '' && complaint('noReason', 'reason'),
    ])
    const feed = newId(ctx.now.getTime())
    const said = { portfolio: id, from, to, kind, reason: why.trim() }
    await insertFeed(ctx.db, { id: feed, ...said, ...judging(ctx) })
    ctx.changed({ kind: 'portfolio-feed', id: feed, before: null, after: said })
    return { path: `/portfolios/${id}/timeline` }
  },
})

export const addGoal = command({
  name: 'portfolio.add-goal',
  summary: {
    fi: 'Lisää omistajan strateginen tavoite salkkuun',
    sv: 'Lägg till en ägares strategiska mål i portföljen',
    en: 'Add a strategic goal of an owner to a portfolio',
  },
  route: { method: 'POST', path: '/portfolios/{portfolio}/goals' },
  input: z.object({
    ...one,
    owner: z.string().max(200).describe('Whose goal it is, such as a city.'),
    organisation: z.uuid().nullable().default(null),
    name: z.string().max(400),
  }),
  output: z.object({ id: z.string(), path: z.string() }),
  allow: within(keepers),
  run: async (ctx, { portfolio: id, owner, organisation, name }) => {
    await seenPortfolio(ctx, id)
    refuseAny([
      owner.trim() === '' && complaint('noOwner', 'owner'),
      name.trim() === '' && complaint('noGoal', 'name'),
    ])
    const goal = newId(ctx.now.getTime())
    const said = { portfolio: id, owner: owner.trim(), organisation, name: { [ctx.language]: name.trim() } }
    await insertGoal(ctx.db, { id: goal, ...said, ...judging(ctx) })
    ctx.changed({ kind: 'portfolio-goal', id: goal, before: null, after: said })
    return { id: goal, path: `/portfolios/${id}/goals` }
  },
})

export const serve = command({
  name: 'portfolio.serve',
  summary: {
    fi: 'Arvioi, miten vahvasti hankkeet palvelevat tavoitetta',
    sv: 'Bedöm hur starkt projekt främjar ett mål',
    en: 'Judge how strongly things serve a goal',
  },
  route: { method: 'POST', path: '/portfolios/{portfolio}/goals/{goal}/services' },
  input: z.object({
    ...one,
    goal: z.uuid(),
    things: z.array(thing).max(500),
    strength: z.coerce
      .number()
      .int()
      .min(0)
      .max(3)
      .describe('1 a little, 2 clearly, 3 its main purpose; 0 not at all.'),
    reason,
  }),
  output: done,
  allow: within(judges),
  run: async (ctx, { portfolio: id, goal, things, strength, reason: why }) => {
    const known = await inside(ctx, await seenPortfolio(ctx, id))
    if (!(await goalsOf(ctx.db, id)).some((g) => g.id === goal)) throw fault('missing', 'missing')
    refuseAny([
      things.length === 0 && complaint('noThings', 'things'),
      !things.every((t) => known.has(t)) && complaint('unknownThing', 'things'),
      why.trim() === '' && complaint('noReason', 'reason'),
    ])
    const said = { goal, strength, reason: why.trim(), ...judging(ctx) }
    for (const t of new Set(things))
      await writeService(ctx.db, { id: newId(ctx.now.getTime()), thing: t, ...said })
    const after = { portfolio: id, goal, things, strength, reason: why.trim() }
    ctx.changed({ kind: 'portfolio-service', id: goal, before: null, after })
    return { path: `/portfolios/${id}/goals` }
  },
})
