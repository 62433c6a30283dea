import { sql } from 'kysely'
import type { Read, Tx } from '../../kernel/db.ts'
import { isId } from '../../kernel/id.ts'
import type { ShareLevel } from '../../kernel/share.ts'
import type { Language, Names } from '../../kernel/text.ts'
import type { Day } from '../../kernel/time.ts'
import { organisationSeen } from '../organisations/index.ts'
import type { SaidRow } from './survey-rules.ts'

export type Survey = {
  id: string
  ecosystem_id: string
  ecosystem_key: string
  ecosystem_name: Names
  title: Names
  intro: Names
  kinds: string[]
  most: number
  closes_on: Day
  share: ShareLevel
  secret: string
  by_whom: string
  at: Date
  closed_at: Date | null
}
export type ListedSurvey = Survey & { answers: number; waiting: number }

const surveys = (db: Read) =>
  db
    .selectFrom('network_survey as s')
    .innerJoin('ecosystem as e', 'e.id', 's.ecosystem_id')
    .selectAll('s')
    .select(['e.key as ecosystem_key', 'e.name as ecosystem_name'])

export const surveyById = async (db: Read, id: string): Promise<Survey | undefined> =>
  isId(id) ? ((await surveys(db).where('s.id', '=', id).executeTakeFirst()) as Survey | undefined) : undefined

export const surveyBySecret = async (db: Read, secret: string): Promise<Survey | undefined> =>
  (await surveys(db).where('s.secret', '=', secret).executeTakeFirst()) as Survey | undefined

/** The surveys of ecosystems with what has come: sent answers, and their lines that nobody has looked through. */
export async function surveysOf(db: Read, ecosystems: readonly string[]): Promise<ListedSurvey[]> {
  if (ecosystems.length === 0) return []
  const sent = (of: 'answers' | 'waiting') =>
    of === 'answers'
      ? sql<number>`(select count(*) from network_answer a where a.survey_id = s.id and a.sent_at is not null)`
      : sql<number>`(select count(*) from network_answer_row r join network_answer a on a.id = r.answer_id
          where a.survey_id = s.id and a.sent_at is not null and r.state = 'waiting')`
  const rows = await surveys(db)
    .select([sent('answers').as('answers'), sent('waiting').as('waiting')])
    .where('s.ecosystem_id', 'in', ecosystems)
    .orderBy('s.at', 'desc')
    .execute()
  return rows as ListedSurvey[]
}

export const insertSurvey = (
  tx: Tx,
  survey: Omit<Survey, 'ecosystem_key' | 'ecosystem_name' | 'closed_at'> & { person_id: string | null },
): Promise<unknown> =>
  tx
    .insertInto('network_survey')
    .values({ ...survey, title: JSON.stringify(survey.title), intro: JSON.stringify(survey.intro) })
    .execute()

export const closeSurveyRow = (tx: Tx, id: string, at: Date): Promise<unknown> =>
  tx.updateTable('network_survey').set({ closed_at: at }).where('id', '=', id).execute()

export type Answer = {
  id: string
  survey_id: string
  name: string
  organisation_id: string | null
  offers: string
  needs: string
  email: string | null
  language: Language
  at: Date
  changed_at: Date
  sent_at: Date | null
}

export type AnswerRow = {
  id: string
  answer_id: string
  position: number
  name: string
  organisation_id: string | null
  kind: string
  strength: number
  since_year: number | null
  state: 'waiting' | 'accepted' | 'left'
  tie_id: string | null
}

const answers = (db: Read) =>
  db
    .selectFrom('network_answer')
    .select([
      'id',
      'survey_id',
      'name',
      'organisation_id',
      'offers',
      'needs',
      'email',
      'language',
      'at',
      'changed_at',
      'sent_at',
    ])

export const answerByHash = async (db: Read, hash: string): Promise<Answer | undefined> =>
  (await answers(db).where('secret_hash', '=', hash).executeTakeFirst()) as Answer | undefined

export const answerById = async (db: Read, id: string): Promise<Answer | undefined> =>
  (await answers(db).where('id', '=', id).executeTakeFirst()) as Answer | undefined

/** Sent answers of a survey, the newest first. */
export const sentAnswers = async (db: Read, survey: string): Promise<Answer[]> =>
  (await answers(db)
    .where('survey_id', '=', survey)
    .where('sent_at', 'is not', null)
    .orderBy('sent_at', 'desc')
    .limit(500)
    .execute()) as Answer[]

const rows = (db: Read) =>
  db
    .selectFrom('network_answer_row')
    .select([
      'id',
      'answer_id',
      'position',
      'name',
      'organisation_id',
      'kind',
      'strength',
      'since_year',
      'state',
      'tie_id',
    ])
    .orderBy('position')

