import { z } from 'zod'
import type { Complaint } from '../../kernel/refusal.ts'
import { shareLevels } from '../../kernel/share.ts'
import { languages, type Names } from '../../kernel/text.ts'
import { type Day, dayOf, readDay } from '../../kernel/time.ts'
import { complaint } from './refusals.ts'
import { cardKinds, limits, offerKinds, sizeClasses } from './rules.ts'

const said = z.string().max(20_000).default('')
/** Words in up to three languages, as they are typed. */
const names = z.object({ fi: said, sv: said, en: said }).prefault({})

export const exercise = z.boolean().default(false).describe('Invented for practice: the page says so.')

export const cardInput = z.object({
  id: z.string().max(60).describe('Id of the organisation.'),
  entry: z.uuid().optional().describe('The card that is changed; without it a new one is added.'),
  kind: z.enum(cardKinds),
  sort: z
    .union([z.enum(offerKinds), z.literal('')])
    .default('')
    .describe('Of an offer or a need.'),
  title: names,
  text: names,
  use: names.describe('How others may use a facility.'),
  place: z.string().trim().max(200).default(''),
  website: z.string().trim().max(500).default(''),
  subjects: z.string().max(1000).default('').describe('Labels of YSO in any language, with commas between.'),
  openUntil: z.string().trim().max(20).default('').describe('The last day, as 2027-12-31 or 31.12.2027.'),
  share: z.enum(shareLevels).default('public'),
  ecosystem: z
    .union([z.uuid(), z.literal('')])
    .default('')
    .describe('Within which it is shared, where it is not public.'),
  exercise,
})

export const basicsInput = z.object({
  id: z.string().max(60).describe('Id of the organisation.'),
  activity: names.describe('What the actor does.'),
  size: z
    .union([z.enum(sizeClasses), z.literal('')])
    .default('')
    .describe('Class of Recommendation 2003/361/EC.'),
  sizeDay: z.string().trim().max(20).default('').describe('The day that the size class is of.'),
  sizeSource: z.string().trim().max(200).default('').describe('Where the size class was read.'),
  regions: z.array(z.string().max(20)).max(40).default([]),
  languages: z.array(z.string().max(5)).max(20).default([]),
  exercise,
})

/** What was typed, without blanks at its ends and without languages in which nothing was. */
export function typedNames(typed: { fi: string; sv: string; en: string }): Names | undefined {
  const filled = languages.flatMap((language) => {
    const text = typed[language].replaceAll('\r\n', '\n').trim()
    return text === '' ? [] : [[language, text] as const]
  })
  return filled.length === 0 ? undefined : Object.fromEntries(filled)
}

/** Complaints of texts that are too long, each at the field of its language. */
export const tooLong = (
  typed: Names | undefined,
  field: string,
  most: number,
  reason: 'longTitle' | 'longText' | 'longActivity',
): Complaint[] =>
  languages
    .filter((language) => [...(typed?.[language] ?? '')].length > most)
    .map((language) => complaint(reason, `${field}_${language}`))

/** A day as it is typed, 31.12.2027 or 2027-12-31; undefined where it cannot be read. */
export function typedDay(text: string): Day | undefined {
  const iso = /^(\d{4})-(\d{2})-(\d{2})$/.exec(text)
  return iso ? dayOf(Number(iso[1]), Number(iso[2]), Number(iso[3])) : readDay(text)
}

/** A web address as it is typed, with its protocol; undefined where it is none. */
export function typedWebsite(text: string): string | undefined {
  try {
    const url = new URL(/^https?:\/\//i.test(text) ? text : `https://${text}`)
    const named = /^[^.\s]+(\.[^.\s]+)+$/.test(url.hostname)
    return named && !url.username && !url.password && !/^[a-z]+:(?!\/\/)/i.test(text) ? url.href : undefined
  } catch {
    return undefined
  }
}

/** What a card says wrong in words and days, all at once. */
export function cardComplaints(
  input: z.output<typeof cardInput>,
  today: Day,
): (Complaint | false | undefined)[] {
  const title = typedNames(input.title)
  const until = input.openUntil === '' ? undefined : typedDay(input.openUntil)
  return [
    input.kind !== 'facility' && input.sort === '' && complaint('noKind', 'sort'),
    !title && complaint('noTitle', 'title_fi'),
    ...tooLong(title, 'title', limits.title, 'longTitle'),
    ...tooLong(typedNames(input.text), 'text', limits.text, 'longText'),
    ...tooLong(typedNames(input.use), 'use', limits.text, 'longText'),
    input.openUntil !== '' && !until && complaint('badDay', 'openUntil'),
    until !== undefined && until < today && complaint('pastDay', 'openUntil'),
    input.website !== '' && !typedWebsite(input.website) && complaint('badWebsite', 'website'),
    input.share !== 'public' &&
      input.share !== 'own' &&
      input.ecosystem === '' &&
      complaint('noPlace', 'ecosystem'),
  ]
}

export const filled = <T extends Record<string, unknown>>(
  fields: T,
): { [K in keyof T]?: NonNullable<T[K]> } =>
  Object.fromEntries(Object.entries(fields).filter(([, value]) => value !== undefined && value !== '')) as {
    [K in keyof T]?: NonNullable<T[K]>
  }
