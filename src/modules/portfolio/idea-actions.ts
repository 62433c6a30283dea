import { z } from 'zod'
import { command } from '../../kernel/action.ts'
import { newId } from '../../kernel/id.ts'
import { isAmong } from '../../kernel/rule.ts'
import { languages } from '../../kernel/text.ts'
import { frameValue } from './entry.ts'
import { complaint, fault, refuseAny } from './fault-text.ts'
import { axesFor } from './read-actions.ts'
import { judging, keepers, proposers, seenPortfolio, within } from './rights.ts'
import { authorOfIdea, insertIdea, remove } from './write-queries.ts'

const one = z.string().max(40).describe('Id of the portfolio.')
const day = z.iso.date().nullable().default(null)

export const addIdea = command({
  name: 'portfolio.add-idea',
  summary: {
    fi: 'Ehdota salkkuun ideaa: se asettuu ruutuunsa ja näyttää, mitä se muuttaisi',
    sv: 'Föreslå en idé för portföljen: den ställer sig i sin ruta och visar vad den skulle ändra',
    en: 'Propose an idea to a portfolio: it lands in its cell and shows what it would change',
  },
  route: { method: 'POST', path: '/portfolios/{portfolio}/ideas' },
  input: z.object({
    portfolio: one,
    language: z.enum(languages).default('fi'),
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
  }),
  output: z.object({ id: z.string(), path: z.string() }),
  allow: within(proposers),
  run: async (ctx, { portfolio: id, language, title, body, lead, city, amount, starts, ends, values }) => {
    const portfolio = await seenPortfolio(ctx, id)
    const axes = await axesFor(ctx, portfolio.ecosystem.id)
    const known = new Set(axes.flatMap((a) => a.values.map((v) => frameValue(a, v.code))))
    refuseAny([
      title.trim() === '' && complaint('noTitle', 'title'),
      body.trim() === '' && complaint('noText', 'body'),
      starts !== null && ends !== null && ends < starts && complaint('daysTurned', 'ends'),
      !values.every((v) => known.has(v)) && complaint('unknownValue', 'values'),
    ])
    const idea = newId(ctx.now.getTime())
    const said = {
      portfolio: id,
      language,
      title: title.trim(),
      body: body.trim(),
      lead: lead.trim() || null,
      city: city.trim() || null,
      amount,
      starts,
      ends,
      values,
    }
    await insertIdea(ctx.db, { id: idea, ...said, ...judging(ctx) })
    ctx.changed({ kind: 'idea', id: idea, before: null, after: said })
    return { id: idea, path: `/portfolios/${id}/ideas/${idea}` }
  },
})

export const dropIdea = command({
  name: 'portfolio.drop-idea',
  summary: {
    fi: 'Poista idea salkusta',
    sv: 'Ta bort en idé ur portföljen',
    en: 'Take an idea out of a portfolio',
  },
  route: { method: 'POST', path: '/portfolios/{portfolio}/ideas/{idea}/drop' },
  input: z.object({ portfolio: one, idea: z.uuid() }),
  output: z.object({ path: z.string() }),
  allow: within(proposers),
  run: async (ctx, { portfolio: id, idea }) => {
    const portfolio = await seenPortfolio(ctx, id)
    const author = await authorOfIdea(ctx.db, id, idea)
    if (author === undefined) throw fault('missing', 'missing')
    const by = judging(ctx)
    if (author !== by.person && !isAmong(keepers.who, ctx.actor, portfolio.ecosystem.id))
      throw fault('forbidden', 'notYours')
    if (!(await remove(ctx.db, 'idea', id, idea, by))) throw fault('missing', 'missing')
    ctx.changed({ kind: 'idea', id: idea, before: { portfolio: id }, after: null })
    return { path: `/portfolios/${id}/ideas` }
  },
})
