import type { DraftKind } from '../../kernel/draft.ts'
import type { Page, PageAnswer, PageRequest } from '../../kernel/page.ts'
import { formErrors } from '../../kernel/refusal.ts'
import { ruleOf } from '../../kernel/rule.ts'
import { inEach } from '../../kernel/text.ts'
import { formatInstant } from '../../kernel/time.ts'
import { Alert, ErrorSummary, type FieldError, PageHead, Section } from '../../ui/index.ts'
import { type Before, DraftForm, draftFor, takeForm } from '../drafts/index.ts'
import { answerByLink, answerSignedIn, showByLink, showPartner } from './answer-actions.ts'
import { AskedFacts, overOf, Paragraphs, Practice } from './answer-facts.tsx'
import { AnswerFields, fieldNames, readAnswer, type Typed, typedOf } from './answer-form.tsx'
import { partnersWord } from './answer-rights.ts'
import { answerText } from './answer-text.ts'
import type { PartnerView, ToldInvitation } from './answer-view.ts'
import { crumbsOf } from './frame.tsx'
import { partnerPath } from './invite-actions.ts'
import type { Consortium } from './record.ts'

const own = '/consortium-invitation'

/** Why nothing can be answered: said in words instead of the form. */
function Shut({
  why,
  invitation,
  request: { language },
}: {
  why: 'withdrawn' | 'left' | 'over'
  invitation: ToldInvitation | undefined
  request: PageRequest
}) {
  const t = answerText[language]
  const said = {
    withdrawn: [t.withdrawn, t.withdrawnLead(invitation?.withdrawnWhy ?? '')],
    left: [t.leftTitle, t.leftLead],
    over: [t.overTitle, t.overLead],
  } as const
  const [title, lead] = said[why]
  return <Alert title={title}>{lead}</Alert>
}

/** What was sent, and what to do next. */
function Receipt({
  view,
  invitation,
  token,
  request: { language, link },
}: {
  view: PartnerView
  invitation: ToldInvitation
  token: string
  request: PageRequest
}) {
  const t = answerText[language]
  return (
    <Alert tone="ok" title={t.sent} live>
      <p>
        {invitation.answer && <b>{t.answers[invitation.answer]}. </b>}
        {t.sentLead(formatInstant(invitation.expiresAt, language))} {invitation.toAddress && t.sentMail}
      </p>
      {invitation.answer === 'committed' && !view.letter && (
        <p>
          <a class="btn main" href={`${link('/consortium-letter')}?token=${token}`}>
            {t.signNext}
          </a>
        </p>
      )}
    </Alert>
  )
}

async function linkPage(
  request: PageRequest,
  token = request.url.searchParams.get('token') ?? '',
  again?: { typed: Typed; errors: readonly FieldError[] },
): Promise<PageAnswer> {
  const { language, link, url } = request
  const t = answerText[language]
  const { view, invitation: id, shut } = await request.perform(showByLink, { token })
  const invitation = view.invitations.find((i) => i.id === id)!
  const typed =
    again?.typed ??
    typedOf(
      view.partner,
      { ...invitation, name: invitation.answeredBy?.replace(/ \([^()]*\)$/, '') ?? '' },
      language,
    )
  const errors = again?.errors ?? []
  const title = invitation.answer ? view.consortium.title : t.title
  return {
    as: 'page',
    sheet: 'consortia',
    title: `${t.over}: ${view.consortium.title}`,
    robots: 'noindex',
    ...(errors.length > 0 && { status: 422 }),
    body: (
      <div class="form-page cons-answer">
        <PageHead
          over={`${t.over} · ${overOf(view.consortium, language)}`}
          title={title}
          lead={shut ? '' : t.lead(view.partner.name)}
        />
        <Practice of={view.consortium} request={request} />
        {url.searchParams.has('said') && errors.length === 0 && invitation.answer && (
          <Receipt view={view} invitation={invitation} token={token} request={request} />
        )}
        {shut && <Shut why={shut} invitation={invitation} request={request} />}
        <Section title={view.consortium.title} id="about">
          <AskedFacts view={view} invitation={invitation} request={request} />
        </Section>
        <Section title={t.message} id="message">
          <div lang={invitation.language}>
            <Paragraphs of={invitation.message} />
          </div>
          {invitation.inviter && <p class="note">{t.from(invitation.inviter)}</p>}
        </Section>
        {!shut && (
          <Section title={t.answer} id="answer">
            <AnswerByLink
              typed={typed}
              errors={errors}
              token={token}
              sent={invitation.answer !== null}
              request={request}
            />
            <p class="note">{t.privacy}</p>
          </Section>
        )}
        <p>
          {view.letter && <a href={`${link('/consortium-letter')}?token=${token}`}>{t.letters}</a>}{' '}
          {(view.tasks.length > 0 || invitation.answer) && (
            <a href={`${link('/consortium-partner')}?token=${token}`}>{t.openPage}</a>
          )}
        </p>
      </div>
    ),
  }
}

