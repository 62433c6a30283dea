import { sql } from 'kysely'
import type { Read } from '../../kernel/db.ts'
import { type Names, pick } from '../../kernel/text.ts'
import { clockIn, type Day, dayIn } from '../../kernel/time.ts'
import { type Call, callPath, callsByIds } from '../calls/index.ts'
import { toStandardApplicants } from './applicants.ts'
import { applicantKinds } from './entry.ts'
import type { OpportunitySource } from './opportunity-source.ts'
import type { Event, Opportunity, StatusValue } from './standard.ts'

const statusOf = ({ state }: Pick<Call, 'state'>): StatusValue =>
  state === 'planned' ? 'forecasted' : state === 'open' ? 'open' : 'closed'

const deadlineOf = (c: Call): Date | null => c.fullClosesAt ?? c.closesAt

/** Calls of this installation as opportunities; those made up for practice are nobody's opportunity. */
export const ownCalls: OpportunitySource = {
  name: 'calls',
  rows: () => sql`select c.id, coalesce(c.title ->> 'fi', c.title ->> 'sv', c.title ->> 'en', '') as title,
      case c.state when 'planned' then 'forecasted' when 'open' then 'open' else 'closed' end as status,
      c.created_at, c.updated_at as modified_at,
      (coalesce(c.full_closes_at, c.closes_at) at time zone 'Europe/Helsinki')::date as closes_on,
      (c.settings ->> 'moneyTotal')::numeric as total, (c.settings ->> 'leastGrant')::numeric as least,
      (c.settings ->> 'mostGrant')::numeric as most, 'EUR' as currency, null::int as awards, c.lexemes
    from call c where c.share = 'public' and not c.exercise`,
  read: async (db: Read, ids: readonly string[], _today: Day, baseUrl: string) =>
    (await callsByIds(db, ids)).map((call) => opportunityOfCall(call, baseUrl)),
}

const instant = (name: string, at: Date | null): Event | undefined =>
  at === null ? undefined : { name, eventType: 'singleDate', date: dayIn(at), time: `${clockIn(at)}:00` }

const euros = (amount: string | null) => (amount === null ? undefined : { amount, currency: 'EUR' })

const said = (names: Names): string => pick(names, 'fi')?.text ?? ''

function opportunityOfCall(call: Call, baseUrl: string): Opportunity {
  const { settings: s } = call
  const kinds = applicantKinds.filter((kind) => s.applicants.includes(kind))
  const closes = instant('Application deadline', deadlineOf(call))
  const opens = instant('Opens', call.opensAt)
  return {
    id: call.id,
    title: said(call.title),
    status: { value: statusOf(call) },
    description: [said(s.lead), said(s.body)].filter(Boolean).join('\n\n'),
    funding: {
      ...(s.moneyTotal !== null && { totalAmountAvailable: euros(s.moneyTotal) }),
      ...(s.leastGrant !== null && { minAwardAmount: euros(s.leastGrant) }),
      ...(s.mostGrant !== null && { maxAwardAmount: euros(s.mostGrant) }),
    },
    keyDates: { ...(opens && { postDate: opens }), ...(closes && { closeDate: closes }) },
    acceptedApplicantTypes: toStandardApplicants(kinds, pick(s.applicantsText, 'fi')?.text),
    source: `${baseUrl}${callPath(call)}`,
    customFields: {
      talkootCall: {
        name: 'talkootCall',
        fieldType: 'object',
        value: {
          code: call.code,
          title: call.title,
          ecosystem: call.ecosystemKey,
          state: call.state,
          programme: s.programme,
          objectives: s.objectives,
          applicants: s.applicants,
          rates: s.rates,
        },
        description: 'What this installation knows of its own call beyond the standard',
      },
    },
    createdAt: call.createdAt.toISOString(),
    lastModifiedAt: call.updatedAt.toISOString(),
  } as Opportunity
}
