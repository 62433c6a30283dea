import { z } from 'zod'
import { command } from '../../kernel/action.ts'
import type { Context } from '../../kernel/context.ts'
import type { Tx } from '../../kernel/db.ts'
import { newId } from '../../kernel/id.ts'
import { isAmong } from '../../kernel/rule.ts'
import { languages } from '../../kernel/text.ts'
import { frameValue } from './entry.ts'
import { complaint, fault, refuseAny } from './fault-text.ts'
import { ideaById, insertAct, insertIdea, setWithdrawn, updateIdea } from './idea-queries.ts'
import { axesFor } from './read-actions.ts'
import type { Idea, IdeaWording, Portfolio } from './record.ts'
import { done, judging, keepers, one, proposers, seenPortfolio, within } from './rights.ts'
import { changedIn } from './rules.ts'

const day = z.iso.date().nullable().default(null)

const wordingShape = {
  title: z.string().max(300),
  body: z.string().max(20_000),
  lead: z.string().max(300).default(''),
  city: z.string().max(100).default(''),
  amount: z
    .string()
    .regex(/^\d{1,13}(\.\d{1,2})?$/)
    .default('0')
    .describe('Euros, as an exact decimal.'),
  starts: day,
  ends: day,
  values: z.array(z.string().max(100)).max(40).default([]).describe('Such as priority/1.'),
}
const wordingTyped = z.object(wordingShape)

/** What was typed as an idea says it, once nothing is wrong with it. */
async function wordingOf(
  ctx: Context<Tx>,
  portfolio: Portfolio,
  { title, body, lead, city, amount, starts, ends, values }: z.output<typeof wordingTyped>,
): Promise<IdeaWording> {
  const axes = await axesFor(ctx, portfolio.ecosystem.id)
  const known = new Set(axes.flatMap((a) => a.values.map((v) => frameValue(a, v.code))))
  refuseAny([
    title.trim() === '' && complaint('noTitle', 'title'),
    body.trim() === '' && complaint('noText', 'body'),
    starts !== null && ends !== null && ends < starts && complaint('daysTurned', 'ends'),
    !values.every((v) => known.has(v)) && complaint('unknownValue', 'values'),
  ])
  const [euros = '0', cents = ''] = amount.split('.')
  return {
    title: title.trim(),
    body: body.trim(),
    lead: lead.trim() || null,
    city: city.trim() || null,
    amount: `${BigInt(euros)}.${cents.padEnd(2, '0')}`,
    starts,
    ends,
    values,
  }
}

/** The idea, where whoever acts has proposed it or keeps the portfolio. */
async function ownIdea(ctx: Context<Tx>, portfolio: Portfolio, id: string): Promise<Idea> {
  const idea = await ideaById(ctx.db, portfolio.id, id)
  if (!idea) throw fault('missing', 'missing')
  if (idea.person !== judging(ctx).person && !isAmong(keepers.who, ctx.actor, portfolio.ecosystem.id))
    throw fault('forbidden', 'notYours')
  return idea
}

export const addIdea = command({
  name: 'portfolio.add-idea',
  summary: {
    fi: 'Ehdota salkkuun ideaa: se asettuu ruutuunsa ja näyttää, mitä se muuttaisi',
    sv: 'Föreslå en idé för portföljen: den ställer sig i sin ruta och visar vad den skulle ändra',
    en: 'Propose an idea to a portfolio: it lands in its cell and shows what it would change',
  },
  route: { method: 'POST', path: '/portfolios/{portfolio}/ideas' },
  input: z.object({ ...one, language: z.enum(languages).default('fi'), ...wordingShape }),
  output: z.object({ id: z.string(), path: z.string() }),
  allow: within(proposers),
  run: async (ctx, { portfolio: id, language, ...typed }) => {
    const wording = await wordingOf(ctx, await seenPortfolio(ctx, id), typed)
    const idea = newId(ctx.now.getTime())
    await insertIdea(ctx.db, { id: idea, portfolio: id, language, wording, ...judging(ctx) })
    ctx.changed({ kind: 'idea', id: idea, before: null, after: { portfolio: id, language, ...wording } })
    return { id: idea, path: `/portfolios/${id}/ideas/${idea}` }
  },
})

