import { z } from 'zod'
import { command, query } from '../../kernel/action.ts'
import type { Context } from '../../kernel/context.ts'
import { newId } from '../../kernel/id.ts'
import { listOf, many, paging } from '../../kernel/list.ts'
import { Refusal } from '../../kernel/refusal.ts'
import { everyone } from '../../kernel/rule.ts'
import { dayIn } from '../../kernel/time.ts'
import { by, holds } from '../people/index.ts'
import { searchFor } from '../search/index.ts'
import { applicantKinds, levels, states } from './entry.ts'
import { valuesOf } from './opportunity.ts'
import {
  anyFunding,
  fundingById,
  fundingCounts,
  fundingPath,
  fundingSorts,
  insertFunding,
  listFunding,
  markFunding,
  type ShownFunding,
  updateFunding,
} from './queries.ts'
import { changedFields } from './rules.ts'
import { type ColumnName, sheetText } from './sheet-text.ts'
import { pickFields, statedStatus } from './taking-in.ts'
import { complaint } from './text.ts'
import { entryTyped, type Typed } from './typed.ts'

/** Who keeps the catalogue. */
export const keepers = by('coordinator')
export const keeps = ({ actor }: Pick<Context, 'actor'>): boolean =>
  actor.kind === 'system' || holds(actor, ['coordinator'])

/** What a list or an entry tells: who checked it is told to those who keep the catalogue. */
const told = (row: ShownFunding, mayKeep: boolean) => {
  const { document: _, imported, stale_told_at: __, checked_by: ___, checker, archived_at, ...shown } = row
  return {
    ...shown,
    archived: archived_at !== null,
    from_file: imported !== null,
    checker: mayKeep ? checker : null,
    path: fundingPath(row),
  }
}
export type ListedFunding = ReturnType<typeof told>

const flag = z
  .enum(['1', '0'])
  .default('0')
  .transform((v) => v === '1')

export const fundingList = z.object({
  q: z.string().max(500).optional().describe('Words of a name, programme, funder or theme.'),
  level: many(z.enum(levels)),
  state: many(z.enum(states)).describe('How it stands today.'),
  applicant: many(z.enum(applicantKinds)).describe('Who may apply.'),
  theme: many(z.string().max(1_000)),
  stale: flag.describe('1: those that should be checked.'),
  archived: flag.describe('1: those taken out of the list; for those who keep it.'),
  ...paging,
  sort: z
    .enum(fundingSorts)
    .optional()
    .describe('With - before it the last first. Without it: best match, else deadline.'),
})

export const listFundingAction = query({
  name: 'funding.list',
  summary: {
    fi: 'Muiden rahoittajien ohjelmat ja haut, joista voi hakea rahoitusta',
    sv: 'Andra finansiärers program och utlysningar',
    en: 'Programmes and calls of other funders',
  },
  route: { method: 'GET', path: '/funding' },
  input: fundingList,
  output: listOf(z.custom<ListedFunding>()).extend({
    facets: z.record(z.string(), z.record(z.string(), z.number())),
    instead: z.array(z.string()),
  }),
  allow: everyone,
  run: async (ctx, { q, limit, offset, sort, archived, ...filters }) => {
    const today = dayIn(ctx.now)
    const mayKeep = keeps(ctx)
    const narrowing = { ...filters, archived: archived && mayKeep, today }
    const words = q?.trim()
    const search = words ? await searchFor(ctx.db, words, (t) => anyFunding(ctx.db, t), 1_000) : undefined
    const asked = { ...narrowing, ...(words && { tsquery: search?.tsquery ?? '' }) }
    const order = sort ?? (search ? { terms: search.terms } : 'deadline')
    const rows = await listFunding(ctx.db, asked, order, limit, offset)
    const facets: Record<string, Record<string, number>> = {}
    let total = 0
    for (const { facet, value, count } of await fundingCounts(ctx.db, asked)) {
      if (facet === 'all') total = count
      else facets[facet] = { ...facets[facet], [value]: count }
    }
    return { items: rows.map((r) => told(r, mayKeep)), total, facets, instead: search?.instead ?? [] }
  },
})

const one = { id: z.string().max(100).describe('Id of the funding opportunity.') }

async function there(ctx: Context, id: string): Promise<ShownFunding> {
  const found = await fundingById(ctx.db, id, dayIn(ctx.now))
  if (!found) throw new Refusal('missing', 'funding.missing', [complaint('missing')])
  return found
}

export const readFunding = query({
  name: 'funding.get',
  summary: {
    fi: 'Yksi rahoitusmahdollisuus',
    sv: 'En finansieringsmöjlighet',
    en: 'One funding opportunity',
  },
  route: { method: 'GET', path: '/funding/{id}' },
  input: z.object(one),
  output: z.object({ funding: z.custom<ListedFunding>(), mayKeep: z.boolean() }),
  allow: everyone,
  run: async (ctx, { id }) => {
    const mayKeep = keeps(ctx)
    return { funding: told(await there(ctx, id), mayKeep), mayKeep }
  },
})