function AnswerByLink({
  typed,
  errors,
  token,
  sent,
  request: { language, link },
}: {
  typed: Typed
  errors: readonly FieldError[]
  token: string
  sent: boolean
  request: PageRequest
}) {
  const t = answerText[language]
  return (
    <form method="post" action={link(own)} noValidate>
      <ErrorSummary errors={errors} language={language} />
      <input type="hidden" name="token" value={token} />
      <AnswerFields typed={(name) => typed[name]} errors={errors} named language={language} />
      <button class="btn main" type="submit">
        {sent ? t.correct : t.send}
      </button>
    </form>
  )
}

async function sendByLink(request: PageRequest): Promise<PageAnswer> {
  const { language } = request
  const form = await request.form()
  const token = form.get('token') ?? ''
  const text = (name: keyof Typed) => (form.get(name) ?? '').trim()
  const typed = Object.fromEntries(fieldNames.map((name) => [name, text(name)])) as Typed
  const read = readAnswer(text, language)
  if (Array.isArray(read)) return linkPage(request, token, { typed, errors: read })
  try {
    await request.perform(answerByLink, { token, ...read, name: typed.name, language })
    return { as: 'redirect', to: `${request.link(own)}?token=${token}&said=1` }
  } catch (error) {
    return linkPage(request, token, { typed, errors: formErrors(error, language) })
  }
}

/** The answer of somebody signed in, which is kept while it is typed. */
export const answerDraft: DraftKind = {
  kind: 'consortium.answer',
  shared: true,
  title: inEach((l) => answerText[l].edit),
  path: (subject) => {
    const [consortium = '', partner = ''] = subject.split(':')
    return `${partnerPath({ consortium, partner })}/answer`
  },
  allow: ruleOf(partnersWord, ({ subject }: { subject: string }) => {
    const [consortium = '', partner = ''] = subject.split(':')
    return { consortium, partner }
  }),
}

const read = (request: PageRequest) =>
  request.perform(showPartner, { consortium: request.params.id, partner: request.params.partner })
const subjectOf = ({ params }: PageRequest) => `${params.id}:${params.partner}`

const beforeOf = (view: PartnerView, request: PageRequest): Before => {
  const invitation = view.invitations.find((i) => !i.withdrawnAt)
  const said = { answer: invitation?.answer ?? null, questions: invitation?.questions ?? null, name: '' }
  const { name: _, ...typed } = typedOf(view.partner, said, request.language)
  return typed
}

async function answerPage(request: PageRequest, errors: readonly FieldError[] = []): Promise<PageAnswer> {
  const { language, link } = request
  const t = answerText[language]
  const { view, shut } = await read(request)
  const invitation = view.invitations.find((i) => !i.withdrawnAt) ?? view.invitations[0]
  const draft = view.may.answer
    ? await draftFor(request, answerDraft, subjectOf(request), beforeOf(view, request))
    : undefined
  return {
    as: 'page',
    sheet: 'consortia',
    title: t.title,
    robots: 'noindex',
    ...(errors.length > 0 && { status: 422 }),
    crumbs: crumbsOf(request, view.consortium as Consortium, view.partner.name),
    body: (
      <div class="form-page cons-answer">
        <PageHead
          over={`${t.over} · ${overOf(view.consortium, language)}`}
          title={t.title}
          lead={t.lead(view.partner.name)}
        />
        <Practice of={view.consortium} request={request} />
        {shut && <Shut why={shut} invitation={invitation} request={request} />}
        <Section title={view.consortium.title} id="about">
          <AskedFacts view={view} invitation={invitation} request={request} />
        </Section>
        {invitation && (
          <Section title={t.message} id="message">
            <div lang={invitation.language}>
              <Paragraphs of={invitation.message} />
            </div>
          </Section>
        )}
        {draft && !shut ? (
          <Section title={t.answer} id="answer">
            <ErrorSummary errors={errors} language={language} />
            <DraftForm
              draft={draft}
              action={link(answerDraft.path(subjectOf(request)))}
              submit={t.send}
              language={language}
            >
              <AnswerFields typed={draft.text} errors={errors} named={false} language={language} />
            </DraftForm>
          </Section>
        ) : (
          !shut && <p>{t.faults.notKeeper}</p>
        )}
      </div>
    ),
  }
}

async function takeAnswer(request: PageRequest): Promise<PageAnswer> {
  const { view } = await read(request)
  return takeForm(
    request,
    { kind: answerDraft, subject: subjectOf(request), before: beforeOf(view, request) },
    async (sent) => {
      const said = readAnswer(sent.text, request.language)
      if (Array.isArray(said)) return said
      const { id: consortium, partner } = request.params
      return (await request.perform(answerSignedIn, { consortium, partner, ...said }, sent.draft)).path
    },
    (errors) => answerPage(request, errors),
  )
}

export const answerPages: readonly Page[] = [
  { method: 'GET', path: own, run: (request) => linkPage(request) },
  { method: 'POST', path: own, run: sendByLink },
  { method: 'GET', path: '/consortia/{id}/partners/{partner}/answer', run: (request) => answerPage(request) },
  { method: 'POST', path: '/consortia/{id}/partners/{partner}/answer', run: takeAnswer },
]
