import type { Page, PageAnswer, PageRequest } from '../../kernel/page.ts'
import { Refusal } from '../../kernel/refusal.ts'
import { formatDay } from '../../kernel/time.ts'
import type { FieldError } from '../../ui/index.ts'
import { draftFor, takeForm } from '../drafts/index.ts'
import {
  cityReturn,
  councilReturn,
  councilReturnToCity,
  proposeDecision,
  reopenDecision,
  selectDecision,
  takeDecision,
} from './actions.ts'
import { ReasonForm, TermsForm } from './form-view.tsx'
import {
  beforeOf,
  type ReasonForm as Reason,
  reasonDrafts,
  reasonForms,
  type TermForm,
  termDrafts,
  termForms,
  termsTyped,
} from './forms.ts'
import { crumbsOf } from './frame.ts'
import { pathOf } from './head.ts'
import { meetingChoices } from './meeting-actions.ts'
import { meetingName } from './meeting-frame.ts'
import { type DecisionView, readDecision } from './reading.ts'
import { decisionMachine } from './rules.ts'

const signing = { proposal: proposeDecision, selection: selectDecision, decision: takeDecision }
const returning = {
  'city-return': cityReturn,
  'council-return': councilReturn,
  'council-return-to-city': councilReturnToCity,
  reopen: reopenDecision,
}

/** The decision whose form is asked for; the forms are for those whose office it is, and in the state that they fit. */
async function viewFor(
  request: PageRequest,
  event: (typeof termForms)[TermForm] | Reason,
): Promise<DecisionView> {
  const view = await request.perform(readDecision, { decision: request.params.id })
  if (!view.may.includes(event)) throw new Refusal('forbidden', `decision.${event}.forbidden`)
  return view
}

const framed = (
  request: PageRequest,
  { head }: DecisionView,
  title: string,
  body: Extract<PageAnswer, { as: 'page' }>['body'],
  errors: readonly FieldError[],
): PageAnswer => ({
  as: 'page',
  title,
  robots: 'noindex',
  nav: 'calls',
  ...(errors.length > 0 && { status: 422 as const }),
  crumbs: crumbsOf(request, head, title),
  body,
})

const partOf = (form: TermForm) => (form === 'decision' ? 'legal' : 'selection')

/**
 * In which meeting it is decided: one that is open and has it on its agenda. Of a proposal, on whose agenda it comes:
 * one that has not begun, the next first; none where it is on one already.
 */
async function meetingsFor(request: PageRequest, { head, meetings }: DecisionView, form: TermForm) {
  const own = meetings.filter((m) => m.part === partOf(form))
  if (form !== 'proposal') return own.filter((m) => m.state === 'open')
  if (own.some((m) => ['planned', 'called', 'open'].includes(m.state))) return []
  const { coming } = await request.perform(meetingChoices, {
    ecosystem: head.ecosystem.id,
    part: 'selection',
  })
  return coming
}

async function termsPage(
  request: PageRequest,
  form: TermForm,
  errors: readonly FieldError[] = [],
): Promise<PageAnswer> {
  const { language } = request
  const view = await viewFor(request, termForms[form])
  const offered = await meetingsFor(request, view, form)
  const draft = await draftFor(
    request,
    termDrafts[form],
    view.head.application,
    beforeOf(view.head, language, offered[0]?.id),
  )
  const meetings = offered.map((m) => ({
    value: m.id,
    label: `${meetingName(m, language)}, ${formatDay(m.day, language)}`,
  }))
  const ahead =
    form === 'proposal' || offered.length > 0
      ? undefined
      : view.meetings.find((m) => m.part === partOf(form) && ['planned', 'called'].includes(m.state))
  const title = decisionMachine.events[termForms[form]].says[language]
  const body = (
    <TermsForm view={view} form={form} draft={draft} errors={errors} {...{ meetings, ahead, request }} />
  )
  return framed(request, view, title, body, errors)
}

async function takeTerms(request: PageRequest, form: TermForm): Promise<PageAnswer> {
  const view = await viewFor(request, termForms[form])
  const { head } = view
  const { application } = head
  const [first] = await meetingsFor(request, view, form)
  return takeForm(
    request,
    {
      kind: termDrafts[form],
      subject: application,
      before: beforeOf(head, request.language, first?.id),
    },
    async (sent) => {
      const meeting = sent.text('meeting') || null
      const input = { decision: application, ...termsTyped(head, sent), meeting }
      await request.perform(signing[form], input, sent.draft)
      return pathOf(head)
    },
    (errors) => termsPage(request, form, errors),
  )
}

async function reasonPage(
  request: PageRequest,
  event: Reason,
  errors: readonly FieldError[] = [],
): Promise<PageAnswer> {
  const view = await viewFor(request, event)
  const draft = await draftFor(request, reasonDrafts[event], view.head.application, { reason: '' })
  const title = decisionMachine.events[event].says[request.language]
  const body = <ReasonForm head={view.head} event={event} draft={draft} errors={errors} request={request} />
  return framed(request, view, title, body, errors)
}

async function takeReason(request: PageRequest, event: Reason): Promise<PageAnswer> {
  const { head } = await viewFor(request, event)
  return takeForm(
    request,
    { kind: reasonDrafts[event], subject: head.application, before: { reason: '' } },
    async (sent) => {
      await request.perform(
        returning[event],
        { decision: head.application, reason: sent.text('reason') },
        sent.draft,
      )
      return pathOf(head)
    },
    (errors) => reasonPage(request, event, errors),
  )
}

export const formPages: readonly Page[] = [
  ...(Object.keys(termForms) as TermForm[]).flatMap((form): Page[] => [
    { method: 'GET', path: `/decisions/{id}/${form}`, run: (request) => termsPage(request, form) },
    { method: 'POST', path: `/decisions/{id}/${form}`, run: (request) => takeTerms(request, form) },
  ]),
  ...reasonForms.flatMap((event): Page[] => [
    { method: 'GET', path: `/decisions/{id}/${event}`, run: (request) => reasonPage(request, event) },
    { method: 'POST', path: `/decisions/{id}/${event}`, run: (request) => takeReason(request, event) },
  ]),
]
