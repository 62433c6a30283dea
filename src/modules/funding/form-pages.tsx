import type { Page, PageAnswer, PageRequest } from '../../kernel/page.ts'
import { Refusal } from '../../kernel/refusal.ts'
import { dayIn, formatDay } from '../../kernel/time.ts'
import type { FieldError } from '../../ui/index.ts'
import { draftFor, takeForm } from '../drafts/index.ts'
import { addFunding, editFunding, formFields, keeps, type ListedFunding, readFunding } from './actions.ts'
import { blankEntry } from './entry.ts'
import { changedFunding, newFunding, unwritten } from './entry-drafts.ts'
import { FundingFormView } from './form-view.tsx'
import { nameOf } from './shown.ts'
import { text } from './text.ts'
import { typedOf } from './typed.ts'

// English too reads "5 Mar 2026" but types digits.
const dayTyped = (day: string, { language }: PageRequest) =>
  formatDay(day, language === 'en' ? 'fi' : language)

function before(request: PageRequest, editing?: ListedFunding) {
  const today = dayIn(request.now)
  const blank = { ...blankEntry, language: request.language, level: 'national' as const, currency: 'EUR' }
  const typed = typedOf(editing ?? blank, { day: (d) => dayTyped(d, request) })
  return {
    ...typed,
    applicants: (editing?.applicants ?? []) as readonly string[],
    checked: dayTyped(editing?.checked_on ?? today, request),
  }
}

const formOf = (request: PageRequest, editing?: ListedFunding) => ({
  kind: editing ? changedFunding : newFunding,
  subject: editing?.id ?? unwritten,
  before: before(request, editing),
})

async function formPage(
  request: PageRequest,
  editing?: ListedFunding,
  errors: readonly FieldError[] = [],
): Promise<PageAnswer> {
  const { language, link } = request
  const t = text[language]
  const heading = editing ? `${t.edit}: ${nameOf(editing.title, language)}` : t.add
  const form = formOf(request, editing)
  return {
    as: 'page',
    title: heading,
    nav: 'funding',
    robots: 'noindex',
    ...(errors.length > 0 && { status: 422 as const }),
    crumbs: [{ text: t.home, href: link('/') }, { text: t.title, href: link('/funding') }, { text: heading }],
    body: (
      <FundingFormView
        draft={await draftFor(request, form.kind, form.subject, form.before)}
        errors={errors}
        heading={heading}
        action={link(editing ? `${editing.path}/edit` : '/funding/new')}
        request={request}
      />
    ),
  }
}

const post = (request: PageRequest, editing?: ListedFunding): Promise<PageAnswer> =>
  takeForm(
    request,
    formOf(request, editing),
    async (sent) => {
      const typed = Object.fromEntries(
        formFields.map((f) => [f, f === 'applicants' ? sent.list(f).join('; ') : sent.text(f)]),
      )
      const { path } = editing
        ? await request.perform(editFunding, { id: editing.id, ...typed }, sent.draft)
        : await request.perform(addFunding, typed, sent.draft)
      return path
    },
    (errors) => formPage(request, editing, errors),
  )

export function mustKeep(request: PageRequest): void {
  if (!keeps(request)) throw new Refusal('forbidden', 'funding.keep.forbidden')
}

async function toEdit(request: PageRequest): Promise<ListedFunding> {
  mustKeep(request)
  return (await request.perform(readFunding, { id: request.params.id })).funding
}

export const formPages: readonly Page[] = [
  {
    method: 'GET',
    path: '/funding/new',
    run: async (request) => {
      mustKeep(request)
      return formPage(request)
    },
  },
  {
    method: 'POST',
    path: '/funding/new',
    run: async (request) => {
      mustKeep(request)
      return post(request)
    },
  },
  { method: 'GET', path: '/funding/{id}/edit', run: async (r) => formPage(r, await toEdit(r)) },
  { method: 'POST', path: '/funding/{id}/edit', run: async (r) => post(r, await toEdit(r)) },
]
