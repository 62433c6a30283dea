import { Readable } from 'node:stream'
import type { Page, PageAnswer, PageRequest } from '../../kernel/page.ts'
import { formErrors } from '../../kernel/refusal.ts'
import { shareLevels } from '../../kernel/share.ts'
import { csvBytes } from '../../kernel/spreadsheet.ts'
import { formatInstant } from '../../kernel/time.ts'
import {
  ChoicesField,
  Empty,
  ErrorSummary,
  type FieldError,
  FileField,
  PageHead,
  Section,
  SelectField,
  Table,
} from '../../ui/index.ts'
import { applyFile, getFile, listFiles, receiveFile, undoFile } from './file-actions.ts'
import { fileLimits } from './file-rules.ts'
import { fileComplaint, fileText } from './file-text.ts'
import { FileView } from './file-view.tsx'
import { tieText } from './tie-text.ts'
import { nameIn } from './tie-words.ts'

const path = '/network/import'

async function dropPage(request: PageRequest, errors: readonly FieldError[] = []): Promise<PageAnswer> {
  const { language, link } = request
  const { items, ecosystems } = await request.perform(listFiles, {})
  const t = fileText[language]
  const wrong = (name: string) => errors.find((e) => e.name === name)?.text
  return {
    as: 'page',
    sheet: 'network',
    title: t.title,
    nav: 'organisations',
    robots: 'noindex',
    ...(errors.length > 0 && { status: 422 }),
    crumbs: [{ text: t.home, href: link('/organisations') }, { text: t.title }],
    body: (
      <>
        <PageHead title={t.title} lead={t.lead} />
        <ErrorSummary errors={errors} language={language} />
        <form method="post" action={link(path)} enctype="multipart/form-data">
          <FileField
            name="file"
            label={t.file}
            help={t.fileHelp}
            accept=".csv,.tsv,.txt,.gexf,.graphml,.xml"
            error={wrong('file')}
            language={language}
          />
          <SelectField
            name="ecosystem"
            label={t.ecosystem}
            choices={ecosystems.map((e) => ({ value: e.id, label: nameIn(e.short ?? e.name, language) }))}
            error={wrong('ecosystem')}
            language={language}
          />
          <ChoicesField
            kind="radio"
            name="share"
            label={t.share}
            choices={shareLevels.map((level) => ({ value: level, label: tieText[language].shares[level] }))}
            values={['agreement']}
            language={language}
          />
          <div class="actions">
            <button class="btn main" type="submit">
              {t.send}
            </button>
          </div>
        </form>
        <Section title={t.listTitle}>
          {items.length === 0 ? (
            <Empty title={t.none}>{t.noneNext}</Empty>
          ) : (
            <Table
              caption={t.listTitle}
              language={language}
              cards
              rows={items}
              columns={[
                {
                  label: t.name,
                  heading: true,
                  phone: 'wide',
                  cell: (f) => <a href={link(`${path}/${f.id}`)}>{f.file_name}</a>,
                },
                { label: t.ties, numeric: true, phone: 'labelled', cell: (f) => f.rows },
                { label: t.when, phone: 'labelled', cell: (f) => formatInstant(f.at, language) },
                { label: t.state, cell: (f) => t.states[f.state] },
              ]}
            />
          )}
        </Section>
      </>
    ),
  }
}

async function drop(request: PageRequest): Promise<PageAnswer> {
  const { language } = request
  const form = await request.form(fileLimits.bytes)
  const file = form.files.find((f) => f.field === 'file')
  if (!file) return dropPage(request, [{ name: 'file', text: fileComplaint('noFile').text[language] }])
  const ecosystem = form.get('ecosystem')
  if (!ecosystem)
    return dropPage(request, [{ name: 'ecosystem', text: fileComplaint('noPlace').text[language] }])
  try {
    const said = { hash: file.hash, name: file.name, ecosystem, share: form.get('share') }
    const { id } = await request.perform(receiveFile, said)
    return { as: 'redirect', to: request.link(`${path}/${id}`) }
  } catch (error) {
    return dropPage(request, formErrors(error, language))
  }
}

async function filePage(request: PageRequest): Promise<PageAnswer> {
  const { language, link } = request
  const found = await request.perform(getFile, { id: request.params.id })
  const t = fileText[language]
  return {
    as: 'page',
    sheet: 'network',
    title: found.file.file_name,
    nav: 'organisations',
    robots: 'noindex',
    crumbs: [
      { text: t.home, href: link('/organisations') },
      { text: t.title, href: link(path) },
      { text: found.file.file_name },
    ],
    body: <FileView {...found} at={link(`${path}/${found.file.id}`)} language={language} />,
  }
}

/** The rows that cannot be read, as they stood, with what to mend: the same sheet is dropped again. */
async function rejects(request: PageRequest): Promise<PageAnswer> {
  const { language } = request
  const { file, rows } = await request.perform(getFile, { id: request.params.id })
  const t = fileText[language]
  const wrong = rows.filter((row) => row.problem)
  // The known columns stand first in the order in which a sheet without headings is read.
  const columns = [t.from, t.to, 'kind', 'since', 'until', 'strength', 'note', t.what].map((header) => ({
    header,
    kind: 'text' as const,
  }))
  const cells = wrong.map((row) => [
    row.from_name,
    row.to_name,
    ...(row.kind === null ? [row.cells[2] ?? ''] : [row.kind]),
    row.starts_on ?? '',
    row.ends_on ?? '',
    String(row.strength),
    row.note ?? '',
    t.problems[row.problem!],
  ])
  const delimiter = language === 'en' ? ',' : ';'
  return {
    as: 'file',
    name: `${file.file_name.replace(/\.\w+$/, '')}-${t.what.toLowerCase().replaceAll(' ', '-')}.csv`,
    type: 'text/csv; charset=utf-8',
    content: Readable.from(csvBytes(columns, cells, { delimiter })),
  }
}

export const importPages: readonly Page[] = [
  { method: 'GET', path, run: (request) => dropPage(request) },
  { method: 'POST', path, run: drop },
  { method: 'GET', path: `${path}/{id}`, run: filePage },
  { method: 'GET', path: `${path}/{id}/rejects.csv`, run: rejects },
  {
    method: 'POST',
    path: `${path}/{id}/apply`,
    run: async (request) => {
      await request.perform(applyFile, { id: request.params.id })
      return { as: 'redirect', to: request.link(`${path}/${request.params.id}`) }
    },
  },
  {
    method: 'POST',
    path: `${path}/{id}/undo`,
    run: async (request) => {
      await request.perform(undoFile, { id: request.params.id })
      return { as: 'redirect', to: request.link(`${path}/${request.params.id}`) }
    },
  },
]
