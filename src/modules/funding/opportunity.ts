import { z } from 'zod'
import { pick } from '../../kernel/text.ts'
import type { Day } from '../../kernel/time.ts'
import { fromStandardApplicants, toStandardApplicants } from './applicants.ts'
import { type Entry, entry, type Stage, type State } from './entry.ts'
import { plainAmount, same, stateOn, tidied, webAddress } from './rules.ts'
import type { Event, Opportunity, OpportunityBody, StatusValue } from './standard.ts'

/** An entry with what its place in the catalogue gives it. */
export type Kept = Entry & {
  id: string
  source: string
  external_id: string
  checked_on: Day
  created_at: Date
  modified_at: Date
  document: Partial<Opportunity> | null
  imported: Entry | null
}

const statusOf: Record<State, StatusValue> = {
  open: 'open',
  continuous: 'open',
  coming: 'forecasted',
  closed: 'closed',
}

const single = (name: string, day: Day | null, clock: string | null = null): Event | undefined =>
  day === null
    ? undefined
    : { name, eventType: 'singleDate', date: day, ...(clock && { time: `${clock}:00` }) }

const money = (amount: string | null, currency: string | null) =>
  amount === null || currency === null ? undefined : { amount, currency }

/** What the standard says of an entry, part by part; a part is one property, or one of `funding` or `keyDates`. */
function partsOf(e: Entry, today: Day): Record<string, unknown> {
  const closes =
    e.stage === 'continuous' && e.closes_on === null
      ? { name: 'Application deadline', eventType: 'other', details: 'Continuous' }
      : single('Application deadline', e.closes_on, e.closes_at)
  const types = toStandardApplicants(e.applicants, pick(e.applicant_text, e.language)?.text)
  return {
    title: pick(e.title, e.language)?.text ?? '',
    status: { value: statusOf[stateOn(e, today)] },
    description: pick(e.summary, e.language)?.text ?? '',
    'funding.details': e.money_text ?? undefined,
    'funding.totalAmountAvailable': money(e.amount_total, e.currency),
    'funding.minAwardAmount': money(e.amount_min, e.currency),
    'funding.maxAwardAmount': money(e.amount_max, e.currency),
    'funding.estimatedAwardCount': e.awards ?? undefined,
    'keyDates.postDate': single('Opens', e.opens_on),
    'keyDates.closeDate': closes,
    acceptedApplicantTypes: types.length > 0 ? types : undefined,
    source: webAddress(e.link),
  }
}

/** The key of the one custom field that holds what the catalogue knows beyond the standard. */
export const ownField = 'talkoot'

const own = entry.extend({ source: z.string(), externalId: z.string(), checkedOn: z.iso.date() })
export type OwnField = z.output<typeof own>

/** What an opportunity from a catalogue of ours says beyond the standard. */
export const ownFieldOf = (o: Pick<Opportunity, 'customFields'>): OwnField | undefined =>
  own.safeParse(o.customFields?.[ownField]?.value).data

type Fields = Record<string, unknown>

/**
 * The opportunity of an entry. One that was imported as an opportunity goes out as it came, in every part that nobody
 * has changed here since; the other parts, and all of an entry made here, are made from its values. `today` decides
 * the status of what was made here.
 */
export function opportunityOf(k: Kept, today: Day): Opportunity {
  const now = partsOf(valuesOf(k), today)
  const before = k.imported && partsOf(k.imported, today)
  const untouched = k.imported && same(statusParts(k), statusParts(k.imported))
  const out: Fields = structuredClone(k.document ?? {}) as Fields
  for (const [path, value] of Object.entries(now)) {
    const unchanged = path === 'status' ? untouched : before && same(value, before[path])
    if (k.document && unchanged) continue
    set(out, path.split('.'), value)
  }
  out.customFields = { ...(out.customFields as Fields), [ownField]: ownCustomField(k, today) }
  const moments = { createdAt: k.created_at.toISOString(), lastModifiedAt: k.modified_at.toISOString() }
  return { ...out, id: k.id, ...sourceMoments(k, moments) } as Opportunity
}

export const statusParts = ({ stage, opens_on, closes_on }: Entry) => ({ stage, opens_on, closes_on })

