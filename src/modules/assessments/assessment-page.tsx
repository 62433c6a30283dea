import type { Action } from '../../kernel/action.ts'
import type { Page, PageAnswer, PageRequest } from '../../kernel/page.ts'
import { formErrors } from '../../kernel/refusal.ts'
import { readDay } from '../../kernel/time.ts'
import { takeForm } from '../drafts/index.ts'
import { AssessmentView } from './assessment-view.tsx'
import { assign, release } from './assign-actions.ts'
import { beginCheck, check, fail, pass, recheck, scoreAgain, unsettleJoint } from './check-actions.ts'
import { badDay } from './complaints.ts'
import { assignDraft, checkDraft, jointDraft, reasonDrafts, releaseDraft, sheetDraft } from './drafts.ts'
import { checkFields, findingsOf, jointFields, sheetFields, sheetOf } from './form-fields.ts'
import { gather, type Wrong } from './gathering.ts'
import { assessmentPath } from './notices.ts'
import { readAssessment } from './read-actions.ts'
import { giveSheet, openSheet, settle, takeBack } from './sheet-actions.ts'
import { text } from './text.ts'

async function page(request: PageRequest, wrong?: Wrong): Promise<PageAnswer> {
  const { language, link, params } = request
  const t = text[language]
  const seen = await request.perform(readAssessment, { application: params.id })
  const gathered = await gather(request, seen)
  return {
    as: 'page',
    title: `${t.over}: ${seen.call.code}/${seen.number} ${seen.title}`,
    nav: 'workspace',
    robots: 'noindex',
    ...(wrong && { status: 422 as const }),
    crumbs: [
      { text: t.mine, href: link('/assessments') },
      ...(seen.office ? [{ text: seen.call.code, href: link(`/calls/${seen.call.code}/assessment`) }] : []),
      { text: `${seen.number}` },
    ],
    body: <AssessmentView seen={seen} gathered={gathered} wrong={wrong} request={request} />,
  }
}

const at = (request: PageRequest) => request.params.id ?? ''

async function postSheet(request: PageRequest): Promise<PageAnswer> {
  const application = at(request)
  const { template, mine } = await request.perform(readAssessment, { application })
  const before = sheetFields(template ?? { scored: [] }, mine?.scores ?? null)
  return takeForm(
    request,
    { kind: sheetDraft, subject: application, before },
    async (sent) => {
      await request.perform(
        giveSheet,
        { application, scores: sheetOf(template ?? { scored: [] }, sent) },
        sent.draft,
      )
      return assessmentPath(application)
    },
    (errors) => page(request, { form: 'sheet', errors }),
  )
}

async function postJoint(request: PageRequest): Promise<PageAnswer> {
  const application = at(request)
  const seen = await request.perform(readAssessment, { application })
  return takeForm(
    request,
    { kind: jointDraft, subject: application, before: jointFields(seen) },
    async (sent) => {
      const scores = sheetOf(seen.template ?? { scored: [] }, sent)
      await request.perform(settle, { application, scores, summary: sent.text('summary') }, sent.draft)
      return assessmentPath(application)
    },
    (errors) => page(request, { form: 'joint', errors }),
  )
}

async function postChecks(request: PageRequest): Promise<PageAnswer> {
  const application = at(request)
  const seen = await request.perform(readAssessment, { application })
  return takeForm(
    request,
    { kind: checkDraft, subject: application, before: checkFields(seen) },
    async (sent) => {
      const findings = findingsOf(seen.template ?? { general: [] }, sent)
      if (findings.length > 0) await request.perform(check, { application, findings }, sent.draft)
      return assessmentPath(application)
    },
    (errors) => page(request, { form: 'checks', errors }),
  )
}

const postAssign = (request: PageRequest): Promise<PageAnswer> =>
  takeForm(
    request,
    { kind: assignDraft, subject: at(request), before: { people: [], due: '' } },
    async (sent) => {
      const typed = sent.text('due')
      const dueOn = typed ? readDay(typed) : null
      if (dueOn === undefined) return [{ name: 'due', text: badDay.text[request.language] }]
      await request.perform(
        assign,
        { application: at(request), people: sent.list('people'), dueOn },
        sent.draft,
      )
      return assessmentPath(at(request))
    },
    (errors) => page(request, { form: 'assign', errors }),
  )

const postRelease = (request: PageRequest): Promise<PageAnswer> =>
  takeForm(
    request,
    { kind: releaseDraft, subject: at(request), before: { person: '', reason: '' } },
    async (sent) => {
      const [person, reason] = [sent.text('person'), sent.text('reason')]
      await request.perform(release, { application: at(request), person, reason }, sent.draft)
      return assessmentPath(at(request))
    },
    (errors) => page(request, { form: 'release', errors }),
  )

const withReason = { recheck, 'score-again': scoreAgain, unsettle: unsettleJoint } as const
const reasonPage = (event: keyof typeof withReason): Page => ({
  method: 'POST',
  path: `/applications/{id}/assessment/${event}`,
  run: (request) =>
    takeForm(
      request,
      { kind: reasonDrafts[event], subject: at(request), before: { reason: '' } },
      async (sent) => {
        const input = { application: at(request), reason: sent.text('reason') }
        await request.perform(withReason[event], input, sent.draft)
        return assessmentPath(at(request))
      },
      (errors) => page(request, { form: event, errors }),
    ),
})

/** A button: what stands in the way is told on the page where it was pressed. */
const button = (name: string, action: Action): Page => ({
  method: 'POST',
  path: `/applications/{id}/assessment/${name}`,
  run: async (request) => {
    try {
      await request.perform(action, { application: at(request) })
    } catch (error) {
      return page(request, { form: name, errors: formErrors(error, request.language) })
    }
    return { as: 'redirect', to: request.link(assessmentPath(at(request))) }
  },
})

export const assessmentPages: readonly Page[] = [
  { method: 'GET', path: '/applications/{id}/assessment', run: (request) => page(request) },
  { method: 'POST', path: '/applications/{id}/assessment', run: postSheet },
  { method: 'POST', path: '/applications/{id}/assessment/joint', run: postJoint },
  { method: 'POST', path: '/applications/{id}/assessment/checks', run: postChecks },
  { method: 'POST', path: '/applications/{id}/assessment/assign', run: postAssign },
  { method: 'POST', path: '/applications/{id}/assessment/release', run: postRelease },
  reasonPage('recheck'),
  reasonPage('score-again'),
  reasonPage('unsettle'),
  button('begin-check', beginCheck as Action),
  button('pass', pass as Action),
  button('fail', fail as Action),
  button('open', openSheet as Action),
  button('take-back', takeBack as Action),
]
