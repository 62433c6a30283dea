import type { Page, PageAnswer, PageRequest } from '../../kernel/page.ts'
import { formErrors } from '../../kernel/refusal.ts'
import { sheetStream, sheetTypes } from '../../kernel/spreadsheet.ts'
import {
  Alert,
  Empty,
  ErrorSummary,
  type FieldError,
  FileField,
  PageHead,
  Section,
  Table,
} from '../../ui/index.ts'
import { listProjects } from '../projects/index.ts'
import { dropCandidate } from './candidate-actions.ts'
import { templateColumns } from './candidate-sheet.ts'
import { prepareText } from './prepare-text.ts'
import { projectSearchOf } from './project-search.ts'
import { readSelection } from './reading.ts'
import type { Room } from './room.ts'
import { euros, framed, said } from './selection-frame.tsx'
import { type ReadSheet, readSheet, takeInSheet } from './sheet-actions.ts'
import { takeInCall, takeInProjects } from './take-in-actions.ts'
import { text } from './text.ts'

/** Projects that a search shows at most, and that are taken in at once. */
const mostShown = 50
const mostTaken = 500

type Checked = { sheet: ReadSheet; hash: string; name: string }
type Told = { errors?: readonly FieldError[]; checked?: Checked }

async function page(request: PageRequest, { errors = [], checked }: Told = {}): Promise<PageAnswer> {
  const { language, params } = request
  const t = prepareText[language]
  const room = await request.perform(readSelection, { selection: params.id })
  return framed(
    request,
    t.from,
    <>
      <PageHead title={t.from} over={said(room.name, language)} />
      <ErrorSummary errors={errors} language={language} />
      {checked && <Checked {...checked} room={room} request={request} />}
      {room.call && <FromCall room={room} request={request} />}
      {await fromProjects(room, request)}
      <FromSheet room={room} request={request} />
      <Known room={room} request={request} />
    </>,
    { meeting: room, bad: errors.length > 0 },
  )
}

type Props = { room: Room; request: PageRequest }

function FromCall({ room, request: { language, link } }: Props) {
  const t = prepareText[language]
  return (
    <Section title={t.fromCall}>
      <p>{room.call && t.fromCallHelp(said(room.call.name, language))}</p>
      <form method="post" action={link(`/selections/${room.id}/candidates/call`)}>
        <button class="btn" type="submit">
          {t.takeCall}
        </button>
      </form>
    </Section>
  )
}

async function fromProjects(room: Room, request: PageRequest) {
  const { language, link, url } = request
  const t = prepareText[language]
  const q = url.searchParams.get('q')?.trim() ?? ''
  const path = link(`/selections/${room.id}/candidates`)
  const search = projectSearchOf(q)
  const found = search && (await request.perform(listProjects, { ...search, limit: mostShown }))
  return (
    <Section title={t.fromProjects}>
      <form method="get" action={path} class="inline" role="search">
        <label>
          {t.search} <input type="search" name="q" value={q} />
        </label>{' '}
        <button class="btn" type="submit">
          {t.show}
        </button>
      </form>
      {!found && (
        <p class="quiet">
          {t.fromProjectsHelp} <a href={link('/projects')}>{t.toList}</a>
        </p>
      )}
      {found?.items.length === 0 && <Empty title={t.nothingFound} />}
      {found && found.items.length > 0 && (
        <form method="post" action={`${path}/projects`}>
          <p class="note">{t.foundOf(found.items.length, found.total)}</p>
          <Table
            caption={t.fromProjects}
            language={language}
            cards
            density="tight"
            rows={found.items}
            columns={[
              {
                label: text[language].project,
                heading: true,
                phone: 'wide',
                cell: (p) => (
                  <label class="ck">
                    <input type="checkbox" name="project" value={p.id} />
                    <span>
                      {p.name} <span class="sub">{p.lead?.name}</span>
                    </span>
                  </label>
                ),
              },
              { label: text[language].code, class: 'num', cell: (p) => p.code },
              {
                label: t.figures.granted,
                unit: '€',
                numeric: true,
                phone: 'labelled',
                cell: (p) => (p.amounts.granted ? euros(p.amounts.granted, language) : ''),
              },
            ]}
          />
          {room.settings.budgets.map((b, i) => (
            <p>
              <label>
                {t.figure(said(b.name, language))}{' '}
                <select name={`money-${b.id}`}>
                  {(['granted', 'otherPublic', 'public', 'total'] as const).map((f, place) => (
                    <option value={f} selected={place === i}>
                      {t.figures[f]}
                    </option>
                  ))}
                </select>
              </label>
            </p>
          ))}
          <input type="hidden" name="q" value={q} />
          <button class="btn" type="submit">
            {t.takeProjects}
          </button>{' '}
          {found.total <= mostTaken ? (
            <button class="btn" type="submit" name="all" value="1">
              {t.takeAll(found.total)}
            </button>
          ) : (
            <span class="note">{t.tooMany(mostTaken)}</span>
          )}
        </form>
      )}
    </Section>
  )
}