/** The source's own writing of a moment ("2025-01-01T10:00:00Z", without milliseconds) while it still tells the same. */
function sourceMoments(k: Kept, moments: { createdAt: string; lastModifiedAt: string }) {
  const said = (mine: string, theirs: string | undefined) =>
    theirs !== undefined && momentOf(theirs).toISOString() === mine ? theirs : mine
  return {
    createdAt: said(moments.createdAt, k.document?.createdAt),
    lastModifiedAt: said(moments.lastModifiedAt, k.document?.lastModifiedAt),
  }
}

/** A moment that names no zone is UTC, as the standard says of its timestamps. */
export const momentOf = (text: string): Date =>
  new Date(/(?:Z|[+-]\d\d:?\d\d)$/i.test(text) ? text : `${text.replace(' ', 'T')}Z`)

export const valuesOf = (k: Entry): Entry => entry.parse(k)

function ownCustomField(k: Kept, today: Day) {
  const said = { ...valuesOf(k), source: k.source, externalId: k.external_id, checkedOn: k.checked_on }
  return {
    name: ownField,
    fieldType: 'object' as const,
    value: { ...said, state: stateOn(k, today) },
    description: 'What the catalogue of this installation knows beyond the standard',
  }
}

function set(into: Fields, path: readonly string[], value: unknown): void {
  const [key = '', ...rest] = path
  if (rest.length === 0) {
    if (value === undefined) delete into[key]
    else into[key] = value
    return
  }
  const inner = { ...(into[key] as Fields | undefined) }
  set(inner, rest, value)
  if (Object.keys(inner).length === 0) delete into[key]
  else into[key] = inner
}

/** What an entry can know of an opportunity; the rest stays in the document that is kept beside it. */
export function entryOf(o: OpportunityBody, more: Partial<Entry> & Pick<Entry, 'language'>): Entry {
  const told = ownFieldOf(o)
  if (told) return valuesOf(told)
  const { language } = more
  const { funding, keyDates } = o
  const amounts = [funding?.totalAmountAvailable, funding?.minAwardAmount, funding?.maxAwardAmount]
  const currency = amounts.find((m) => m && /^[A-Z]{3}$/.test(m.currency))?.currency ?? null
  // Sums are only told together when they are in one currency.
  const amountOf = (m: { amount: string; currency: string } | undefined) =>
    m && m.currency === currency ? plainAmount(m.amount) : null
  const opens = keyDates?.postDate
  const closes = keyDates?.closeDate
  const applicants = fromStandardApplicants(o.acceptedApplicantTypes ?? [])
  return entry.parse({
    programme: null,
    funder: null,
    level: 'other',
    aid_rate: null,
    read_from: null,
    themes: [],
    region: null,
    title: { [language]: tidied(o.title) },
    summary: spoken(language, o.description),
    applicants: applicants.kinds,
    applicant_text: spoken(language, applicants.text),
    amount_total: amountOf(funding?.totalAmountAvailable),
    amount_min: amountOf(funding?.minAwardAmount),
    amount_max: amountOf(funding?.maxAwardAmount),
    currency,
    awards: funding?.estimatedAwardCount ?? null,
    money_text: tidied(funding?.details ?? '') || null,
    stage: stageOf(o.status.value, closes),
    opens_on: opens?.eventType === 'singleDate' ? opens.date : rangeDay(opens, 'startDate'),
    closes_on: closes?.eventType === 'singleDate' ? closes.date : rangeDay(closes, 'endDate'),
    closes_at: closes?.eventType === 'singleDate' ? (closes.time?.slice(0, 5) ?? null) : null,
    link: webAddress(o.source) ?? null,
    ...more,
  } satisfies Record<keyof Entry, unknown>)
}

/** The document keeps line ends and blanks as they are at the source. */
const spoken = (language: Entry['language'], said = '') =>
  tidied(said) === '' ? {} : { [language]: tidied(said) }

const rangeDay = (event: Event | undefined, end: 'startDate' | 'endDate'): Day | null =>
  event?.eventType === 'dateRange' ? event[end] : null

const stageOf = (status: StatusValue, closes: Event | undefined): Stage => {
  if (status === 'forecasted') return 'forecast'
  // A state of the source's own: nobody can say here that it is open.
  if (status !== 'open') return 'closed'
  return closes?.eventType === 'other' ? 'continuous' : 'open'
}
