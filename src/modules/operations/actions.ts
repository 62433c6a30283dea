import { z } from 'zod'
import { faultsOf } from '../../engine/kohesio/index.ts'
import { query } from '../../kernel/action.ts'
import type { Read } from '../../kernel/db.ts'
import { listOf, many, paging } from '../../kernel/list.ts'
import { everyone } from '../../kernel/rule.ts'
import { codeOf, projectPath, toldOf } from '../projects/index.ts'
import { searchFor } from '../search/index.ts'
import { keptCompleteness } from './kept-completeness.ts'
import { type Filter, type Order, pageOf } from './kept-order.ts'
import { kohesioCells } from './kohesio-cells.ts'
import {
  foundByWords,
  lastTakenIn,
  type OperationSort,
  operationSorts,
  operationsAfter,
  operationsById,
} from './queries.ts'
import { completenessOf, countedFields, factsOf } from './rules.ts'

const sortNames = Object.keys(operationSorts).flatMap((s) => [s, `-${s}`])
const word = z.string().max(100)
const text = z.string().nullable()

export const operationItem = z.object({
  id: z.string(),
  code: text.describe('As the list gives it; null when it gives none.'),
  registry: z.string(),
  period: text,
  facts: z
    .object({
      beneficiary: text.describe('(a) The beneficiary; a natural person is not named.'),
      name: z.string().describe('(d)'),
      purpose: text.describe('(e) Purpose and achievements, as the lists describe them.'),
      start: text.describe('(f)'),
      end: text.describe('(g) Expected or actual.'),
      totalCost: text.describe('(h) Exact decimal, in the currency beside it.'),
      fund: text.describe('(i)'),
      objective: text.describe('(j) Specific objective.'),
      rate: text.describe('(k) Union co-financing rate, percent.'),
      location: z
        .object({
          point: text,
          municipalities: z.array(z.string()).readonly(),
          nuts: text,
          region: text,
          text,
        })
        .nullable()
        .describe('(l) Where the work is done; never where only the authority is.'),
      beneficiaryLocation: text.describe('(m)'),
      intervention: text.describe('(n) Type of intervention.'),
    })
    .describe('The facts of Article 49(3) by their points; null where no list says it.'),
  currency: text,
  personal: z.boolean().describe('The beneficiary is a natural person: (b), left out.'),
  filled: z.number().describe('How many of the facts there are.'),
  of: z.number().describe('How many there could be.'),
  page: z.string(),
})
export type OperationItem = z.output<typeof operationItem>

const filters = {
  q: z.string().max(300).optional().describe('Words of the name, the code or the beneficiary.'),
  period: many(word).describe('Programming period, such as 2014-2020.'),
  fund: many(word).describe('Fund, such as ERDF.'),
  sort: z
    .enum(sortNames as [string, ...string[]])
    .default('code')
    .describe('A column, with - before it for the last first.'),
}

export const listOperations = query({
  name: 'operations.list',
  summary: {
    fi: 'Hankeluettelo 49 artiklan tiedoin: haku, rajaus ja järjestys',
    sv: 'Förteckningen över insatser med uppgifterna i artikel 49: sökning, avgränsning och ordning',
    en: 'The list of operations with the facts of Article 49: searched, narrowed and sorted',
  },
  route: { method: 'GET', path: '/operations' },
  input: z.object({ ...filters, ...paging }),
  output: listOf(operationItem).extend({
    takenIn: z.date().nullable().describe('When public lists were last taken in.'),
  }),
  allow: everyone,
  run: async ({ db }, { q, period, fund, sort, limit, offset }) => {
    const order = { by: sort.replace('-', '') as OperationSort, down: sort.startsWith('-') }
    const narrowed = { period, fund }
    const found = q?.trim() ? await foundBy(db, q, narrowed, order) : undefined
    const { ids, total } = await pageOf(db, { ...narrowed, found }, order, { limit, offset })
    const rows = await operationsById(db, ids)
    const told = await toldOf(
      db,
      rows.map((row) => row.id),
    )
    const items = rows.map((row) => {
      const facts = factsOf(row, told.get(row.id)?.values)
      return {
        id: row.id,
        code: codeOf(row.code),
        registry: row.registry,
        period: row.period,
        facts,
        currency: row.currency,
        personal: row.lead_personal,
        ...completenessOf(facts, row.lead_personal),
        page: projectPath(row),
      }
    })
    return { items, total, takenIn: await lastTakenIn(db) }
  },
})

