import type { DraftAddress, DraftKind } from '../../kernel/draft.ts'
import type { Page, PageAnswer, PageRequest } from '../../kernel/page.ts'
import { Refusal } from '../../kernel/refusal.ts'
import { inEach, pick } from '../../kernel/text.ts'
import { dayIn, formatDay, readDay } from '../../kernel/time.ts'
import { ChoicesField, ErrorSummary, type FieldError, PageHead, TextArea, TextField } from '../../ui/index.ts'
import { askCompletion } from '../applications/index.ts'
import { DraftForm, draftFor, type Sent, takeForm } from '../drafts/index.ts'
import { by } from '../people/index.ts'
import { BulkCheck, BulkOutcome, type Failed } from './bulk-view.tsx'
import { type CompletionPreview, previewCompletion } from './completion-actions.ts'
import { completionText } from './completion-text.ts'
import { listText } from './list-text.ts'

const pathOf = (code: string) => `/calls/${code}/assessment/completion`

/** One's own, for a call: what is asked of whom. */
export const askManyDraft: DraftKind = {
  kind: 'assessment.ask-completion',
  shared: false,
  title: inEach((l) => completionText[l].title),
  path: pathOf,
  allow: by('coordinator', 'preparer', 'council-officer'),
  fields: inEach((l) => {
    const { applications, sections, message, due } = completionText[l]
    return { applications, sections, message, due }
  }),
}

const beforeOf = (applications: readonly string[]) => ({
  applications: [...applications],
  sections: [] as string[],
  message: '',
  due: '',
})

const framed = (
  request: PageRequest,
  body: (PageAnswer & { as: 'page' })['body'],
  wrong = false,
): PageAnswer => {
  const { language, link, params } = request
  const t = completionText[language]
  return {
    as: 'page',
    title: t.title,
    nav: 'workspace',
    robots: 'noindex',
    ...(wrong && { status: 422 as const }),
    crumbs: [
      { text: params.code ?? '', href: link(`/calls/${params.code}`) },
      { text: listText[language].title, href: link(`/calls/${params.code}/assessment`) },
      { text: t.title },
    ],
    body,
  }
}

/** Those that were chosen in the list, or in the draft that was begun before. */
async function formPage(request: PageRequest, errors: readonly FieldError[] = []): Promise<PageAnswer> {
  const { language, link, params, url } = request
  const code = params.code ?? ''
  const t = completionText[language]
  const chosen = url.searchParams.getAll('application')
  const draft = await draftFor(request, askManyDraft, code, beforeOf(chosen))
  const ids = [...new Set([...chosen, ...draft.list('applications')])]
  if (ids.length === 0) return { as: 'redirect', to: link(`/calls/${code}/assessment`) }
  const found = await request.perform(previewCompletion, { call: code, applications: ids, language })
  const error = (name: string) => errors.find((e) => e.name === name)?.text
  const able = found.items.filter((item) => item.to !== null)
  return framed(
    request,
    <div class="form-page">
      <PageHead over={code} title={t.title} lead={t.lead} />
      <ErrorSummary errors={errors} language={language} />
      <DraftForm draft={draft} action={link(pathOf(code))} submit={t.check} language={language}>
        <ChoicesField
          kind="checkbox"
          name="applications"
          label={t.applications}
          choices={found.items.map((item) => ({
            value: item.application,
            label: `${item.number}. ${item.title}`,
            help: item.why.join(' ') || item.lead || '',
          }))}
          values={able
            .map((item) => item.application)
            .filter((id) => chosen.includes(id) || draft.list('applications').includes(id))}
          error={error('applications')}
          language={language}
        />
        <ChoicesField
          kind="checkbox"
          name="sections"
          label={t.sections}
          choices={found.sections.map((s) => ({
            value: s.key,
            label: pick(s.title, language)?.text ?? s.key,
          }))}
          values={draft.list('sections')}
          error={error('sections')}
          language={language}
        />
        <TextArea
          name="message"
          label={t.message}
          help={t.messageHelp}
          value={draft.text('message')}
          error={error('message')}
          language={language}
        />
        <TextField
          name="due"
          label={t.due}
          help={t.dueHelp}
          size="short"
          value={draft.text('due')}
          error={error('due')}
          language={language}
        />
      </DraftForm>
    </div>,
    errors.length > 0,
  )
}

/** What is missing, at its field; the same for who checks first and who confirms. */
function lacksIn(sent: Sent, { language, now }: PageRequest): FieldError[] {
  const t = completionText[language]
  const day = readDay(sent.text('due'))
  return [
    ...(sent.list('applications').length === 0 ? [{ name: 'applications', text: t.noApplications }] : []),
    ...(sent.list('sections').length === 0 ? [{ name: 'sections', text: t.noSections }] : []),
    ...(sent.text('message') === '' ? [{ name: 'message', text: t.noMessage }] : []),
    ...(!day || day < dayIn(now) ? [{ name: 'due', text: t.badDue }] : []),
  ]
}

async function take(request: PageRequest): Promise<PageAnswer> {
  const { language, link, params } = request
  const code = params.code ?? ''
  const confirmed = (await request.form()).get('confirmed')
  return takeForm(
    request,
    { kind: askManyDraft, subject: code, before: beforeOf([]) },
    async (sent) => {
      const lacks = lacksIn(sent, request)
      if (lacks.length > 0) return lacks
      const [applications, sections] = [sent.list('applications'), sent.list('sections')]
      const asked = { call: code, applications, sections, language }
      const found = await request.perform(previewCompletion, asked)
      const back = link(`/calls/${code}/assessment`)
      if (confirmed) {
        const done = await askAll(request, found, sent)
        return framed(
          request,
          <BulkOutcome
            {...done}
            over={code}
            title={completionText[language].title}
            back={back}
            language={language}
          />,
        )
      }
      const due = readDay(sent.text('due'))
      const fields = {
        applications,
        sections,
        message: [sent.text('message')],
        due: [sent.text('due')],
      }
      return framed(
        request,
        <BulkCheck
          title={completionText[language].title}
          over={code}
          items={found.items.map((item) =>
            item.to && due ? { ...item, to: `${item.to} (${formatDay(due, language)})` } : item,
          )}
          action={link(pathOf(code))}
          back={link(pathOf(code))}
          fields={fields}
          language={language}
        />,
      )
    },
    (errors) => formPage(request, errors),
  )
}

/** Row by row; the draft ends with the first that was asked, and stays if none could be. */
async function askAll(request: PageRequest, { items }: CompletionPreview, sent: Sent) {
  const failed: Failed[] = []
  let draft: DraftAddress | undefined = sent.draft
  let did = 0
  for (const row of items) {
    if (row.to === null) {
      failed.push({ row, why: [...row.why] })
      continue
    }
    const input = {
      application: row.application,
      sections: sent.list('sections'),
      message: sent.text('message'),
      due: sent.text('due'),
      language: request.language,
    }
    try {
      await request.perform(askCompletion, input, draft)
      draft = undefined
      did += 1
    } catch (error) {
      if (!(error instanceof Refusal)) throw error
      failed.push({ row, why: error.complaints.map((c) => c.text[request.language]) })
    }
  }
  return { did, failed }
}

export const completionPages: readonly Page[] = [
  { method: 'GET', path: '/calls/{code}/assessment/completion', run: (request) => formPage(request) },
  { method: 'POST', path: '/calls/{code}/assessment/completion', run: take },
]
