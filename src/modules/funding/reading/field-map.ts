import { z } from 'zod'
import { type Entry, levels } from '../entry.ts'
import { tidied, webAddress } from '../rules.ts'
import { applicantValues, type Event, type OpportunityBody, statusValues } from '../standard.ts'
import { dateIn, instantIn, rangeIn, sumIn } from './values.ts'

/**
 * How the records of a portal that speaks no standard become opportunities: which of its fields is what, as data. A new
 * portal is a new map in `field-maps.json`, not code. Where several fields are named, the first that says something is
 * taken; the texts of `description` and `details` are joined.
 */
export const fieldMap = z.object({
  /** What the portal is called, as the identity of its entries and for people. */
  source: z.string(),
  name: z.string(),
  /** Where the records are; with `columns` they are arrays of values whose names stand there as {id}. */
  records: z.string(),
  columns: z.string().optional(),
  /** Fields by which its records are known. */
  has: z.array(z.string()).min(1),
  always: z.object({
    language: z.enum(['fi', 'sv', 'en']),
    level: z.enum(levels),
    currency: z.string(),
    region: z.string(),
  }),
  id: z.string(),
  title: z.string(),
  description: z.array(z.string()),
  status: z.object({ field: z.string(), values: z.record(z.string(), z.enum(statusValues)) }),
  opens: z.string(),
  closes: z.string(),
  /** Whether its moments tell a clock, or only a day with a clock that means nothing. */
  clock: z.boolean(),
  dates: z.record(z.string(), z.object({ field: z.string(), name: z.string() })),
  total: z.string(),
  /** Two fields, or one that tells a range ("Between $1 and $5"). */
  least: z.string(),
  most: z.string(),
  awards: z.string().optional(),
  details: z.record(z.string(), z.string()),
  applicants: z.object({
    field: z.string(),
    between: z.string(),
    values: z.record(z.string(), z.enum(applicantValues)),
  }),
  applicantText: z.array(z.string()),
  link: z.array(z.string()),
  funder: z.string(),
  themes: z.object({ field: z.string(), between: z.string() }),
  region: z.string(),
  modified: z.string(),
})
export type FieldMap = z.output<typeof fieldMap>

export type PortalRecord = Record<string, unknown>

/** The records of a portal's file, when it has the map's shape; undefined when it has not. */
export function recordsBy(map: FieldMap, file: unknown): PortalRecord[] | undefined {
  const found = propertyOf(file, map.records)
  if (!Array.isArray(found) || found.length === 0) return undefined
  const columns = map.columns && propertyOf(file, map.columns)
  const names = Array.isArray(columns) ? columns.map((c) => String(propertyOf(c, 'id'))) : undefined
  const records = found.map((r) =>
    names && Array.isArray(r) ? Object.fromEntries(names.map((n, i) => [n, r[i]])) : (r as PortalRecord),
  )
  const known = (r: unknown) => r !== null && typeof r === 'object' && map.has.every((n) => n in r)
  return known(records[0]) ? records : undefined
}

const propertyOf = (of: unknown, name: string): unknown =>
  of !== null && typeof of === 'object' ? (of as PortalRecord)[name] : undefined

const textIn = (value: unknown): string =>
  typeof value === 'string' ? value.trim() : typeof value === 'number' ? String(value) : ''

export type MappedRecord = {
  externalId: string
  body: OpportunityBody
  more: Partial<Entry> & Pick<Entry, 'language'>
  modified: Date | undefined
}

