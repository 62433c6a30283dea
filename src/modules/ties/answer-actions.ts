import { z } from 'zod'
import { command, query } from '../../kernel/action.ts'
import type { Context } from '../../kernel/context.ts'
import type { Tx } from '../../kernel/db.ts'
import { newId, newSecret } from '../../kernel/id.ts'
import { takeTurns } from '../../kernel/limit.ts'
import { queueMail } from '../../kernel/mail.ts'
import { localPath } from '../../kernel/page.ts'
import { Refusal } from '../../kernel/refusal.ts'
import { everyone } from '../../kernel/rule.ts'
import { languages } from '../../kernel/text.ts'
import { dayIn, formatDay } from '../../kernel/time.ts'
import { organisationsNamed } from '../organisations/index.ts'
import { hashOf } from '../people/index.ts'
import { answerText } from './answer-text.ts'
import { type OwnKind, ownKinds } from './kind-queries.ts'
import { surveyMissing } from './survey-actions.ts'
import {
  type Answer,
  type AnswerRow,
  answerByHash,
  insertAnswer,
  replaceRows,
  rowsOf,
  type Survey,
  suggestedNames,
  surveyById,
  surveyBySecret,
  updateAnswer,
} from './survey-queries.ts'
import { type Fault, readAnswer, surveyState } from './survey-rules.ts'
import { surveyComplaint } from './survey-text.ts'
import { nameIn } from './tie-words.ts'

const secret = z.string().min(20).max(100)
/** Whose answer: a new one by the survey's own link, or one that was begun by its own. */
const asked = z.object({ survey: secret.optional(), answer: secret.optional() })
type Asked = z.output<typeof asked>

/** A survey as everybody sees it who has its link. */
export type OpenSurvey = Pick<
  Survey,
  'title' | 'intro' | 'kinds' | 'most' | 'closes_on' | 'share' | 'ecosystem_name'
>

async function find(ctx: Context, { survey, answer }: Asked) {
  const begun = answer ? await answerByHash(ctx.db, hashOf(answer)) : undefined
  if (answer && !begun) throw surveyMissing('noAnswer')
  const of = begun
    ? await surveyById(ctx.db, begun.survey_id)
    : survey
      ? await surveyBySecret(ctx.db, survey)
      : undefined
  if (!of) throw surveyMissing('missing')
  return { begun, of }
}

export const openSurvey = query({
  name: 'survey.open',
  summary: {
    fi: 'Kysely ja oma vastaus linkin haltijalle',
    sv: 'Enkäten och det egna svaret för den som har länken',
    en: 'A survey and one’s own answer, for whoever has the link',
  },
  input: asked,
  output: z.object({
    survey: z.custom<OpenSurvey>(),
    state: z.enum(['open', 'closed']),
    own: z.array(z.custom<OwnKind>()),
    suggested: z.array(z.string()).describe('Names of organisations that a field may offer.'),
    answer: z.custom<Answer & { rows: AnswerRow[] }>().nullable(),
  }),
  allow: everyone,
  run: async (ctx, input) => {
    const { begun, of } = await find(ctx, input)
    const { title, intro, kinds, most, closes_on, share, ecosystem_name } = of
    return {
      survey: { title, intro, kinds, most, closes_on, share, ecosystem_name },
      state: surveyState(of, ctx.now),
      own: (await ownKinds(ctx.db, [of.ecosystem_id])).filter((k) => kinds.includes(`own.${k.id}`)),
      suggested: await suggestedNames(ctx.db, of.ecosystem_id),
      answer: begun ? { ...begun, rows: await rowsOf(ctx.db, [begun.id]) } : null,
    }
  },
})

/** An open form that anybody may send: so many at once, and then one more now and then. */
const limits = {
  answersOfSurvey: { burst: 60, everyMs: 10_000 },
  savesOfAnswer: { burst: 60, everyMs: 5_000 },
  receiptsToAddress: { burst: 3, everyMs: 3_600_000 },
}

const typed = z.string().max(2_000).default('')
const typedRow = z.object({ name: typed, kind: typed, strength: typed, since: typed })

