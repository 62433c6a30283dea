import type { Page, PageAnswer, PageRequest } from '../../kernel/page.ts'
import { pick } from '../../kernel/text.ts'
import { ErrorSummary, type FieldError, PageHead, TextField } from '../../ui/index.ts'
import { DraftForm, draftFor, takeForm } from '../drafts/index.ts'
import { newReporting } from './drafts.ts'
import { refuse } from './fault-text.ts'
import { listPath } from './list-pages.tsx'
import { listReports } from './read-actions.ts'
import { addProject } from './scheme-actions.ts'
import { text } from './text.ts'

const before = { code: '', starts: '' }

async function addPage(request: PageRequest, errors: readonly FieldError[] = []): Promise<PageAnswer> {
  const { language, link, params } = request
  const { ecosystem, settles } = await request.perform(listReports, { key: params.key })
  if (!settles) throw refuse('forbidden', 'noEcosystem')
  const t = text[language]
  const name = pick(ecosystem.short ?? ecosystem.name, language)?.text ?? ecosystem.key
  const draft = await draftFor(request, newReporting, ecosystem.key, before)
  const of = (field: keyof typeof before) => ({
    name: field,
    value: draft.text(field),
    error: errors.find((e) => e.name === field)?.text,
    language,
  })
  return {
    as: 'page',
    title: t.addProject,
    nav: 'ecosystems',
    sheet: 'indicators',
    robots: 'noindex',
    ...(errors.length > 0 && { status: 422 }),
    crumbs: [
      { text: name, href: link(`/ecosystems/${ecosystem.key}`) },
      { text: t.title, href: link(listPath(ecosystem.key)) },
      { text: t.addProject },
    ],
    body: (
      <>
        <PageHead over={name} title={t.addProject} lead={t.addLead} />
        <ErrorSummary errors={errors} language={language} />
        <DraftForm
          draft={draft}
          action={link(listPath(ecosystem.key, '/add'))}
          submit={t.addProject}
          language={language}
        >
          <TextField {...of('code')} label={t.projectCode} />
          <TextField {...of('starts')} label={t.addStarts} help={t.dayHelp} size="short" />
        </DraftForm>
      </>
    ),
  }
}

const add = async (request: PageRequest): Promise<PageAnswer> => {
  const { key = '' } = request.params
  return takeForm(
    request,
    { kind: newReporting, subject: key, before },
    async ({ text: get, draft }) => {
      await request.perform(addProject, { key, code: get('code'), starts: get('starts') }, draft)
      return listPath(key)
    },
    (errors) => addPage(request, errors),
  )
}

export const addPages: readonly Page[] = [
  { method: 'GET', path: '/ecosystems/{key}/reports/add', run: (request) => addPage(request) },
  { method: 'POST', path: '/ecosystems/{key}/reports/add', run: add },
]
