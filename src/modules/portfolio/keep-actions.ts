import { z } from 'zod'
import { command } from '../../kernel/action.ts'
import { newId } from '../../kernel/id.ts'
import { bumpRevision } from '../../kernel/revision.ts'
import { shareLevels } from '../../kernel/share.ts'
import { callById } from '../calls/index.ts'
import { idOfKey } from '../ecosystems/index.ts'
import { projectList, sightOf } from '../projects/index.ts'
import { frameValue } from './entry.ts'
import { complaint, fault, refuseAny } from './fault-text.ts'
import { projectWithCode } from './queries.ts'
import { axesFor } from './read-actions.ts'
import { done, judging, keepers, type One, one, seenPortfolio, within } from './rights.ts'
import {
  endChoices,
  endTarget,
  insertChoice,
  insertPortfolio,
  insertSource,
  type Removable,
  remove,
  updatePortfolio,
  writeTarget,
} from './write-queries.ts'

const names = z.object({
  fi: z.string().max(200).default(''),
  sv: z.string().max(200).default(''),
  en: z.string().max(200).default(''),
})
const texts = z.object({
  fi: z.string().max(4000).default(''),
  sv: z.string().max(4000).default(''),
  en: z.string().max(4000).default(''),
})
const written = {
  name: names,
  purpose: texts.default({ fi: '', sv: '', en: '' }),
  share: z.enum(shareLevels),
}
const path = (id: string) => `/portfolios/${id}`

/** The languages that something is written in. */
const kept = (said: Record<'fi' | 'sv' | 'en', string>) =>
  Object.fromEntries(Object.entries(said).flatMap(([l, text]) => (text.trim() ? [[l, text.trim()]] : [])))

export const addPortfolio = command({
  name: 'portfolio.add',
  summary: {
    fi: 'Perusta salkku ekosysteemiin',
    sv: 'Grunda en portfölj i ett ekosystem',
    en: 'Found a portfolio in an ecosystem',
  },
  route: { method: 'POST', path: '/portfolios' },
  input: z.object({
    ecosystem: z.string().max(40).describe('Key of the ecosystem, such as hev.'),
    ...written,
    exercise: z.boolean().default(false).describe('Whether its judgements are made to practise with.'),
  }),
  output: z.object({ id: z.string(), path: z.string() }),
  allow: { ...keepers, in: (ctx, { ecosystem }) => idOfKey(ctx.db, ecosystem) },
  run: async (ctx, { ecosystem: key, name, purpose, share, exercise }) => {
    const ecosystem = await idOfKey(ctx.db, key)
    if (!ecosystem) throw fault('missing', 'missing')
    refuseAny([name.fi.trim() === '' && complaint('noName', 'name.fi')])
    const id = newId(ctx.now.getTime())
    const said = { name: kept(name), purpose: kept(purpose), share }
    await insertPortfolio(ctx.db, { id, ecosystem, ...said, exercise, ...judging(ctx) })
    // The ecosystem's public page, which is kept ready, lists it.
    if (share === 'public') await bumpRevision(ctx.db)
    ctx.changed({ kind: 'portfolio', id, before: null, after: { ...said, ecosystem } })
    return { id, path: path(id) }
  },
})

export const editPortfolio = command({
  name: 'portfolio.edit',
  summary: {
    fi: 'Muuta salkun nimeä, tarkoitusta ja näkyvyyttä',
    sv: 'Ändra portföljens namn, syfte och synlighet',
    en: 'Change the name, purpose and share level of a portfolio',
  },
  input: z.object({ ...one, ...written }),
  output: done,
  allow: within(keepers),
  run: async (ctx, { portfolio: id, name, purpose, share }) => {
    const before = await seenPortfolio(ctx, id)
    refuseAny([name.fi.trim() === '' && complaint('noName', 'name.fi')])
    const after = { name: kept(name), purpose: kept(purpose), share }
    await updatePortfolio(ctx.db, id, { ...after, at: ctx.now })
    if (share === 'public' || before.share === 'public') await bumpRevision(ctx.db)
    const was = { name: before.name, purpose: before.purpose, share: before.share }
    ctx.changed({ kind: 'portfolio', id, before: was, after })
    return { path: path(id) }
  },
})

export const addSource = command({
  name: 'portfolio.add-source',
  summary: {
    fi: 'Ota salkkuun hankeluettelon rajaus tai haun hakemukset',
    sv: 'Ta med en avgränsning av projektförteckningen eller en utlysnings ansökningar',
    en: 'Take in a filter of the list of projects, or the applications of a call',
  },
  route: { method: 'POST', path: '/portfolios/{portfolio}/sources' },
  input: z.object({
    ...one,
    filters: z
      .record(z.string().max(40), z.union([z.string().max(500), z.array(z.string().max(200)).max(100)]))
      .nullable()
      .default(null)
      .describe('Words and filters of the list of projects, as in its address.'),
    call: z.string().max(100).nullable().default(null).describe('Code of a call.'),
  }),
  output: done,
  allow: within(keepers),
  run: async (ctx, { portfolio: id, filters, call: code }) => {
    await seenPortfolio(ctx, id)
    const call = code ? await callById(ctx.db, code) : undefined
    if (code && !call) throw fault('invalid', 'noCall', 'call')
    if (!call && Object.keys(filters ?? {}).length === 0) throw fault('invalid', 'noFilter', 'filters')
    if (!call && !projectList.safeParse(filters).success) throw fault('invalid', 'badFilter', 'filters')
    const source = newId(ctx.now.getTime())
    const said = { filters: call ? null : filters, call: call?.id ?? null }
    await insertSource(ctx.db, { id: source, portfolio: id, ...said, ...judging(ctx) })
    ctx.changed({ kind: 'portfolio-source', id: source, before: null, after: { ...said, portfolio: id } })
    return { path: `${path(id)}/things` }
  },
})