export const answerSurvey = command({
  name: 'survey.answer',
  summary: {
    fi: 'Vastaa kyselyyn linkillä, kirjautumatta; tallenna kesken tai lähetä',
    sv: 'Svara på en enkät med länken, utan att logga in; spara eller skicka',
    en: 'Answer a survey by its link, without signing in; save it or send it',
  },
  input: asked.extend({
    name: typed,
    offers: typed,
    needs: typed,
    email: typed,
    rows: z.array(typedRow).max(60),
    send: z.boolean().describe('Whether it is sent, if nothing is missing; else it is kept as it is.'),
    language: z.enum(languages),
  }),
  // Who answers has no account: the links and the address are nobody else's.
  untold: ['survey', 'answer', 'email'],
  output: z.object({
    answer: z.string().optional().describe('The secret of the answer’s own link, where it is new.'),
    sent: z.boolean(),
    faults: z.array(z.custom<Fault>()),
  }),
  allow: everyone,
  run: async (ctx, input) => {
    const { begun, of } = await find(ctx, input)
    if (surveyState(of, ctx.now) === 'closed')
      throw new Refusal('conflict', 'survey.closed', [surveyComplaint('closed')])
    const bucket = begun
      ? { key: `answer ${begun.id}`, limit: limits.savesOfAnswer }
      : { key: `survey ${of.id}`, limit: limits.answersOfSurvey }
    if (await takeTurns(ctx.db, [bucket], ctx.now))
      throw new Refusal('conflict', 'survey.too-many', [surveyComplaint('tooMany')])
    const { said, faults } = readAnswer(input, of, Number(dayIn(ctx.now).slice(0, 4)))
    const decided = begun ? (await rowsOf(ctx.db, [begun.id])).filter((r) => r.state !== 'waiting') : []
    const left = decided.length > 0 ? faults.filter((f) => f.what !== 'noRows') : faults
    const sends = input.send && left.length === 0
    const fresh = begun ? undefined : newSecret()
    const id = begun?.id ?? newId(ctx.now.getTime())
    const kept = {
      name: said.name,
      offers: said.offers,
      needs: said.needs,
      email: said.email || null,
      language: input.language,
      changed_at: ctx.now,
      // Who answers may be another now; who was found in the registry stays where the name does.
      organisation_id: begun?.name === said.name ? begun.organisation_id : await oneNamed(ctx, said.name),
      sent_at: sends ? ctx.now : (begun?.sent_at ?? null),
    }
    if (begun) await updateAnswer(ctx.db, id, kept)
    else
      await insertAnswer(ctx.db, { ...kept, id, survey_id: of.id, at: ctx.now, secret_hash: hashOf(fresh!) })
    const room = said.rows.slice(0, Math.max(0, of.most - decided.length))
    const rows = await Promise.all(
      room.map(async (row) => ({
        ...row,
        id: newId(ctx.now.getTime()),
        organisation: await oneNamed(ctx, row.name),
      })),
    )
    await replaceRows(ctx.db, id, rows)
    const place = { ecosystem_id: of.ecosystem_id }
    ctx.changed({
      kind: 'network-answer',
      id,
      before: begun ? place : null,
      after: { ...place, sent: sends },
    })
    if (sends && said.email) await mailReceipt(ctx, of, said.email, input.language, input.answer ?? fresh!)
    return { ...(fresh && { answer: fresh }), sent: sends, faults: left }
  },
})

/** The one organisation that everybody may know of by this name; of several, or none, a person chooses later. */
async function oneNamed(ctx: Context, name: string): Promise<string | null> {
  const found = name ? await organisationsNamed(ctx.db, { kind: 'visitor' }, name) : []
  return found.length === 1 ? found[0]!.id : null
}

/** A receipt with the link by which the answer is corrected; to one address a few an hour at most. */
async function mailReceipt(
  ctx: Context<Tx>,
  of: Survey,
  to: string,
  language: (typeof languages)[number],
  secret: string,
): Promise<void> {
  const bucket = { key: `receipt ${to}`, limit: limits.receiptsToAddress }
  if (await takeTurns(ctx.db, [bucket], ctx.now)) return
  const t = answerText[language]
  await queueMail(ctx, {
    to,
    kind: 'survey',
    subject: t.mailSubject(nameIn(of.title, language)),
    text: t.mailBody(
      nameIn(of.title, language),
      `${ctx.baseUrl}${localPath(language, `/survey-answer?token=${secret}`)}`,
      formatDay(of.closes_on, language),
    ),
  })
}