export const rowsOf = async (db: Read, ids: readonly string[]): Promise<AnswerRow[]> =>
  ids.length === 0 ? [] : ((await rows(db).where('answer_id', 'in', ids).execute()) as AnswerRow[])

export const rowById = async (db: Read, id: string): Promise<AnswerRow | undefined> =>
  (await rows(db).where('id', '=', id).executeTakeFirst()) as AnswerRow | undefined

export const insertAnswer = (tx: Tx, answer: Answer & { secret_hash: string }): Promise<unknown> =>
  tx.insertInto('network_answer').values(answer).execute()

export const updateAnswer = (
  tx: Tx,
  id: string,
  change: Partial<Omit<Answer, 'id' | 'survey_id' | 'at'>>,
): Promise<unknown> => tx.updateTable('network_answer').set(change).where('id', '=', id).execute()

/** Puts new lines in the place of those that nobody has looked through; what was accepted or left stays as it is. */
export async function replaceRows(
  tx: Tx,
  answer: string,
  said: readonly (SaidRow & { id: string; organisation: string | null })[],
): Promise<void> {
  await tx
    .deleteFrom('network_answer_row')
    .where('answer_id', '=', answer)
    .where('state', '=', 'waiting')
    .execute()
  if (said.length === 0) return
  await tx
    .insertInto('network_answer_row')
    .values(
      said.map(({ id, name, kind, strength, since, organisation }, position) => ({
        id,
        answer_id: answer,
        position,
        name,
        organisation_id: organisation,
        kind,
        strength,
        since_year: since,
        state: 'waiting',
      })),
    )
    .execute()
}

export const updateRow = (
  tx: Tx,
  id: string,
  change: { organisation_id?: string; state?: AnswerRow['state']; tie_id?: string },
): Promise<unknown> => tx.updateTable('network_answer_row').set(change).where('id', '=', id).execute()

/**
 * Names that a field offers: those who have a role in the ecosystem, and the busiest organisations of its regions that
 * everybody may know of.
 */
export async function suggestedNames(db: Read, ecosystem: string): Promise<string[]> {
  const { rows: found } = await sql<{ name: string }>`
    select name from (
      select coalesce(r.name ->> 'fi', r.name ->> 'sv', r.name ->> 'en') as name, 0 as place
      from ecosystem_role r where r.ecosystem_id = ${ecosystem}
      union
      select o.name, 1 from organisation o join organisation_summary s on s.organisation_id = o.id
        join ecosystem e on e.id = ${ecosystem} and o.region = any(e.regions)
      where o.canonical_id = o.id and not o.personal and ${organisationSeen({ kind: 'visitor' }, 'o.id')}
        and o.id in (select organisation_id from organisation_summary order by led + joined desc limit 2000)
    ) n where name is not null group by name order by min(place), name limit 250`.execute(db as Tx)
  return found.map((row) => row.name)
}

export type Ask = {
  id: string
  tie_id: string
  organisation_id: string
  email: string | null
  language: Language
  at: Date
  expires_at: Date
  answered_at: Date | null
}

const asks = (db: Read) =>
  db
    .selectFrom('network_tie_ask')
    .select(['id', 'tie_id', 'organisation_id', 'email', 'language', 'at', 'expires_at', 'answered_at'])

export const askByHash = async (db: Read, hash: string): Promise<Ask | undefined> =>
  (await asks(db).where('secret_hash', '=', hash).executeTakeFirst()) as Ask | undefined

/** Who has been asked about these ties, the latest last. */
export const asksOf = async (db: Read, ties: readonly string[]): Promise<Ask[]> =>
  ties.length === 0 ? [] : ((await asks(db).where('tie_id', 'in', ties).orderBy('at').execute()) as Ask[])

export const insertAsk = (
  tx: Tx,
  ask: Omit<Ask, 'answered_at'> & { secret_hash: string; person_id: string | null },
): Promise<unknown> => tx.insertInto('network_tie_ask').values(ask).execute()

export const markAnswered = (tx: Tx, id: string, at: Date): Promise<unknown> =>
  tx.updateTable('network_tie_ask').set({ answered_at: at }).where('id', '=', id).execute()

/** Takes addresses away whose use is over: of surveys that closed, and of questions that were asked, before a moment. */
export async function forgetAddresses(tx: Tx, before: Date): Promise<number> {
  const receipts = await sql`
    update network_answer a set email = null from network_survey s
    where s.id = a.survey_id and a.email is not null and a.changed_at < ${before}
      and least(coalesce(s.closed_at, 'infinity'), s.closes_on::timestamptz) < ${before}`.execute(tx)
  const asked = await sql`
    update network_tie_ask set email = null where email is not null and at < ${before}`.execute(tx)
  return Number(receipts.numAffectedRows ?? 0) + Number(asked.numAffectedRows ?? 0)
}
