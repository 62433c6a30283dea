import type { DraftKind } from '../../kernel/draft.ts'
import type { Page, PageAnswer, PageRequest } from '../../kernel/page.ts'
import { ruleOf } from '../../kernel/rule.ts'
import { inEach, isLanguage, type Language, languages, ownNames } from '../../kernel/text.ts'
import { formatDay, readDay } from '../../kernel/time.ts'
import { ErrorSummary, type FieldError, PageHead, TextArea, TextField } from '../../ui/index.ts'
import { type Before, DraftForm, draftFor, takeForm } from '../drafts/index.ts'
import { getAction } from './consortium-actions.ts'
import { coverAction } from './cover-actions.ts'
import { crumbsOf } from './frame.tsx'
import { invitePartner, partnerPath, showInvite, withdrawInvitation } from './invite-actions.ts'
import { messageOf } from './invite-letter.ts'
import { inviteText } from './invite-text.ts'
import { gathering } from './rights.ts'
import { isIn } from './rules.ts'

const asked = (subject: string) => {
  const [consortium = '', partner = ''] = subject.split(':')
  return { consortium, partner }
}
const draftOf = (what: 'invite' | 'withdraw'): DraftKind => ({
  kind: `consortium.${what}`,
  shared: false,
  title: inEach((l) => inviteText[l][what === 'invite' ? 'title' : 'withdraw']),
  path: (subject) => `${partnerPath(asked(subject))}/${what}`,
  allow: ruleOf(gathering, ({ subject }: { subject: string }) => asked(subject)),
})
export const inviteDraft = draftOf('invite')
export const withdrawDraft = draftOf('withdraw')

const subjectOf = ({ params }: PageRequest) => `${params.id}:${params.partner}`

/** The language that the message is offered in: the one that was chosen on the page, else the partner's. */
const languageOf = ({ url }: PageRequest, offered: Language): Language => {
  const chosen = url.searchParams.get('in')
  return isLanguage(chosen) ? chosen : offered
}

async function offered(request: PageRequest) {
  const { id, partner } = request.params
  const told = await request.perform(showInvite, { consortium: id, partner })
  const kept = await request.perform(getAction, { consortium: id })
  const cover = await request.perform(coverAction, { consortium: id })
  const language = languageOf(request, told.language)
  const column = cover.ready ? cover.columns.findIndex((c) => c.partner === partner) : -1
  const cells = cover.ready && column >= 0 ? cover.rows.map((row) => ({ row, cell: row.cells[column]! })) : []
  // That there are so many partners is nobody's own merit.
  const merits = new Set(kept.demands.flatMap(({ id, asks }) => (asks.kind === 'anybody' ? [] : [id])))
  const met = cells.filter(({ row, cell }) => cell.meets && merits.has(row.demand))
  const facts = met.flatMap(({ cell }) =>
    cell.facts
      .filter((f) => f.kind !== 'judgement')
      .map(({ title, code }) => (code ? `${title} (${code})` : title)),
  )
  const lead = told.consortium.lead?.id
  const message = messageOf(
    {
      consortium: told.consortium,
      partner: told.partner,
      others: kept.partners
        .filter(
          (p) => isIn(p.state) && p.id !== partner && (p.organisation === null || p.organisation !== lead),
        )
        .map(({ name }) => name),
      fills: met.map(({ row }) => row.name),
      facts: [...new Set(facts)],
    },
    language,
  )
  const before: Before = {
    email: '',
    language,
    message,
    answerBy: formatDay(told.answerBy, request.language),
  }
  return { told, before }
}

