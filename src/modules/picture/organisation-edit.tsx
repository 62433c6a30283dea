import { z } from 'zod'
import { command } from '../../kernel/action.ts'
import type { DraftKind } from '../../kernel/draft.ts'
import type { Page, PageAnswer, PageRequest } from '../../kernel/page.ts'
import type { Language } from '../../kernel/text.ts'
import { formatInstant } from '../../kernel/time.ts'
import { ErrorSummary, type FieldError, PageHead, Section, Table, TextField } from '../../ui/index.ts'
import { type Before, DraftForm, draftFor, takeForm } from '../drafts/index.ts'
import {
  organisationEdit,
  statedOrganisation,
  stateOrganisation,
  undoStatement,
} from '../organisations/index.ts'
import { by } from '../people/index.ts'
import { organisationEditText as text } from './organisation-edit-text.ts'
import { organisationText } from './organisation-text.ts'

const path = (id: string) => `/organisations/${id}/edit`
const labels = (language: Language) => {
  const { name, nameSv, nameEn, place, website } = text[language]
  return { name, name_sv: nameSv, name_en: nameEn, place, website }
}

export const organisationDraft: DraftKind = {
  kind: 'organisation.edit',
  changes: true,
  shared: true,
  title: { fi: text.fi.title, sv: text.sv.title, en: text.en.title },
  path,
  allow: by('coordinator'),
  fields: { fi: labels('fi'), sv: labels('sv'), en: labels('en') },
}

export const editOrganisation = command({
  name: 'organisations.edit',
  summary: {
    fi: 'Ilmoita organisaation nimet, paikkakunta ja verkkosivusto',
    sv: 'Uppge en organisations namn, ort och webbplats',
    en: 'State the names, place and website of an organisation',
  },
  route: { method: 'POST', path: '/organisations/{id}/edit' },
  input: organisationEdit,
  output: z.object({ id: z.uuid(), changed: z.number() }),
  allow: by('coordinator'),
  run: stateOrganisation,
})

type Known = Awaited<ReturnType<typeof known>>
const known = (request: PageRequest) => request.perform(statedOrganisation, { id: request.params.id })

const before = ({ fields }: Known): Before => ({
  name: fields.name ?? '',
  name_sv: fields.name_sv ?? '',
  name_en: fields.name_en ?? '',
  place: fields.place ?? '',
  website: fields.website ?? '',
})

async function editPage(request: PageRequest, errors: readonly FieldError[] = []): Promise<PageAnswer> {
  const { language, link } = request
  const t = text[language]
  const of = await known(request)
  if (of.id !== request.params.id) return { as: 'redirect', to: link(path(of.id)) }
  const draft = await draftFor(request, organisationDraft, of.id, before(of))
  const name = of.fields.name ?? ''
  const field = (key: string) => ({
    name: key,
    value: draft.text(key),
    error: errors.find((e) => e.name === key)?.text,
    language,
  })
  return {
    as: 'page',
    title: `${t.title}: ${name}`,
    nav: 'organisations',
    robots: 'noindex',
    ...(errors.length > 0 && { status: 422 }),
    crumbs: [
      { text: organisationText[language].title, href: link('/organisations') },
      { text: name, href: link(`/organisations/${of.id}`) },
      { text: t.title },
    ],
    body: (
      <>
        <PageHead over={<a href={link(`/organisations/${of.id}`)}>{name}</a>} title={t.title} lead={t.lead} />
        <ErrorSummary errors={errors} language={language} />
        <DraftForm draft={draft} action={link(path(of.id))} submit={t.send} language={language}>
          <TextField {...field('name')} label={t.name} help={t.nameHelp} size="full" />
          <TextField {...field('name_sv')} label={t.nameSv} size="full" optional />
          <TextField {...field('name_en')} label={t.nameEn} size="full" optional />
          <TextField {...field('place')} label={t.place} help={t.placeHelp} optional />
          <TextField
            {...field('website')}
            label={t.website}
            help={t.websiteHelp}
            inputmode="url"
            size="full"
            optional
          />
        </DraftForm>
        <Statements of={of} request={request} />
      </>
    ),
  }
}

/** Every value typed by a person, with what it replaced; the last of a field can be taken back. */
function Statements({ of, request }: { of: Known; request: PageRequest }) {
  const { language, link } = request
  const t = text[language]
  type Row = Known['statements'][number]
  const isLast = (row: Row) => of.statements.find((s) => s.field === row.field && !s.undoneAt) === row
  return (
    <Section title={t.changes}>
      {of.statements.length === 0 ? (
        <p class="quiet">{t.none}</p>
      ) : (
        <Table<Row>
          caption={t.changes}
          cards
          rows={of.statements}
          language={language}
          columns={[
            { label: t.field, heading: true, cell: (s) => t.fields[s.field] },
            { label: t.value, cell: (s) => s.value ?? t.empty },
            { label: t.before, cell: (s) => <span class="quiet">{s.previous ?? t.empty}</span> },
            { label: t.who, cell: (s) => s.by },
            {
              label: t.when,
              class: 'when',
              cell: (s) => (
                <>
                  {formatInstant(s.at, language)}
                  {s.undoneAt && (
                    <span class="sub">{t.undone(s.undoneBy ?? '', formatInstant(s.undoneAt, language))}</span>
                  )}
                </>
              ),
            },
            {
              label: t.undo,
              cell: (s) =>
                isLast(s) && (
                  <form method="post" action={link(`/organisations/${of.id}/edit/undo`)}>
                    <input type="hidden" name="statement" value={s.id} />
                    <button class="btn" type="submit">
                      {t.undo}
                      <span class="vh"> {t.fields[s.field]}</span>
                    </button>
                  </form>
                ),
            },
          ]}
        />
      )}
    </Section>
  )
}

async function sent(request: PageRequest): Promise<PageAnswer> {
  const of = await known(request)
  const form = { kind: organisationDraft, subject: of.id, before: before(of) }
  return takeForm(
    request,
    form,
    async (sent) => {
      const fields = Object.fromEntries(Object.keys(form.before).map((name) => [name, sent.text(name)]))
      await request.perform(editOrganisation, { ...fields, id: of.id }, sent.draft)
      return `/organisations/${of.id}`
    },
    (errors) => editPage(request, errors),
  )
}

export const organisationEditPages: readonly Page[] = [
  { method: 'GET', path: '/organisations/{id}/edit', run: (request) => editPage(request) },
  { method: 'POST', path: '/organisations/{id}/edit', run: sent },
  {
    method: 'POST',
    path: '/organisations/{id}/edit/undo',
    run: async (request) => {
      const form = await request.form()
      const { organisation } = await request.perform(undoStatement, { id: form.get('statement') })
      return { as: 'redirect', to: request.link(path(organisation)) }
    },
  },
]