/** A record as an opportunity and what the catalogue knows beyond it; or what is wrong with it. */
export function mapRecord(
  map: FieldMap,
  record: PortalRecord,
): MappedRecord | 'no-id' | 'no-title' | 'status' {
  const text = (field: string | undefined) => (field === undefined ? '' : textIn(record[field]))
  const externalId = text(map.id)
  if (externalId === '') return 'no-id'
  if (text(map.title) === '') return 'no-title'
  const stated = text(map.status.field)
  const status = map.status.values[stated]
  if (!status) return 'status'
  const types = applicantsOf(map, text(map.applicants.field))
  const link = map.link.map((f) => webAddress(text(f))).find((a) => a !== undefined)
  const { language, level, currency, region } = map.always
  return {
    externalId,
    body: {
      title: text(map.title),
      status: { value: status, description: stated },
      description: unique(map.description.map(text)).join('\n\n'),
      ...fundingOf(map, currency, text),
      ...datesOf(map, text),
      ...(types.length > 0 && { acceptedApplicantTypes: types }),
      ...(link && { source: link }),
    },
    more: {
      language,
      level,
      funder: line(text(map.funder)) || null,
      themes: unique(text(map.themes.field).split(map.themes.between)).map(line),
      region: line(unique([region, text(map.region)]).join(': ')),
      ...textOf(language, unique(map.applicantText.map(text)).join('\n\n')),
    },
    modified: instantIn(text(map.modified)),
  }
}

const textOf = (language: Entry['language'], said: string) =>
  said === '' ? {} : { applicant_text: { [language]: tidied(said) } }

const unique = (texts: readonly string[]): string[] => [
  ...new Set(texts.map((t) => t.trim()).filter((t) => t !== '')),
]

/** What is told in one line. */
const line = (said: string): string => said.replaceAll(/\s+/gu, ' ').trim().slice(0, 1_000).trim()

type Read = (field: string | undefined) => string

function fundingOf(map: FieldMap, currency: string, text: Read): Pick<OpportunityBody, 'funding'> {
  const money = (amount: string | undefined) => (amount === undefined ? undefined : { amount, currency })
  const range = map.least === map.most ? rangeIn(text(map.least)) : undefined
  const awards = rangeIn(text(map.awards))
  const details = Object.entries(map.details)
    .filter(([field]) => text(field) !== '')
    .map(([field, label]) => `${label}: ${text(field)}`)
  const parts = {
    details: details.join('\n') || undefined,
    totalAmountAvailable: money(sumIn(text(map.total))),
    minAwardAmount: money(range ? range.least : sumIn(text(map.least))),
    maxAwardAmount: money(range ? range.most : sumIn(text(map.most))),
    minAwardCount: wholeOf(awards?.least),
    maxAwardCount: wholeOf(awards?.most),
  }
  const said = Object.entries(parts).filter(([, part]) => part !== undefined)
  return said.length > 0 ? { funding: Object.fromEntries(said) } : {}
}

const wholeOf = (text: string | undefined) => (text && /^\d{1,9}$/.test(text) ? Number(text) : undefined)

function datesOf(map: FieldMap, text: Read): Pick<OpportunityBody, 'keyDates'> {
  const eventOf = (name: string, said: string): Event | undefined => {
    if (said === '') return undefined
    const day = dateIn(said)
    if (!day) return { name, eventType: 'other', details: said }
    return {
      name,
      eventType: 'singleDate',
      date: day.date,
      ...(map.clock && day.time && { time: day.time }),
    }
  }
  const others = Object.entries(map.dates).flatMap(([key, { field, name }]) => {
    const event = eventOf(name, text(field))
    return event ? [[key, event] as const] : []
  })
  const post = eventOf('Opens', text(map.opens))
  const close = eventOf('Application deadline', text(map.closes))
  if (!post && !close && others.length === 0) return {}
  return {
    keyDates: {
      ...(post && { postDate: post }),
      ...(close && { closeDate: close }),
      ...(others.length > 0 && { otherDates: Object.fromEntries(others) }),
    },
  }
}

const applicantsOf = ({ applicants }: FieldMap, said: string) =>
  unique(said.split(applicants.between)).map((name) => {
    const value = applicants.values[name]
    return value ? { value, description: name } : { value: 'custom' as const, customValue: name }
  })