async function invitePage(request: PageRequest, errors: readonly FieldError[] = []): Promise<PageAnswer> {
  const { language, link } = request
  const t = inviteText[language]
  const { told, before } = await offered(request)
  const subject = subjectOf(request)
  const draft = await draftFor(request, inviteDraft, subject, before)
  const here = link(inviteDraft.path(subject))
  const field = (name: string, label: string) => ({
    name,
    label,
    error: errors.find((e) => e.name === name)?.text,
    language,
  })
  const now = draft.text('language')
  return {
    as: 'page',
    sheet: 'consortia',
    title: t.title,
    nav: 'ecosystems',
    robots: 'noindex',
    ...(errors.length > 0 && { status: 422 }),
    crumbs: crumbsOf(request, told.consortium, t.title),
    body: (
      <div class="form-page cons-answer">
        <PageHead
          over={
            <a href={link(partnerPath({ consortium: told.consortium.id, partner: told.partner.id }))}>
              {told.partner.name}
            </a>
          }
          title={t.title}
        />
        <ErrorSummary errors={errors} language={language} />
        <p>{told.keepers.length > 0 ? t.keepers(told.keepers.join(', ')) : t.noKeepers}</p>
        <p class="note">
          {t.otherLanguage}{' '}
          {languages
            .filter((l) => l !== now)
            .map((l) => (
              <>
                <a href={`${here}?in=${l}`} lang={l}>
                  {ownNames[l]}
                </a>{' '}
              </>
            ))}
        </p>
        <DraftForm draft={draft} action={here} submit={t.send} language={language}>
          <input type="hidden" name="language" value={now} />
          <TextField
            {...field('email', t.email)}
            help={t.emailHelp}
            value={draft.text('email')}
            type="email"
            inputmode="email"
            size="full"
            optional={told.keepers.length > 0}
          />
          <TextArea
            {...field('message', t.message)}
            help={t.messageHelp}
            value={draft.text('message')}
            rows={14}
          />
          <TextField
            {...field('answerBy', t.answerBy)}
            help={t.dayHelp}
            value={draft.text('answerBy')}
            size="short"
            optional
          />
        </DraftForm>
      </div>
    ),
  }
}

async function takeInvite(request: PageRequest): Promise<PageAnswer> {
  const { before } = await offered(request)
  return takeForm(
    request,
    { kind: inviteDraft, subject: subjectOf(request), before },
    async (sent) => {
      const typed = sent.text('answerBy')
      const answerBy = typed ? readDay(typed) : null
      if (answerBy === undefined)
        return [{ name: 'answerBy', text: inviteText[request.language].faults.badDay }]
      const said = {
        consortium: request.params.id,
        partner: request.params.partner,
        email: sent.text('email'),
        language: sent.text('language'),
        message: sent.text('message'),
        answerBy,
      }
      return (await request.perform(invitePartner, said, sent.draft)).path
    },
    (errors) => invitePage(request, errors),
  )
}

async function withdrawPage(request: PageRequest, errors: readonly FieldError[] = []): Promise<PageAnswer> {
  const { language, link } = request
  const t = inviteText[language]
  const { id, partner } = request.params
  const told = await request.perform(showInvite, { consortium: id, partner })
  const draft = await draftFor(request, withdrawDraft, subjectOf(request), { reason: '' })
  return {
    as: 'page',
    sheet: 'consortia',
    title: t.withdraw,
    nav: 'ecosystems',
    robots: 'noindex',
    ...(errors.length > 0 && { status: 422 }),
    crumbs: crumbsOf(request, told.consortium, t.withdraw),
    body: (
      <div class="form-page cons-answer">
        <PageHead over={told.partner.name} title={t.withdraw} />
        <ErrorSummary errors={errors} language={language} />
        <DraftForm
          draft={draft}
          action={link(withdrawDraft.path(subjectOf(request)))}
          submit={t.withdraw}
          language={language}
        >
          <TextArea
            name="reason"
            label={t.reason}
            help={t.reasonHelp}
            value={draft.text('reason')}
            rows={3}
            error={errors.find((e) => e.name === 'reason')?.text}
            language={language}
          />
        </DraftForm>
      </div>
    ),
  }
}

const takeWithdrawal = (request: PageRequest): Promise<PageAnswer> =>
  takeForm(
    request,
    { kind: withdrawDraft, subject: subjectOf(request), before: { reason: '' } },
    async (sent) => {
      const { id: consortium, partner } = request.params
      return (
        await request.perform(
          withdrawInvitation,
          { consortium, partner, reason: sent.text('reason') },
          sent.draft,
        )
      ).path
    },
    (errors) => withdrawPage(request, errors),
  )

export const invitePages: readonly Page[] = [
  { method: 'GET', path: '/consortia/{id}/partners/{partner}/invite', run: (request) => invitePage(request) },
  { method: 'POST', path: '/consortia/{id}/partners/{partner}/invite', run: takeInvite },
  {
    method: 'GET',
    path: '/consortia/{id}/partners/{partner}/withdraw',
    run: (request) => withdrawPage(request),
  },
  { method: 'POST', path: '/consortia/{id}/partners/{partner}/withdraw', run: takeWithdrawal },
]
