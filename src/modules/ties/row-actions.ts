import { z } from 'zod'
import { command } from '../../kernel/action.ts'
import type { Context } from '../../kernel/context.ts'
import type { Tx } from '../../kernel/db.ts'
import { newId } from '../../kernel/id.ts'
import { Refusal } from '../../kernel/refusal.ts'
import { bumpRevision } from '../../kernel/revision.ts'
import type { Rule } from '../../kernel/rule.ts'
import { openRegistrar, organisationsNamed, writeRegistered } from '../organisations/index.ts'
import { by } from '../people/index.ts'
import { ownKindById } from './kind-queries.ts'
import { isDirected } from './rules.ts'
import { surveyAt, surveyKeepers, surveyWrong } from './survey-actions.ts'
import {
  type Answer,
  type AnswerRow,
  answerById,
  rowById,
  rowsOf,
  type Survey,
  sentAnswers,
  surveyById,
  updateAnswer,
  updateRow,
} from './survey-queries.ts'
import { surveyComplaint, surveyText } from './survey-text.ts'
import { tellOfTie } from './tie-news.ts'
import { answerTie, insertTie, livingTies, organisationsById, type Tie, tieById } from './tie-queries.ts'
import { endsOf, isSameTie, readKind, sidesAsked } from './tie-rules.ts'

const system = { kind: 'system', name: 'survey' } as const

type Found = { survey: Survey; answer: Answer; row?: AnswerRow }

/** What an id names: a line of an answer, or an answer. */
async function foundAt(ctx: Context, id: string): Promise<Found | undefined> {
  const row = await rowById(ctx.db, id)
  const answer = await answerById(ctx.db, row?.answer_id ?? id)
  const survey = answer && (await surveyById(ctx.db, answer.survey_id))
  return answer && survey && { survey, answer, ...(row && { row }) }
}

/** Those who made the survey of the answer, or of its line. */
const keepers: Rule<{ id: string }, Context> = {
  ...by('coordinator', 'preparer'),
  in: async (ctx, { id }) => (await foundAt(ctx, id))?.survey.ecosystem_id,
}

async function must(ctx: Context, id: string): Promise<Found> {
  const found = await foundAt(ctx, id)
  if (!found) throw new Refusal('missing', 'survey.no-answer', [surveyComplaint('noAnswer')])
  if (found.row && found.row.state !== 'waiting')
    throw new Refusal('conflict', 'survey.decided', [surveyComplaint('decided')])
  return found
}

export const joinName = command({
  name: 'survey.join',
  summary: {
    fi: 'Yhdistä vastauksen nimi rekisteriin tai lisää se sinne uutena',
    sv: 'Koppla ett namn i ett svar till registret eller lägg till det som nytt',
    en: 'Join a name in an answer to the registry, or add it there as new',
  },
  route: { method: 'POST', path: '/survey-answers/{id}/join' },
  input: z.object({
    id: z.uuid().describe('The answer, for who answers; or its line, for the other side.'),
    organisation: z
      .string()
      .trim()
      .max(300)
      .optional()
      .describe('Name or business id; nothing adds it as new.'),
  }),
  output: z.object({ organisation: z.uuid() }),
  allow: keepers,
  run: async (ctx, { id, organisation }) => {
    const { survey, answer, row } = await must(ctx, id)
    const name = row?.name ?? answer.name
    const found =
      organisation === undefined ? await enlisted(ctx, survey, name) : await named(ctx, organisation)
    const before = (row ?? answer).organisation_id
    if (row) await updateRow(ctx.db, row.id, { organisation_id: found })
    else await updateAnswer(ctx.db, answer.id, { organisation_id: found })
    const place = { ecosystem_id: survey.ecosystem_id }
    ctx.changed({
      kind: row ? 'network-answer-row' : 'network-answer',
      id,
      before: { organisation: before, ...place },
      after: { organisation: found, ...place },
    })
    return { organisation: found }
  },
})

