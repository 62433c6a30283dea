import { z } from 'zod'

/** A text in the languages in which it has been written. */
export type Texts = { fi?: string; sv?: string; en?: string }

const texts: z.ZodType<Texts, Texts> = z.strictObject({
  fi: z.string().exactOptional(),
  sv: z.string().exactOptional(),
  en: z.string().exactOptional(),
})
const day = z.iso.date()
const decimal = z.string().regex(/^\d{1,13}(\.\d{1,2})?$/)
const percent = z.string().regex(/^\d{1,3}(\.\d{1,2})?$/)

/**
 * What people settle of a call before it opens, kept as one document: it freezes as a whole, is copied as a whole, and
 * a correction after the opening is the difference of two of them. Money is a decimal string of euros, a rate percent.
 */
export const callSettings = z
  .object({
    /** Languages that must be whole before the call is published; Finnish and Swedish where an authority is bilingual. */
    languages: z.array(z.enum(['fi', 'sv', 'en'])).min(1),
    /** Languages of which a shortened version with the contact is enough (kielilaki 423/2003, 32 §). */
    short: z.array(z.enum(['fi', 'sv', 'en'])),
    /** First an idea, then a full application of those who are asked for one. */
    twoSteps: z.boolean(),
    title: texts,
    lead: texts,
    body: texts,
    /** Euros by year and fund; a year of null is for the whole call. */
    money: z.array(z.object({ year: z.int().nullable(), fund: z.string(), amount: decimal })),
    /** What the call has in all; the amounts by year and fund must come to it. */
    moneyTotal: decimal.nullable(),
    programme: z.string().nullable(),
    objectives: z.array(z.string()),
    /** Values of the ecosystem's frame: its priorities, emphases. */
    frame: z.array(z.object({ dimension: z.string(), code: z.string() })),
    /** Kinds of organisation that may apply, and what else is asked of them. */
    applicants: z.array(z.string()),
    applicantsText: texts,
    /** Roles wanted in a consortium, and of how many partners at least. */
    roles: z.array(z.object({ role: texts, least: z.int().min(0) })),
    leastPartners: z.int().min(1),
    /** Cost models, copied whole from the code list or made here, so that they freeze with the call. */
    costModels: z.array(z.looseObject({ code: z.string() })),
    /** Cost models made for this call, chosen or not; `engine/budget` has read each. */
    ownModels: z.array(z.looseObject({ code: z.string() })).default([]),
    /** The most that may be granted of the cost: by cost model and kind of applicant where these are named. */
    rates: z.array(
      z.object({ costModel: z.string().nullable(), applicant: z.string().exactOptional(), most: percent }),
    ),
    leastGrant: decimal.nullable(),
    mostGrant: decimal.nullable(),
    mostMonths: z.int().min(1).nullable(),
    /** Whether the aid is de minimis aid, of which each single undertaking has a ceiling. */
    deMinimis: z.boolean(),
    /** What is judged, by which scale and threshold: a version of a template of criteria. */
    template: z.object({ id: z.uuid(), version: z.int() }).nullable(),
    /** How many assess each application, each without seeing the others until all have. */
    assessorsEach: z.int().min(1).max(9),
    /** A joint project binds for so many years after its end. */
    jointProjectYears: z.int().min(0).max(20),
    timetable: z.array(z.object({ what: texts, on: day })),
    /** An office's own address, not a person's. */
    contact: z.object({ unit: texts, email: z.string(), phone: z.string() }),
    /** Whether the public sees how many began, sent and how long it took. */
    publicFigures: z.boolean(),
  })
  .strict()

export type CallSettings = z.output<typeof callSettings>
/** A call of which nothing is settled yet. Both national languages are asked for, as an authority of a bilingual region must. */
export const emptySettings: CallSettings = {
  languages: ['fi', 'sv'],
  short: [],
  twoSteps: false,
  title: {},
  lead: {},
  body: {},
  money: [],
  moneyTotal: null,
  programme: null,
  objectives: [],
  frame: [],
  applicants: [],
  applicantsText: {},
  roles: [],
  leastPartners: 1,
  costModels: [],
  ownModels: [],
  rates: [],
  leastGrant: null,
  mostGrant: null,
  mostMonths: null,
  deMinimis: false,
  template: null,
  assessorsEach: 2,
  jointProjectYears: 4,
  timetable: [],
  contact: { unit: {}, email: '', phone: '' },
  publicFigures: false,
}