export const editIdea = command({
  name: 'portfolio.edit-idea',
  summary: {
    fi: 'Muuta salkun ideaa: se, mitä idea sanoi ennen, jää sen historiaan',
    sv: 'Ändra en idé i portföljen: det som idén sade förut finns kvar i dess historia',
    en: 'Change an idea of a portfolio: what it said before stays in its history',
  },
  route: { method: 'PUT', path: '/portfolios/{portfolio}/ideas/{idea}' },
  input: z.object({ ...one, idea: z.uuid(), ...wordingShape }),
  output: done,
  allow: within(proposers),
  run: async (ctx, { portfolio: id, idea, ...typed }) => {
    const portfolio = await seenPortfolio(ctx, id)
    const known = await ownIdea(ctx, portfolio, idea)
    if (known.withdrawnAt) throw fault('conflict', 'ideaWithdrawn')
    const wording = await wordingOf(ctx, portfolio, typed)
    const before = changedIn(known, wording)
    if (Object.keys(before).length > 0) {
      await updateIdea(ctx.db, idea, wording)
      const act = { id: newId(ctx.now.getTime()), idea, act: 'edited' as const, before }
      await insertAct(ctx.db, { ...act, ...judging(ctx) })
      ctx.changed({
        kind: 'idea',
        id: idea,
        before: { portfolio: id, ...before },
        after: changedIn(wording, known),
      })
    }
    return { path: `/portfolios/${id}/ideas/${idea}` }
  },
})

/** Takes an idea out, or back in: it stays where it is, and its history says so. */
async function turn(
  ctx: Context<Tx>,
  { portfolio: id, idea }: { portfolio: string; idea: string },
  act: 'withdrawn' | 'restored',
): Promise<void> {
  const known = await ownIdea(ctx, await seenPortfolio(ctx, id), idea)
  const out = act === 'withdrawn'
  if (Boolean(known.withdrawnAt) === out) throw fault('conflict', out ? 'ideaWithdrawn' : 'ideaStands')
  await setWithdrawn(ctx.db, idea, out ? judging(ctx) : null)
  await insertAct(ctx.db, { id: newId(ctx.now.getTime()), idea, act, before: null, ...judging(ctx) })
  const stands = { portfolio: id }
  ctx.changed({ kind: 'idea', id: idea, before: out ? stands : null, after: out ? null : stands })
}

export const dropIdea = command({
  name: 'portfolio.drop-idea',
  summary: {
    fi: 'Poista idea salkusta; sen voi palauttaa',
    sv: 'Ta bort en idé ur portföljen; den kan tas tillbaka',
    en: 'Take an idea out of a portfolio; it can be taken back in',
  },
  route: { method: 'POST', path: '/portfolios/{portfolio}/ideas/{idea}/drop' },
  input: z.object({ ...one, idea: z.uuid() }),
  output: done,
  allow: within(proposers),
  run: async (ctx, asked) => {
    await turn(ctx, asked, 'withdrawn')
    return { path: `/portfolios/${asked.portfolio}/ideas` }
  },
})

export const restoreIdea = command({
  name: 'portfolio.restore-idea',
  summary: {
    fi: 'Palauta poistettu idea salkkuun',
    sv: 'Ta tillbaka en borttagen idé till portföljen',
    en: 'Take a withdrawn idea back into a portfolio',
  },
  route: { method: 'POST', path: '/portfolios/{portfolio}/ideas/{idea}/restore' },
  input: z.object({ ...one, idea: z.uuid() }),
  output: done,
  allow: within(proposers),
  run: async (ctx, asked) => {
    await turn(ctx, asked, 'restored')
    return { path: `/portfolios/${asked.portfolio}/ideas/${asked.idea}` }
  },
})