/** The fields of the form; those of a file that tell what is not typed are left out. */
const notTyped: readonly ColumnName[] = ['source', 'externalId', 'state', 'page']
export const formFields = (Object.keys(sheetText.fi) as ColumnName[]).filter((f) => !notTyped.includes(f))
const written = Object.fromEntries(formFields.map((f) => [f, z.string().max(60_000).default('')]))

function checked(input: Typed, today: string) {
  const { entry, checkedOn = today, wrong } = entryTyped(input)
  const complaints = wrong.map((w) => complaint(w.key, w.field))
  // A source may say such a thing of itself; a person here has mistyped.
  if (entry.opens_on && entry.closes_on && entry.closes_on < entry.opens_on)
    complaints.push(complaint('backwards', 'closes'))
  if (checkedOn > today) complaints.push(complaint('future', 'checked'))
  if (complaints.length > 0) throw new Refusal('invalid', 'funding.invalid', complaints)
  return { entry, checkedOn }
}

const madeHere = 'talkoot'
const done = z.object({ id: z.string(), path: z.string() })
const personOf = ({ actor }: Pick<Context, 'actor'>) => (actor.kind === 'person' ? actor.id : null)

export const addFunding = command({
  name: 'funding.add',
  summary: {
    fi: 'Lisää rahoitusmahdollisuus luetteloon',
    sv: 'Lägg till en finansieringsmöjlighet',
    en: 'Add a funding opportunity to the list',
  },
  route: { method: 'POST', path: '/funding' },
  input: z.object(written),
  output: done,
  allow: keepers,
  run: async (ctx, input) => {
    const id = newId(ctx.now.getTime())
    const { entry, checkedOn } = checked(input as Typed, dayIn(ctx.now))
    const row = {
      id,
      source: madeHere,
      external_id: id,
      checked_on: checkedOn,
      checked_by: personOf(ctx),
      created_at: ctx.now,
      modified_at: ctx.now,
      stated_status: null,
    }
    await insertFunding(ctx.db, row, entry)
    ctx.changed({ kind: 'funding', id, before: null, after: { ...entry, checked_on: checkedOn } })
    return { id, path: fundingPath({ id }) }
  },
})

export const editFunding = command({
  name: 'funding.edit',
  summary: {
    fi: 'Muuta rahoitusmahdollisuuden tietoja',
    sv: 'Ändra en finansieringsmöjlighets uppgifter',
    en: 'Change what is told of a funding opportunity',
  },
  route: { method: 'PUT', path: '/funding/{id}' },
  input: z.object({ ...one, ...written }),
  output: done,
  allow: keepers,
  run: async (ctx, { id, ...input }) => {
    const now = await there(ctx, String(id))
    const { entry, checkedOn } = checked(input as Typed, dayIn(ctx.now))
    const fields = changedFields(valuesOf(now), entry)
    const moved = checkedOn !== now.checked_on && {
      checked_on: checkedOn,
      checked_by: personOf(ctx),
      stale_told_at: null,
    }
    const stated_status = statedStatus(now.document, entry, now.imported)
    const modified = fields.length > 0 && { modified_at: ctx.now }
    await updateFunding(ctx.db, now.id, { ...moved, ...modified, stated_status }, entry)
    ctx.changed({
      kind: 'funding',
      id: now.id,
      before: { ...pickFields(now, fields), checked_on: now.checked_on },
      after: { ...pickFields(entry, fields), checked_on: checkedOn },
    })
    return { id: now.id, path: fundingPath(now) }
  },
})

export const checkFunding = command({
  name: 'funding.check',
  summary: {
    fi: 'Merkitse rahoitusmahdollisuuden tiedot tarkistetuiksi tänään',
    sv: 'Ange att en finansieringsmöjlighets uppgifter har kontrollerats i dag',
    en: 'Say that a funding opportunity was checked today',
  },
  route: { method: 'POST', path: '/funding/{id}/check' },
  input: z.object(one),
  output: done,
  allow: keepers,
  run: async (ctx, { id }) => {
    const now = await there(ctx, id)
    const checked_on = dayIn(ctx.now)
    await markFunding(ctx.db, now.id, { checked_on, checked_by: personOf(ctx) })
    ctx.changed({
      kind: 'funding',
      id: now.id,
      before: { checked_on: now.checked_on },
      after: { checked_on },
    })
    return { id: now.id, path: fundingPath(now) }
  },
})

export const archiveFunding = command({
  name: 'funding.archive',
  summary: {
    fi: 'Ota rahoitusmahdollisuus pois luettelosta tai palauta se',
    sv: 'Ta bort en finansieringsmöjlighet ur förteckningen eller ta tillbaka den',
    en: 'Take a funding opportunity out of the list, or back into it',
  },
  route: { method: 'POST', path: '/funding/{id}/archive' },
  input: z.object({ ...one, archived: z.boolean() }),
  output: done,
  allow: keepers,
  run: async (ctx, { id, archived }) => {
    const now = await there(ctx, id)
    await markFunding(ctx.db, now.id, { archived_at: archived ? ctx.now : null })
    const before = { archived: now.archived_at !== null }
    ctx.changed({ kind: 'funding', id: now.id, before, after: { archived } })
    return { id: now.id, path: fundingPath(now) }
  },
})
