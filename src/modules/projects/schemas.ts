import { z } from 'zod'
import { listOf, many, paging } from '../../kernel/list.ts'
import { shareLevels } from '../../kernel/share.ts'
import { sorts } from './list-queries.ts'
import { projectStatuses } from './rules.ts'

const sortNames = Object.keys(sorts) as (keyof typeof sorts)[]
const word = z.string().max(200)

/** The filters of every list of projects, in page addresses and REST alike. */
export const projectFilters = {
  q: z
    .string()
    .max(500)
    .optional()
    .describe('Words, a code, or filters such as fund:ERDF status:running >100000.'),
  meanings: z
    .enum(['off'])
    .optional()
    .describe('off: only the words as typed, not what they are called in other languages.'),
  period: many(word).describe('Programming period, such as 2014-2020.'),
  fund: many(word).describe('Fund: ERDF or ESF.'),
  priority: many(word).describe('Priority axis, such as 2007-2013/ERDF/1 or its number.'),
  authority: many(word).describe('Key of the authority.'),
  region: many(word).describe(
    'Region (maakunta), such as MK05; unknown for projects whose region no list tells.',
  ),
  status: many(z.enum([...projectStatuses, 'unknown'])),
  year: many(z.string().regex(/^(\d{4}|unknown)$/)).describe('Year in which the project starts.'),
  from: z.coerce
    .number()
    .int()
    .min(1900)
    .max(2200)
    .optional()
    .describe('First year of a span of starting years.'),
  to: z.coerce
    .number()
    .int()
    .min(1900)
    .max(2200)
    .optional()
    .describe('Last year of a span of starting years.'),
  amount: many(z.enum(['0', '1', '2', '3', 'unknown'])).describe(
    'Class of granted money: 0 below 50 000, 1 below 200 000, 2 below 500 000, 3 from 500 000 up.',
  ),
  theme: many(word).describe('Theme, read from the words of the title.'),
  lead: z.uuid().optional().describe('Organisation that leads.'),
  organisation: z.uuid().optional().describe('Organisation that leads or joins.'),
  min: z
    .string()
    .regex(/^\d{1,13}(\.\d{1,2})?$/)
    .optional()
    .describe('Least granted amount.'),
  max: z
    .string()
    .regex(/^\d{1,13}(\.\d{1,2})?$/)
    .optional()
    .describe('Greatest granted amount.'),
}

const sorted = {
  sort: z
    .enum(sortNames.flatMap((s) => [s, `-${s}`] as const) as [string, ...string[]])
    .optional()
    .describe(
      'A column, with - before it for the greatest first. Without it: best match, else most granted.',
    ),
}

export const projectSearch = z.object({ ...projectFilters, ...sorted })
export type ProjectFilterInput = z.output<typeof projectSearch>

export const projectList = z.object({ ...projectFilters, ...paging, ...sorted })
export type ProjectListInput = z.output<typeof projectList>

const amount = z.string().nullable().describe('Exact decimal, in the currency beside it.')
const organisationReference = z
  .object({ id: z.string().nullable(), name: z.string().nullable(), personal: z.boolean() })
  .describe('A personal trader is counted but not named.')

export const projectItem = z.object({
  id: z.string(),
  key: z
    .string()
    .describe(
      'Names the project in its registry, in addresses too: its code, or a mark where its list gives none.',
    ),
  code: z.string().nullable().describe('As the list gives it; null when it gives none.'),
  registry: z.string(),
  name: z.string(),
  language: z.string(),
  summary: z.string().nullable(),
  fund: z.string().nullable(),
  programme: z.string().nullable(),
  period: z.string().nullable(),
  priority: z.string().nullable(),
  objective: z.string().nullable(),
  authority: z.object({ key: z.string().nullable(), name: z.string().nullable() }),
  status: z.string().nullable(),
  startDate: z.string().nullable(),
  endDate: z.string().nullable(),
  region: z.string().nullable(),
  regionFrom: z
    .enum(['list', 'municipality', 'authority'])
    .nullable()
    .describe(
      'Whether a list names the region, or a municipality in it, or it is derived from the authority.',
    ),
  regionUnknown: z
    .enum(['several-regions', 'nationwide', 'cross-regional', 'not-regional', 'unknown'])
    .nullable()
    .describe('Why the region is not known.'),
  themes: z.array(z.string()),
  amounts: z.object({
    currency: z.string().nullable(),
    granted: amount,
    realised: amount,
    plannedPublic: amount,
    realisedPublic: amount,
    totalCost: amount,
    eu: amount,
  }),
  lead: organisationReference.nullable(),
  partners: z.array(organisationReference),
  url: z.string().nullable(),
  share: z.enum(shareLevels).describe('Who sees the project: public is everybody.'),
  page: z.string(),
})
export type ProjectItem = z.output<typeof projectItem>

export const currencySums = z.object({
  currency: z.string(),
  projects: z.number(),
  granted: z.string(),
  realised: z.string(),
})

export const projectAnswer = listOf(projectItem).extend({
  sums: z.array(currencySums).describe('Money of all that were found, one entry for each currency.'),
  closed: z.number().describe('How many of all that were found are not public; the reader may see them.'),
  facets: z.record(z.string(), z.record(z.string(), z.number())),
  instead: z.array(z.string()).describe('Spellings taken along because those typed were not found.'),
  also: z
    .array(z.string())
    .describe('Names in other languages of what was typed in Swedish or English, looked for too.'),
  everyWord: z.boolean().describe('False when nothing had all the words and any of them was enough.'),
  sort: z.string().describe('What the items are ordered by: a column, or match.'),
  words: z.string().describe('What of q was searched for, its typed filters taken out.'),
  typed: z.array(z.string()).describe('The typed filters that were understood.'),
  unread: z.array(z.string()).describe('Typed filters whose value names nothing known.'),
  organisations: z.record(z.string(), z.string()).describe('Names of the organisations narrowed down to.'),
})
export type ProjectAnswer = z.output<typeof projectAnswer>