async function named(ctx: Context<Tx>, typed: string): Promise<string> {
  const found = await organisationsNamed(ctx.db, ctx.actor, typed)
  if (found.length === 0) throw surveyWrong('noOrganisation', 'organisation')
  if (found.length > 1) throw surveyWrong('manyOrganisations', 'organisation')
  return found[0]!.id
}

/** The organisation that the matching engine is sure of, else a new one; never a personal trader. */
async function enlisted(ctx: Context<Tx>, survey: Survey, name: string): Promise<string> {
  const registrar = await openRegistrar(
    ctx.db,
    null,
    `${surveyText.fi.title}: ${survey.title.fi ?? ''}`,
    ctx.now,
  )
  const { id, personal } = registrar.resolve({ name })
  if (personal) throw surveyWrong('personal', 'organisation')
  await writeRegistered(ctx.db, registrar.take(), ctx.now)
  const [known] = await organisationsById(ctx.db, [id])
  await bumpRevision(ctx.db)
  return known!.id
}

export const acceptRow = command({
  name: 'survey.accept',
  summary: {
    fi: 'Hyväksy vastauksen rivi yhteydeksi',
    sv: 'Godkänn en rad i ett svar som en koppling',
    en: 'Accept a line of an answer as a tie',
  },
  route: { method: 'POST', path: '/survey-answers/{id}/accept' },
  input: z.object({ id: z.uuid().describe('The line.') }),
  output: z.object({ tie: z.uuid(), state: z.enum(['waiting', 'confirmed', 'denied']) }),
  allow: keepers,
  run: async (ctx, { id }) => {
    const { survey, answer, row } = await must(ctx, id)
    if (!row) throw new Refusal('missing', 'survey.no-answer', [surveyComplaint('noAnswer')])
    return accepted(ctx, survey, answer, row)
  },
})

/**
 * Makes a tie of a line: the word of who answered, unconfirmed. What the other side has told already is confirmed by
 * it; what stands already by the same side's word is pointed at.
 */
async function accepted(ctx: Context<Tx>, survey: Survey, answer: Answer, row: AnswerRow) {
  if (!answer.organisation_id || !row.organisation_id) throw surveyWrong('notMatched')
  const known = await organisationsById(ctx.db, [answer.organisation_id, row.organisation_id])
  const self = known.find((k) => k.asked === answer.organisation_id)!
  const other = known.find((k) => k.asked === row.organisation_id)!
  if (self.personal || other.personal) throw surveyWrong('personal')
  if (self.id === other.id) throw surveyWrong('sameOne')
  const said = readKind(row.kind)
  const own = said?.own ? await ownKindById(ctx.db, said.own) : undefined
  if (!said || (said.own !== null && (!own || own.endedAt))) throw surveyWrong('noKind')
  const directed = own ? own.directed : isDirected(said.kind)
  const ends = endsOf({ ...said, back: said.back && directed }, self.id, other.id)
  const told = { ...ends, kind: said.kind, own: said.own, directed }
  const standing = (await livingTies(ctx.db, self.id, other.id)).find((tie) => isSameTie(ofTie(tie), told))
  const tie = standing ?? (await tieOf(ctx, survey, answer, row, { ...told, self: self.id }))
  const confirms =
    standing?.answer === null &&
    standing.organisation !== self.id &&
    sidesAsked({ ...ofTie(standing), organisation: standing.organisation }).includes(self.id)
  if (confirms) {
    const by = { by: answer.name, person: null, note: null, at: ctx.now }
    await answerTie(ctx.db, tie.id, { answer: 'confirmed', ...by })
  }
  await updateRow(ctx.db, row.id, { state: 'accepted', tie_id: tie.id })
  const place = { ecosystem_id: survey.ecosystem_id }
  ctx.changed({
    kind: 'network-answer-row',
    id: row.id,
    before: { state: 'waiting', ...place },
    after: { state: 'accepted', tie: tie.id, ...place },
  })
  if (survey.share === 'public') await bumpRevision(ctx.db)
  return { tie: tie.id, state: confirms ? ('confirmed' as const) : (tie.answer ?? ('waiting' as const)) }
}

