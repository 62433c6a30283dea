import { z } from 'zod'
import { languages, type Names } from '../../kernel/text.ts'
import type { Day } from '../../kernel/time.ts'

export const levels = ['eu', 'national', 'regional', 'other'] as const
export type Level = (typeof levels)[number]

/** What its keeper says of an entry. */
export const stages = ['forecast', 'open', 'continuous', 'closed'] as const
export type Stage = (typeof stages)[number]

/** Who may apply. */
export const applicantKinds = [
  'any',
  'company',
  'sme',
  'municipality',
  'regional-council',
  'state-authority',
  'joint-authority',
  'university',
  'research-institute',
  'education-provider',
  'association',
  'individual',
  'other',
] as const
export type ApplicantKind = (typeof applicantKinds)[number]

const day = z.iso.date()
const amount = z.string().regex(/^-?\d+\.?\d*$/)
const names = z.object(Object.fromEntries(languages.map((l) => [l, z.string().max(60_000).optional()])))
const line = z.string().max(1_000)

/** What is known of one source of funding. Amounts are decimal strings, days "2026-03-05", the clock "16:15". */
export const entry = z.object({
  language: z.enum(languages),
  title: names as unknown as z.ZodType<Names>,
  summary: names as unknown as z.ZodType<Names>,
  programme: line.nullable(),
  funder: line.nullable(),
  level: z.enum(levels),
  applicants: z.array(z.enum(applicantKinds)),
  applicant_text: names as unknown as z.ZodType<Names>,
  aid_rate: amount.nullable(),
  amount_total: amount.nullable(),
  amount_min: amount.nullable(),
  amount_max: amount.nullable(),
  currency: z
    .string()
    .regex(/^[A-Z]{3}$/)
    .nullable(),
  awards: z.number().int().min(-2_147_483_648).max(2_147_483_647).nullable(),
  money_text: z.string().max(60_000).nullable(),
  stage: z.enum(stages),
  opens_on: day.nullable(),
  closes_on: day.nullable(),
  closes_at: z
    .string()
    .regex(/^\d\d:\d\d$/)
    .nullable(),
  link: z.string().max(4_000).nullable(),
  read_from: z.string().max(4_000).nullable(),
  themes: z.array(line).max(100),
  region: line.nullable(),
})
export type Entry = z.output<typeof entry>

/** An entry that says nothing yet, for readers to fill in. */
export const blankEntry: Entry = {
  language: 'fi',
  title: {},
  summary: {},
  programme: null,
  funder: null,
  level: 'other',
  applicants: [],
  applicant_text: {},
  aid_rate: null,
  amount_total: null,
  amount_min: null,
  amount_max: null,
  currency: null,
  awards: null,
  money_text: null,
  stage: 'open',
  opens_on: null,
  closes_on: null,
  closes_at: null,
  link: null,
  read_from: null,
  themes: [],
  region: null,
}

export const entryFields = Object.keys(blankEntry) as readonly (keyof Entry)[]

/** How an entry stands on a day. */
export const states = ['open', 'continuous', 'coming', 'closed'] as const
export type State = (typeof states)[number]

export type Checked = { checked_on: Day; archived: boolean }