/** What words find, read as every search reads them: where nothing has all of them, near spellings, then any of them. */
async function foundBy(db: Read, q: string, narrowed: Filter, order: Order): Promise<ReadonlySet<string>> {
  const sets = new Map<string, ReadonlySet<string>>()
  const idsOf = async (tsquery: string) => {
    const known = sets.get(tsquery) ?? (tsquery === '' ? new Set<string>() : await foundByWords(db, tsquery))
    sets.set(tsquery, known)
    return known
  }
  const left = async (found?: ReadonlySet<string>) =>
    (await pageOf(db, { ...narrowed, found }, order, { limit: 0, offset: 0 })).total
  const search = await searchFor(
    db,
    q,
    async (tsquery) => (await left(await idsOf(tsquery))) > 0,
    await left(),
  )
  return idsOf(search?.tsquery ?? '')
}

export const countedCompleteness = query({
  name: 'operations.completeness',
  summary: {
    fi: 'Kuinka monen hankkeen kukin 49 artiklan tieto on luettelossa, kausittain ja rahastoittain',
    sv: 'För hur många insatser varje uppgift i artikel 49 finns, enligt period och fond',
    en: 'Of how many operations each fact of Article 49 is known, by period and fund',
  },
  route: { method: 'GET', path: '/operations-completeness' },
  input: z.object({}),
  output: z.object({
    items: z.array(
      z.object({
        period: text,
        fund: text,
        operations: z.number(),
        personal: z.number().describe('Operations of natural persons, whose (a), (b) and (m) are not shown.'),
        known: z.record(z.string(), z.number()).describe('By fact: of how many operations it is known.'),
      }),
    ),
  }),
  allow: everyone,
  run: async ({ db }) => ({
    items: (await keptCompleteness(db)).map((c) => ({
      period: c.ofPeriod,
      fund: c.ofFund,
      operations: c.operations,
      personal: c.personal,
      known: Object.fromEntries(countedFields.map((field) => [field, c[field]])),
    })),
  }),
})

/** A portion of the file for Kohesio: each operation in the form's cells, with what keeps it out. */
export const kohesioPortion = query({
  name: 'operations.kohesio-portion',
  summary: {
    fi: 'Hankkeita Kohesion lomakkeen kentissä ja mitä niistä puuttuu',
    sv: 'Insatser i fälten i Kohesios formulär och vad som saknas',
    en: 'Operations in the cells of the Kohesio form, and what is missing of them',
  },
  input: z.object({
    after: z.object({ registry: z.string().max(100), code: z.string().max(300) }),
    limit: z.number().int().min(1).max(1000),
  }),
  output: z.object({
    items: z.array(
      z.object({
        registry: z.string(),
        code: z.string(),
        name: z.string(),
        page: z.string(),
        cells: z.record(z.string(), z.string().optional()),
        faults: z.array(z.object({ field: z.string(), kind: z.string() })),
      }),
    ),
  }),
  allow: everyone,
  run: async ({ db }, { after, limit }) => {
    const rows = await operationsAfter(db, after, limit)
    const told = await toldOf(
      db,
      rows.map((row) => row.id),
    )
    const items = rows.map((row) => {
      const folded = told.get(row.id)
      const days = Object.values(folded?.fields ?? {}).flatMap((f) => f.statement.asOf ?? [])
      const cells = kohesioCells(row, folded?.values, days.sort().at(-1) ?? null)
      return {
        registry: row.registry,
        code: row.code,
        name: row.title,
        page: projectPath(row),
        cells,
        faults: faultsOf(cells),
      }
    })
    return { items }
  },
})
