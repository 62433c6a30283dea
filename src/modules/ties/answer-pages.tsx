import type { Page, PageAnswer, PageRequest, PostedForm } from '../../kernel/page.ts'
import { formErrors } from '../../kernel/refusal.ts'
import { formatDay } from '../../kernel/time.ts'
import { Alert, type FieldError, PageHead } from '../../ui/index.ts'
import { answerSurvey, openSurvey } from './answer-actions.ts'
import { AnswerForm, type TypedAnswer } from './answer-form.tsx'
import { answerText } from './answer-text.ts'
import { type Fault, firstRows, moreRows, type TypedRow } from './survey-rules.ts'
import { nameIn } from './tie-words.ts'

const own = '/survey-answer'

type Asked = { survey?: string; answer?: string }

/** By the survey's own link a new answer; by the answer's, the one that was begun. */
const askedOf = ({ params, url }: PageRequest, token?: string): Asked => {
  const answer = token ?? url.searchParams.get('token') ?? undefined
  return answer ? { answer } : { survey: params.secret ?? '' }
}

const addressOf = (request: PageRequest, asked: Asked): string =>
  request.link(asked.answer ? own : `/survey/${asked.survey}`)

type Shown = { typed?: TypedAnswer; errors?: readonly FieldError[]; lines?: number }

async function answerPage(request: PageRequest, asked: Asked, shown: Shown = {}): Promise<PageAnswer> {
  const { language, url } = request
  const { survey, state, own: kinds, suggested, answer } = await request.perform(openSurvey, asked)
  const t = answerText[language]
  const title = nameIn(survey.title, language)
  const day = formatDay(survey.closes_on, language)
  const errors = shown.errors ?? []
  const sent = answer?.sent_at != null
  const said = url.searchParams.get('said')
  const decided = answer?.rows.filter((row) => row.state !== 'waiting') ?? []
  const intro = nameIn(survey.intro, language)
  return {
    as: 'page',
    sheet: 'network',
    title,
    robots: 'noindex',
    ...(errors.length > 0 && { status: 422 }),
    body: (
      <div class="form-page tie-page">
        {state === 'closed' ? (
          <PageHead over={nameIn(survey.ecosystem_name, language)} title={title} lead={t.closedLead(day)} />
        ) : (
          <>
            <PageHead
              over={nameIn(survey.ecosystem_name, language)}
              title={title}
              lead={intro}
              state={t.until(day)}
            />
            {said === 'sent' && (
              <Alert tone="ok" title={t.sentTitle} live>
                {t.sentLead(day)} {answer?.email ? t.sentMail : ''}
              </Alert>
            )}
            {said === 'kept' && (
              <Alert tone="note" title={t.savedTitle} live>
                {t.savedLead}
              </Alert>
            )}
            <AnswerForm
              {...{ survey, suggested, decided, errors, sent, language }}
              own={kinds}
              typed={shown.typed ?? typedOf(answer)}
              lines={shown.lines ?? (Number(url.searchParams.get('lines')) || firstRows)}
              action={addressOf(request, asked)}
              token={asked.answer}
            />
          </>
        )}
      </div>
    ),
  }
}

type Kept = Awaited<ReturnType<typeof openSurvey.run>>['answer']

/** What stands in a begun answer: its lines that nobody has looked through yet. */
const typedOf = (answer: Kept): TypedAnswer => ({
  name: answer?.name ?? '',
  offers: answer?.offers ?? '',
  needs: answer?.needs ?? '',
  email: answer?.email ?? '',
  rows: (answer?.rows ?? [])
    .filter((row) => row.state === 'waiting')
    .map((row) => ({
      name: row.name,
      kind: row.kind,
      strength: String(row.strength),
      since: row.since_year?.toString() ?? '',
    })),
})

const most = 60

function readForm(form: PostedForm): { typed: TypedAnswer; lines: number } {
  const get = (name: string) => form.get(name) ?? ''
  const lines = Math.min(most, Math.max(0, Math.trunc(Number(get('lines'))) || 0))
  const rows = Array.from({ length: lines }, (_, i): TypedRow => {
    const at = (part: string) => get(`row.${i}.${part}`)
    return { name: at('name'), kind: at('kind'), strength: at('strength'), since: at('since') }
  })
  return {
    typed: { name: get('name'), offers: get('offers'), needs: get('needs'), email: get('email'), rows },
    lines,
  }
}

/** Faults that are told although nothing was sent: what was typed could not be kept as it is. */
const lossy: readonly Fault['what'][] = ['rowYear', 'email', 'long']

async function send(request: PageRequest): Promise<PageAnswer> {
  const { language } = request
  const form = await request.form()
  const asked = askedOf(request, form.get('token'))
  const { typed, lines } = readForm(form)
  const press = form.get('press')
  const t = answerText[language]
  try {
    const done = await request.perform(answerSurvey, { ...asked, ...typed, send: press === 'send', language })
    const answer = done.answer ?? asked.answer!
    const told = press === 'send' ? done.faults : done.faults.filter((f) => lossy.includes(f.what))
    const errors = told.map(({ field, what }) => ({ name: field, text: t.faults[what] }))
    // The answer is kept by now: the form goes on by its own link, with all that was typed.
    if (errors.length > 0) return answerPage(request, { answer }, { typed, errors, lines })
    const query = new URLSearchParams({ token: answer })
    if (press === 'more') query.set('lines', String(lines + moreRows))
    else query.set('said', done.sent ? 'sent' : 'kept')
    return { as: 'redirect', to: `${request.link(own)}?${query}${press === 'more' ? '#f-row-0-name' : ''}` }
  } catch (error) {
    return answerPage(request, asked, { typed, errors: formErrors(error, language), lines })
  }
}

export const answerPages: readonly Page[] = [
  { method: 'GET', path: '/survey/{secret}', run: (request) => answerPage(request, askedOf(request)) },
  { method: 'POST', path: '/survey/{secret}', run: send },
  { method: 'GET', path: own, run: (request) => answerPage(request, askedOf(request)) },
  { method: 'POST', path: own, run: send },
]
