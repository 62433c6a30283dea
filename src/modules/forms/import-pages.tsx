import type { Readable } from 'node:stream'
import { type Form, missingTexts } from '../../engine/form/index.ts'
import type { Page, PageAnswer, PageRequest } from '../../kernel/page.ts'
import { Refusal } from '../../kernel/refusal.ts'
import { languages, pick } from '../../kernel/text.ts'
import { Alert, ErrorSummary, FileField, PageHead, Section, SelectField, Table } from '../../ui/index.ts'
import { holds } from '../people/index.ts'
import { checkFormFile, importForm } from './actions.ts'
import { placesFor } from './list-pages.tsx'
import { PaperView } from './paper-view.tsx'
import { text } from './text.ts'

const fileLimit = 2_000_000 // bytes; 40 sections of 80 long questions in three languages are less

type Told = {
  error?: string
  complaints?: readonly { path: string; text: Record<string, string> }[]
  form?: Form
  data?: string
}

async function importPage(request: PageRequest, told: Told = {}): Promise<PageAnswer> {
  const { language, link } = request
  const t = text[language]
  if (!holds(request.actor, ['coordinator', 'preparer']))
    throw new Refusal('forbidden', 'form.import.forbidden')
  const { error, complaints, form, data } = told
  const errors = error ? [{ name: 'file', text: error }] : []
  return {
    as: 'page',
    title: t.import,
    nav: 'workspace',
    robots: 'noindex',
    ...((error || complaints) && { status: 422 as const }),
    crumbs: [
      { text: t.home, href: link('/workspace') },
      { text: t.title, href: link('/forms') },
      { text: t.import },
    ],
    body: (
      <>
        <ErrorSummary errors={errors} language={language} />
        <PageHead title={t.import} lead={t.importLead} />
        {complaints && (
          <Section title={t.wrongFile(complaints.length)}>
            <Table
              caption={t.import}
              language={language}
              cards
              rows={complaints}
              columns={[
                { label: t.where, heading: true, phone: 'wide', cell: (c) => <code>{c.path || '/'}</code> },
                { label: t.what, phone: 'line', cell: (c) => c.text[language] },
              ]}
            />
          </Section>
        )}
        {form && data ? (
          <Preview form={form} data={data} places={await placesFor(request)} request={request} />
        ) : (
          <Section title={t.file}>
            <form class="form" method="post" action={link('/forms/import')} enctype="multipart/form-data">
              <FileField
                name="file"
                label={t.file}
                help={t.fileHelp}
                error={error}
                accept=".json,application/json"
                language={language}
              />
              <button class="btn main" type="submit">
                {t.look}
              </button>
            </form>
          </Section>
        )}
      </>
    ),
  }
}

type PreviewProps = {
  form: Form
  data: string
  places: readonly { value: string; label: string }[]
  request: PageRequest
}

/** What is in the file, before it is taken. */
function Preview({ form, data, places, request: { language, link } }: PreviewProps) {
  const t = text[language]
  const missing = missingTexts(form, languages)
  const lacking = languages.flatMap((l) => {
    const n = missing.filter((m) => m.language === l).length
    return n > 0 ? [t.missingTexts(n, t.languages[l])] : []
  })
  return (
    <>
      <Alert tone="ok" title={t.rightFile} live>
        {lacking.length > 0 ? lacking.join('; ') : t.allTexts}
      </Alert>
      <form class="form" method="post" action={link('/forms/import')}>
        <input type="hidden" name="data" value={data} />
        <SelectField name="place" label={t.place} choices={places} language={language} />
        <button class="btn main" type="submit">
          {t.take}
        </button>
      </form>
      <h2>{pick(form.name, language)?.text}</h2>
      <PaperView form={form} language={language} />
    </>
  )
}

async function posted(request: PageRequest): Promise<PageAnswer> {
  const t = text[request.language]
  if (!holds(request.actor, ['coordinator', 'preparer']))
    throw new Refusal('forbidden', 'form.import.forbidden')
  const form = await request.form(fileLimit)
  const taken = form.get('data')
  const file = form.files.find((f) => f.field === 'file')
  if (taken === undefined && !file) return importPage(request, { error: t.noFile })
  const data = taken ?? (await textOf(request.open(file!.hash)))
  const parsed = parse(data)
  if (parsed === undefined) return importPage(request, { error: t.notJson })
  const { form: read, complaints } = await request.perform(checkFormFile, { data: parsed })
  if (!read) return importPage(request, { complaints })
  if (taken === undefined) return importPage(request, { form: read, data })
  const { id } = await request.perform(importForm, { ecosystem: form.get('place') || null, data: parsed })
  return { as: 'redirect', to: request.link(`/forms/${id}`) }
}

async function textOf(content: Readable): Promise<string> {
  const parts: Buffer[] = []
  for await (const part of content) parts.push(part as Buffer)
  return Buffer.concat(parts).toString('utf8')
}

function parse(text: string): unknown {
  try {
    return JSON.parse(text.replace(/^\uFEFF/, ''))
  } catch {
    return undefined
  }
}

export const importPages: readonly Page[] = [
  { method: 'GET', path: '/forms/import', run: (request) => importPage(request) },
  { method: 'POST', path: '/forms/import', run: posted },
]