function FromSheet({ room, request: { language, link } }: Props) {
  const t = prepareText[language]
  const path = link(`/selections/${room.id}/candidates`)
  return (
    <Section title={t.fromSheet}>
      <p>{t.fromSheetHelp}</p>
      <p>
        <a href={`${path}/template.xlsx`} download>
          {t.template}
        </a>
      </p>
      <form method="post" action={`${path}/sheet`} encType="multipart/form-data">
        <FileField name="file" label={t.file} accept=".xlsx,.csv" language={language} />
        <button class="btn" type="submit">
          {t.preview}
        </button>
      </form>
    </Section>
  )
}

/** What a dropped sheet would bring, and what of it is to be corrected, cell by cell. */
function Checked({ sheet, hash, name, room, request: { language, link } }: Checked & Props) {
  const t = prepareText[language]
  const path = link(`/selections/${room.id}/candidates/sheet`)
  const { candidates, faults } = sheet
  const Again = () => (
    <>
      <input type="hidden" name="hash" value={hash} />
      <input type="hidden" name="name" value={name} />
    </>
  )
  return (
    <Section title={name}>
      <Alert
        tone={faults.length > 0 ? 'warm' : 'ok'}
        title={t.sheetRead(candidates.length, new Set(faults.map((f) => f.row)).size)}
      />
      {faults.length > 0 && (
        <>
          <Table
            caption={t.wrong}
            language={language}
            cards
            density="tight"
            rows={faults}
            columns={[
              { label: t.row, numeric: true, cell: (f) => f.row },
              { label: t.column, heading: true, cell: (f) => f.column },
              { label: t.cell, cell: (f) => f.cell },
              { label: t.wrong, cell: (f) => t.sheetFaults[f.what] },
            ]}
          />
          <form method="post" action={`${path}/corrections.xlsx`} class="inline">
            <Again />
            <button class="btn" type="submit">
              {t.corrections}
            </button>
          </form>
        </>
      )}
      {candidates.length > 0 && (
        <form method="post" action={path}>
          <Again />
          <button class="btn main" type="submit">
            {t.takeSheet(candidates.length)}
          </button>
        </form>
      )}
    </Section>
  )
}

