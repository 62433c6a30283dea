import type { Page, PageAnswer, PageRequest } from '../../kernel/page.ts'
import { formErrors } from '../../kernel/refusal.ts'
import { isAmong } from '../../kernel/rule.ts'
import { sheetStream, sheetTypes } from '../../kernel/spreadsheet.ts'
import { ErrorSummary, type FieldError, PageHead, Section } from '../../ui/index.ts'
import { dropCandidate } from './candidate-actions.ts'
import { templateColumns } from './candidate-sheet.ts'
import { CandidatesTable } from './candidates-table.tsx'
import { foundProjects, mostTaken } from './from-projects.ts'
import { fromProjects } from './from-projects-view.tsx'
import { prepareText } from './prepare-text.ts'
import { readSelection } from './reading.ts'
import type { Room } from './room.ts'
import { keepers } from './rules.ts'
import { framed, said } from './selection-frame.tsx'
import { readSheet, takeInSheet } from './sheet-actions.ts'
import { Checked, type CheckedSheet, FromSheet } from './sheet-view.tsx'
import { takeInCall, takeInProjects } from './take-in-actions.ts'
import { text } from './text.ts'

type Told = { errors?: readonly FieldError[]; checked?: CheckedSheet }

async function page(request: PageRequest, { errors = [], checked }: Told = {}): Promise<PageAnswer> {
  const { language, actor, params } = request
  const t = prepareText[language]
  const room = await request.perform(readSelection, { selection: params.id })
  const isPlanned = room.state === 'preparing' || room.state === 'called'
  const takesIn = isPlanned && isAmong(keepers, actor, room.ecosystem.id)
  return framed(
    request,
    t.from,
    <>
      <PageHead title={t.from} over={said(room.name, language)} />
      <ErrorSummary errors={errors} language={language} />
      {takesIn && (
        <>
          {checked && <Checked {...checked} room={room} request={request} />}
          {room.call && <FromCall room={room} request={request} />}
          {await fromProjects(room, request)}
          <FromSheet room={room} request={request} />
        </>
      )}
      <Known room={room} takesIn={takesIn} request={request} />
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

function Known({ room, takesIn, request }: Props & { takesIn: boolean }) {
  const { language, link } = request
  const { drop } = prepareText[language]
  return (
    <Section title={text[language].candidates}>
      <CandidatesTable
        room={room}
        request={request}
        more={[
          {
            label: drop,
            quiet: true,
            cell: (c) =>
              takesIn &&
              !room.aside.includes(c.id) && (
                <form method="post" action={link(`/selections/${room.id}/candidates/remove`)}>
                  <input type="hidden" name="candidate" value={c.id} />
                  <button class="btn small" type="submit" aria-label={`${drop} ${c.code}`}>
                    {drop}
                  </button>
                </form>
              ),
          },
        ]}
      />
    </Section>
  )
}

/** Ids of every project that a search finds. */
async function allFound(request: PageRequest, typed: string): Promise<string[]> {
  const found = await foundProjects(request, typed)
  return found && found.total <= mostTaken ? found.items.map((p) => p.id) : []
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
    if (dropped) {
      const read = await request.perform(readSheet, asked)
      return page(request, { checked: { sheet: read, hash: of.hash, name: of.name } })
    }
    const { added, left } = await request.perform(takeInSheet, asked)
    if (left.faults.length === 0) return { as: 'redirect', to: request.link(`/selections/${id}`) }
    return page(request, { checked: { sheet: left, hash: of.hash, name: of.name, added } })
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
  // Rows that were taken in since are no longer to be corrected.
  const rows = new Set((form.get('rows') ?? '').split(',').map(Number))
  const cells = wrongRows.filter(({ row }) => rows.has(row)).map((r) => r.cells)
  return xlsx(`${prepareText[request.language].corrections}.xlsx`, names, cells)
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