export const choose = command({
  name: 'portfolio.choose',
  summary: {
    fi: 'Ota hanke salkkuun tai jätä se pois käsin',
    sv: 'Ta in ett projekt i portföljen eller lämna bort det för hand',
    en: 'Put a project into a portfolio or leave it out by hand',
  },
  route: { method: 'POST', path: '/portfolios/{portfolio}/choices' },
  input: z.object({
    ...one,
    code: z.string().max(100).optional().describe('Code of the project.'),
    thing: z.uuid().optional().describe('Its id, in place of the code.'),
    stance: z.enum(['in', 'out']),
    reason: z.string().max(2000),
  }),
  output: done,
  allow: within(keepers),
  run: async (ctx, { portfolio: id, code, thing: given, stance, reason }) => {
    await seenPortfolio(ctx, id)
    const sight = await sightOf(ctx.db, ctx.actor)
    const thing = given ?? (code?.trim() ? await projectWithCode(ctx.db, sight, code) : undefined)
    refuseAny([
      !thing && complaint('noProject', 'code'),
      reason.trim() === '' && complaint('noReason', 'reason'),
    ])
    const by = judging(ctx)
    const said = { thing: thing!, stance, reason: reason.trim() }
    await endChoices(ctx.db, id, said.thing, by)
    const choice = newId(ctx.now.getTime())
    await insertChoice(ctx.db, { id: choice, portfolio: id, ...said, ...by })
    ctx.changed({ kind: 'portfolio-choice', id: choice, before: null, after: { ...said, portfolio: id } })
    return { path: `${path(id)}/things` }
  },
})

const measure = z.enum(['share', 'money', 'count'])

export const setTarget = command({
  name: 'portfolio.set-target',
  summary: {
    fi: 'Aseta tavoite kehyksen arvolle tai kahden arvon ruudulle',
    sv: 'Ställ ett mål för ett värde i ramen eller för rutan av två',
    en: 'Set the target of a value of the frame, or of the cell of two',
  },
  route: { method: 'POST', path: '/portfolios/{portfolio}/targets' },
  input: z.object({
    ...one,
    values: z.array(z.string().max(100)).min(1).max(2).describe('Such as priority/1 and emphasis/2.'),
    measure,
    amount: z
      .string()
      .regex(/^\d{1,15}$/)
      .nullable()
      .describe(
        'Hundredths of a percent, cents or things, by the measure; without one the target is taken away.',
      ),
  }),
  output: done,
  allow: within(keepers),
  run: async (ctx, { portfolio: id, values, measure: by, amount }) => {
    const portfolio = await seenPortfolio(ctx, id)
    const axes = await axesFor(ctx, portfolio.ecosystem.id)
    const known = new Set(axes.flatMap((a) => a.values.map((v) => frameValue(a, v.code))))
    refuseAny([
      !values.every((v) => known.has(v)) && complaint('unknownValue', 'values'),
      by === 'share' && amount !== null && BigInt(amount) > 10_000n && complaint('shareTooLarge', 'amount'),
    ])
    const who = judging(ctx)
    const target = newId(ctx.now.getTime())
    const sorted = [...new Set(values)].sort()
    if (amount === null) await endTarget(ctx.db, id, sorted, who)
    else
      await writeTarget(ctx.db, {
        id: target,
        portfolio: id,
        values: sorted,
        measure: by,
        amount: BigInt(amount),
        ...who,
      })
    const after = amount === null ? null : { values: sorted, measure: by, amount, portfolio: id }
    ctx.changed({ kind: 'portfolio-target', id: target, before: null, after })
    return { path: path(id) }
  },
})

const removable = ['source', 'choice', 'feed', 'goal', 'commitment'] as const satisfies readonly Removable[]

export const removePart = command({
  name: 'portfolio.remove',
  summary: {
    fi: 'Poista salkusta rajaus, käsin tehty valinta, yhteys, tavoite tai sitoumus',
    sv: 'Ta bort en avgränsning, ett val, en koppling, ett mål eller ett åtagande ur portföljen',
    en: 'Take a source, a choice, a link, a goal or a commitment out of a portfolio',
  },
  route: { method: 'POST', path: '/portfolios/{portfolio}/remove' },
  input: z.object({ ...one, what: z.enum(removable), id: z.uuid() }),
  output: z.object({}),
  allow: within(keepers),
  run: async (ctx, { portfolio, what, id }: One & { what: (typeof removable)[number]; id: string }) => {
    await seenPortfolio(ctx, portfolio)
    if (!(await remove(ctx.db, what, portfolio, id, judging(ctx)))) throw fault('missing', 'missing')
    ctx.changed({ kind: `portfolio-${what}`, id, before: { portfolio }, after: null })
    return {}
  },
})
