import type { Readable } from 'node:stream'
import type { Page, PageAnswer, PageRequest } from '../../kernel/page.ts'
import { formErrors } from '../../kernel/refusal.ts'
import { pick } from '../../kernel/text.ts'
import {
  Empty,
  ErrorSummary,
  type FieldError,
  FileField,
  PageHead,
  Section,
  SelectField,
  Table,
  Tag,
  TextField,
} from '../../ui/index.ts'
import { DraftForm, draftFor, takeForm } from '../drafts/index.ts'
import { namesOfEcosystems } from '../ecosystems/index.ts'
import { holds } from '../people/index.ts'
import { addTemplate, importTemplate, listTemplates } from './actions.ts'
import { newTemplate } from './drafts.ts'
import { notJson } from './fault-text.ts'
import { shippedKeys } from './shipped.ts'
import { text } from './text.ts'

const fileLimit = 1_000_000 // bytes; 60 criteria with long guides in three languages are less

/** Where the reader may keep templates; an empty value is the whole installation. */
async function placesFor(request: PageRequest) {
  const { language, actor } = request
  const office = ['coordinator', 'preparer'] as const
  const { items } = await request.perform(namesOfEcosystems, {})
  const own = items
    .filter((e) => holds(actor, office, e.id))
    .map((e) => ({ value: e.id, label: pick(e.name, language)?.text ?? e.key }))
  return holds(actor, office, null) ? [...own, { value: '', label: text[language].everywhere }] : own
}

async function listPage(request: PageRequest, errors: readonly FieldError[] = []): Promise<PageAnswer> {
  const { language, link } = request
  const t = text[language]
  const { items } = await request.perform(listTemplates, {})
  const places = await placesFor(request)
  const before = { ecosystem: places[0]?.value ?? '', from: shippedKeys[0], 'name.fi': '' }
  const draft = await draftFor(request, newTemplate, 'new', before)
  return {
    as: 'page',
    title: t.title,
    nav: 'workspace',
    robots: 'noindex',
    ...(errors.length > 0 && { status: 422 as const }),
    crumbs: [{ text: t.home, href: link('/workspace') }, { text: t.title }],
    body: (
      <>
        <ErrorSummary errors={errors} language={language} />
        <PageHead title={t.title} lead={t.lead} />
        {items.length === 0 ? (
          <Empty title={t.none}>{t.noneNext}</Empty>
        ) : (
          <Table
            caption={t.title}
            cards
            language={language}
            rows={items}
            columns={[
              {
                label: t.name,
                heading: true,
                cell: (i) => <a href={link(`/criteria/${i.id}`)}>{pick(i.name, language)?.text ?? i.id}</a>,
              },
              {
                label: t.where,
                phone: 'labelled',
                cell: (i) => (i.ecosystemName ? (pick(i.ecosystemName, language)?.text ?? '') : t.everywhere),
              },
              {
                label: t.state,
                cell: (i) => (
                  <Tag tone={i.state === 'settled' ? 'ok' : 'on'}>
                    {`${t.version(i.version)}: ${i.state === 'settled' ? t.states.settled : t.states.working}`}
                  </Tag>
                ),
              },
            ]}
          />
        )}
        {places.length > 0 && (
          <Section title={t.add}>
            <DraftForm draft={draft} action={link('/criteria')} submit={t.addButton} language={language}>
              <SelectField
                name="from"
                label={t.from}
                choices={[
                  ...shippedKeys.map((value) => ({ value, label: t.shipped[value] })),
                  { value: 'empty', label: t.empty },
                ]}
                value={draft.text('from')}
                language={language}
              />
              <SelectField
                name="ecosystem"
                label={t.where}
                choices={places}
                value={draft.text('ecosystem')}
                language={language}
              />
              <TextField
                name="name.fi"
                label={`${t.name} (${t.fi})`}
                value={draft.text('name.fi')}
                error={errors.find((e) => e.name === 'name.fi')?.text}
                optional
                language={language}
              />
            </DraftForm>
          </Section>
        )}
        {places.length > 0 && (
          <Section title={t.import} note={t.importLead}>
            <form class="form" method="post" action={link('/criteria/import')} enctype="multipart/form-data">
              <SelectField
                name="ecosystem"
                id="f-import-ecosystem"
                label={t.where}
                choices={places}
                language={language}
              />
              <FileField
                name="file"
                label={t.file}
                error={errors.find((e) => e.name === 'file')?.text}
                accept=".json,application/json"
                language={language}
              />
              <button class="btn" type="submit">
                {t.take}
              </button>
            </form>
          </Section>
        )}
      </>
    ),
  }
}

const post = async (request: PageRequest): Promise<PageAnswer> => {
  const places = await placesFor(request)
  const before = { ecosystem: places[0]?.value ?? '', from: shippedKeys[0], 'name.fi': '' }
  return takeForm(
    request,
    { kind: newTemplate, subject: 'new', before },
    async (sent) => {
      const from = shippedKeys.find((k) => k === sent.text('from')) ?? null
      const input = { ecosystem: sent.text('ecosystem') || null, name: { fi: sent.text('name.fi') }, from }
      const { id } = await request.perform(addTemplate, input, sent.draft)
      return `/criteria/${id}`
    },
    (errors) => listPage(request, errors),
  )
}

async function readAll(content: Readable): Promise<string> {
  const chunks: Buffer[] = []
  for await (const chunk of content) chunks.push(Buffer.from(chunk))
  return Buffer.concat(chunks).toString('utf8')
}

function parsed(content: string): unknown {
  try {
    return JSON.parse(content)
  } catch {
    return undefined
  }
}

async function take(request: PageRequest): Promise<PageAnswer> {
  const form = await request.form(fileLimit)
  const [file] = form.files
  const template = file && parsed(await readAll(request.open(file.hash)))
  if (template === undefined)
    return listPage(request, [{ name: 'file', text: notJson.text[request.language] }])
  try {
    const { id } = await request.perform(importTemplate, {
      ecosystem: form.get('ecosystem') || null,
      template,
    })
    return { as: 'redirect', to: request.link(`/criteria/${id}`) }
  } catch (error) {
    return listPage(
      request,
      formErrors(error, request.language).map((e) => ({ ...e, name: 'file' })),
    )
  }
}

export const listPages: readonly Page[] = [
  { method: 'GET', path: '/criteria', run: (request) => listPage(request) },
  { method: 'POST', path: '/criteria', run: post },
  { method: 'POST', path: '/criteria/import', run: take },
]