const ofTie = (tie: Tie) => ({
  from: tie.from.id,
  to: tie.to.id,
  kind: tie.kind,
  own: tie.own?.id ?? null,
  directed: tie.directed,
})

async function tieOf(
  ctx: Context<Tx>,
  survey: Survey,
  answer: Answer,
  row: AnswerRow,
  told: ReturnType<typeof ofTie> & { self: string },
): Promise<Tie> {
  const id = newId(ctx.now.getTime())
  const tie = {
    id,
    from_id: told.from,
    to_id: told.to,
    kind: told.kind,
    kind_id: told.own,
    starts_on: row.since_year === null ? null : `${row.since_year}-01-01`,
    ends_on: null,
    strength: row.strength,
    source: 'survey' as const,
    source_id: answer.id,
    note: null,
    ecosystem_id: survey.ecosystem_id,
    share: survey.share,
    organisation_id: told.self,
    person_id: null,
    by_whom: answer.name,
    at: ctx.now,
  }
  await insertTie(ctx.db, tie)
  ctx.changed({ kind: 'network-tie', id, before: null, after: tie })
  const made = (await tieById(ctx.db, system, id))!
  await tellOfTie(ctx, made)
  return made
}

export const acceptReady = command({
  name: 'survey.accept-ready',
  summary: {
    fi: 'Hyväksy kyselyn kaikki rivit, joiden organisaatiot ovat rekisterissä',
    sv: 'Godkänn alla rader i en enkät vars organisationer finns i registret',
    en: 'Accept all lines of a survey whose organisations are in the registry',
  },
  route: { method: 'POST', path: '/surveys/{id}/accept-ready' },
  input: z.object({ id: z.uuid() }),
  output: z.object({ accepted: z.number(), refused: z.number() }),
  allow: surveyKeepers,
  run: async (ctx, { id }) => {
    const survey = await surveyAt(ctx, id)
    const answers = await sentAnswers(ctx.db, id)
    const rows = await rowsOf(
      ctx.db,
      answers.map((a) => a.id),
    )
    const counts = { accepted: 0, refused: 0 }
    for (const row of rows) {
      const answer = answers.find((a) => a.id === row.answer_id)!
      if (!isReady(answer, row)) continue
      try {
        await accepted(ctx, survey, answer, row)
        counts.accepted++
      } catch (error) {
        // A line that cannot be a tie waits on for a person; nothing was written of it.
        if (!(error instanceof Refusal)) throw error
        counts.refused++
      }
    }
    return counts
  },
})

/** Whether a line waits for nothing but to be accepted. */
export const isReady = (
  answer: Pick<Answer, 'organisation_id'>,
  row: Pick<AnswerRow, 'state' | 'organisation_id'>,
): boolean => row.state === 'waiting' && answer.organisation_id !== null && row.organisation_id !== null

export const leaveRow = command({
  name: 'survey.leave',
  summary: {
    fi: 'Jätä vastauksen rivi pois; vastaus itse säilyy',
    sv: 'Lämna bort en rad i ett svar; svaret finns kvar',
    en: 'Leave a line of an answer out; the answer itself stays',
  },
  route: { method: 'POST', path: '/survey-answers/{id}/leave' },
  input: z.object({ id: z.uuid().describe('The line.') }),
  output: z.object({}),
  allow: keepers,
  run: async (ctx, { id }) => {
    const { survey, row } = await must(ctx, id)
    if (!row) throw new Refusal('missing', 'survey.no-answer', [surveyComplaint('noAnswer')])
    await updateRow(ctx.db, row.id, { state: 'left' })
    const place = { ecosystem_id: survey.ecosystem_id }
    ctx.changed({
      kind: 'network-answer-row',
      id: row.id,
      before: { state: 'waiting', ...place },
      after: { state: 'left', ...place },
    })
    return {}
  },
})
