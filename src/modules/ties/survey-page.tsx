import type { Page, PageAnswer, PageRequest } from '../../kernel/page.ts'
import { formErrors } from '../../kernel/refusal.ts'
import { formatDay, formatInstant } from '../../kernel/time.ts'
import { Empty, ErrorSummary, type FieldError, PageHead, Section, Tag } from '../../ui/index.ts'
import { QrCode, qrSvg } from '../people/index.ts'
import { AnswerRows } from './answer-rows.tsx'
import { askSide } from './ask-actions.ts'
import { acceptReady, acceptRow, isReady, joinName, leaveRow } from './row-actions.ts'
import { closeSurvey, getSurvey } from './survey-actions.ts'
import { surveyState } from './survey-rules.ts'
import { surveyText } from './survey-text.ts'
import { nameIn } from './tie-words.ts'

const path = '/ecosystems/{key}/surveys/{id}'
const pathOf = ({ params }: PageRequest) => `/ecosystems/${params.key}/surveys/${params.id}`

async function surveyPage(request: PageRequest, errors: readonly FieldError[] = []): Promise<PageAnswer> {
  const { language, link, now } = request
  const found = await request.perform(getSurvey, { id: request.params.id })
  const { survey, answers } = found
  const t = surveyText[language]
  const name = nameIn(survey.ecosystem_name, language)
  const home = `/ecosystems/${survey.ecosystem_key}`
  const at = link(pathOf(request))
  const state = surveyState(survey, now)
  const address = `${request.baseUrl}${link(`/survey/${survey.secret}`)}`
  const ready = answers.flatMap((a) => a.rows.filter((r) => isReady(a, r))).length
  return {
    as: 'page',
    sheet: 'network',
    title: nameIn(survey.title, language),
    nav: 'ecosystems',
    robots: 'noindex',
    ...(errors.length > 0 && { status: 422 }),
    crumbs: [
      { text: t.ecosystems, href: link('/ecosystems') },
      { text: name, href: link(home) },
      { text: t.title, href: link(`${home}/surveys`) },
      { text: nameIn(survey.title, language) },
    ],
    body: (
      <>
        <PageHead
          over={<a href={link(`${home}/surveys`)}>{t.title}</a>}
          title={nameIn(survey.title, language)}
          state={
            <>
              <Tag tone={state === 'open' ? 'on' : 'plain'}>{t.states[state]}</Tag>{' '}
              {`${t.closesOn} ${formatDay(survey.closes_on, language)}`}
            </>
          }
        />
        <ErrorSummary errors={errors} language={language} />
        {state === 'open' && (
          <Section title={t.linkTitle}>
            <div class="tie-link">
              <div>
                <p>{t.linkLead}</p>
                <p class="break">
                  <a href={address}>{address}</a>
                </p>
                <form method="post" action={`${at}/close`}>
                  <button class="btn" type="submit">
                    {t.close}
                  </button>
                </form>
              </div>
              <QrCode svg={await qrSvg(address)} label={t.qr} />
            </div>
          </Section>
        )}
        <Section
          title={t.answersTitle}
          note={
            ready > 0 && (
              <form method="post" action={`${at}/accept-ready`}>
                <button class="btn main" type="submit">
                  {t.acceptAll(ready)}
                </button>
              </form>
            )
          }
        >
          {answers.length === 0 && <Empty title={t.noAnswers}>{t.noAnswersNext}</Empty>}
          {answers.map((answer) => (
            <article class="tie-answer" aria-label={answer.name}>
              <AnswerRows answer={answer} found={found} at={at} request={request} />
              {(answer.offers || answer.needs) && (
                <dl class="tie-said">
                  {answer.offers && (
                    <>
                      <dt>{t.offers}</dt>
                      <dd>{answer.offers}</dd>
                    </>
                  )}
                  {answer.needs && (
                    <>
                      <dt>{t.needs}</dt>
                      <dd>{answer.needs}</dd>
                    </>
                  )}
                </dl>
              )}
              <p class="note">{t.sentAt(formatInstant(answer.sent_at!, language))}</p>
            </article>
          ))}
        </Section>
      </>
    ),
  }
}

/** A short act on a line: it leads back to the survey, or says there what is wrong. */
const act = (name: string, run: (request: PageRequest) => Promise<unknown>): Page => ({
  method: 'POST',
  path: `${path}/${name}`,
  run: async (request) => {
    try {
      await run(request)
    } catch (error) {
      return surveyPage(request, formErrors(error, request.language))
    }
    return { as: 'redirect', to: request.link(pathOf(request)) }
  },
})

const line = async (request: PageRequest) => {
  const form = await request.form()
  return { id: form.get('line'), form }
}

export const surveyPagesOfOne: readonly Page[] = [
  { method: 'GET', path, run: (request) => surveyPage(request) },
  act('close', (request) => request.perform(closeSurvey, { id: request.params.id })),
  act('accept-ready', (request) => request.perform(acceptReady, { id: request.params.id })),
  act('accept', async (request) => request.perform(acceptRow, { id: (await line(request)).id })),
  act('leave', async (request) => request.perform(leaveRow, { id: (await line(request)).id })),
  act('join', async (request) => {
    const { id, form } = await line(request)
    const isNew = form.get('new') === '1'
    return request.perform(joinName, { id, ...(!isNew && { organisation: form.get('organisation') }) })
  }),
  act('ask', async (request) => {
    const { form } = await line(request)
    const said = { tie: form.get('tie'), email: form.get('email'), language: form.get('language') }
    return request.perform(askSide, said)
  }),
]