function Known({ room, request: { language, link } }: Props) {
  const [t, p] = [text[language], prepareText[language]]
  return (
    <Section title={t.candidates}>
      {room.candidates.length === 0 ? (
        <Empty title={t.noCandidates} />
      ) : (
        <Table
          caption={t.candidates}
          language={language}
          cards
          density="tight"
          rows={room.candidates}
          columns={[
            { label: t.code, class: 'num', cell: (c) => c.code },
            {
              label: t.project,
              heading: true,
              phone: 'wide',
              cell: (c) => (
                <a href={link(`/selections/${room.id}/candidates/${encodeURIComponent(c.code)}`)}>
                  {said(c.title, language)}
                </a>
              ),
            },
            {
              label: p.drop,
              quiet: true,
              cell: (c) =>
                !room.aside.includes(c.id) && (
                  <form method="post" action={link(`/selections/${room.id}/candidates/remove`)}>
                    <input type="hidden" name="candidate" value={c.id} />
                    <button class="btn small" type="submit" aria-label={`${p.drop} ${c.code}`}>
                      {p.drop}
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

/** Ids of every project that a search finds, page by page of the list. */
async function allFound(request: PageRequest, typed: string): Promise<string[]> {
  const search = projectSearchOf(typed)
  if (!search) return []
  const ids: string[] = []
  for (let total = 1; ids.length < total && ids.length < mostTaken; ) {
    const page = await request.perform(listProjects, { ...search, limit: mostShown, offset: ids.length })
    if (page.items.length === 0) break
    ids.push(...page.items.map((p) => p.id))
    total = page.total
  }
  return ids
}

/** Does it and comes back to the page of candidates; what is refused is said there. */
const deed = (name: string, run: (request: PageRequest, selection: string) => Promise<unknown>): Page => ({
  method: 'POST',
  path: `/selections/{id}/candidates/${name}`,
  run: async (request) => {
    const { id = '' } = request.params
    try {
      await run(request, id)
    } catch (error) {
      return page(request, { errors: formErrors(error, request.language) })
    }
    return { as: 'redirect', to: request.link(`/selections/${id}/candidates`) }
  },
})

/** A new file is checked; one that was checked, and comes back by its hash, is taken in. */
async function sheet(request: PageRequest): Promise<PageAnswer> {
  const { id = '' } = request.params
  const form = await request.form(20_000_000)
  const dropped = form.files.find((f) => f.field === 'file')
  const of = dropped ?? { hash: form.get('hash') ?? '', name: form.get('name') ?? '' }
  const asked = { selection: id, hash: of.hash, name: of.name }
  try {
    if (!dropped && form.get('hash')) await request.perform(takeInSheet, asked)
    const read = await request.perform(readSheet, asked)
    if (!dropped && read.faults.every((f) => f.what === 'same-code'))
      return { as: 'redirect', to: request.link(`/selections/${id}`) }
    return page(request, { checked: { sheet: read, hash: of.hash, name: of.name } })
  } catch (error) {
    return page(request, { errors: formErrors(error, request.language) })
  }
}

const xlsx = (
  name: string,
  columns: readonly string[],
  rows: readonly (readonly string[])[],
): PageAnswer => ({
  as: 'file',
  name,
  type: sheetTypes.xlsx,
  content: sheetStream(
    'xlsx',
    columns.map((header) => ({ header, kind: 'text' })),
    rows,
  ),
})

async function corrections(request: PageRequest): Promise<PageAnswer> {
  const form = await request.form()
  const asked = { selection: request.params.id, hash: form.get('hash'), name: form.get('name') }
  const { names, wrongRows } = await request.perform(readSheet, asked)
  return xlsx(`${prepareText[request.language].corrections}.xlsx`, names, wrongRows)
}

async function template(request: PageRequest): Promise<PageAnswer> {
  const room = await request.perform(readSelection, { selection: request.params.id })
  return xlsx('talkoot.xlsx', templateColumns(room.settings), [])
}

export const candidatePages: readonly Page[] = [
  { method: 'GET', path: '/selections/{id}/candidates', run: (request) => page(request) },
  { method: 'GET', path: '/selections/{id}/candidates/template.xlsx', run: template },
  { method: 'POST', path: '/selections/{id}/candidates/sheet', run: sheet },
  { method: 'POST', path: '/selections/{id}/candidates/sheet/corrections.xlsx', run: corrections },
  deed('call', ({ perform }, selection) => perform(takeInCall, { selection })),
  deed('projects', async (request, selection) => {
    const form = await request.form()
    const chosen = form.get('all') ? await allFound(request, form.get('q') ?? '') : form.all('project')
    const projects = chosen.map((project) => ({ project }))
    const money = Object.entries(form.values).flatMap(([field, figure]) =>
      field.startsWith('money-') ? [[field.slice('money-'.length), figure]] : [],
    )
    return request.perform(takeInProjects, { selection, projects, money: Object.fromEntries(money) })
  }),
  deed('remove', async (request) => {
    const candidate = (await request.form()).get('candidate')
    return request.perform(dropCandidate, { candidate })
  }),
]
