import type { PageAnswer, PageRequest } from '../../kernel/page.ts'
import { formatInstant } from '../../kernel/time.ts'
import { type Column, Empty, Facts, PageHead, Section, Table, Tag } from '../../ui/index.ts'
import { type EcosystemFigures, processFigures, type ShownNote } from './actions.ts'
import { figureText } from './figure-text.ts'
import { Practice, practiceIn, withPractice } from './overview-page.tsx'
import { type Cell, definitionOf, type FigureId, leastApplications } from './rules.ts'
import { behindOf, nameIn, pathOf, saidOf } from './saying.ts'
import { text } from './text.ts'

/** One figure over ecosystems: what it is, each one's, and what people say of it. */
export async function figurePage(request: PageRequest, figure: FigureId): Promise<PageAnswer> {
  const { language, link } = request
  const t = text[language]
  const said = figureText[language][figure]
  const found = await request.perform(processFigures, { exercise: practiceIn(request) })
  const notes = found.notes.filter((n) => n.figure === figure)
  const names = new Map(found.ecosystems.map((e) => [e.id, nameIn(e.short ?? e.name, language)]))
  return {
    as: 'page',
    sheet: 'statistics',
    title: said.name,
    nav: 'sources',
    crumbs: [
      { text: t.benchmarks, href: link('/benchmarks') },
      { text: t.title, href: withPractice(request, '/benchmarks/process') },
      { text: said.name },
    ],
    body: (
      <>
        <PageHead over={t.title} title={said.name} lead={said.what} />
        <Practice of={found} request={request} />
        {found.ecosystems.length === 0 ? (
          <Empty title={t.none}>{t.noneNext}</Empty>
        ) : (
          <Comparison figure={figure} ecosystems={found.ecosystems} request={request} />
        )}
        <DefinitionFacts figure={figure} request={request} />
        <p class="note">{t.method}</p>
        <Section title={t.notes} id="notes">
          <p>{t.notesLead}</p>
          <Notes notes={notes} names={names} request={request} />
          {found.ecosystems
            .filter((e) => e.own)
            .slice(0, 3)
            .map((e) => (
              <p>
                <a class="btn" href={`${withPractice(request, pathOf(figure, e.key))}#notes`}>
                  {t.addNoteHere}: {nameIn(e.short ?? e.name, language)}
                </a>
              </p>
            ))}
        </Section>
      </>
    ),
  }
}

export function DefinitionFacts({
  figure,
  request: { language },
}: {
  figure: FigureId
  request: PageRequest
}) {
  const t = text[language]
  const said = figureText[language][figure]
  return (
    <Section title={t.definition} id="definition">
      <Facts
        language={language}
        items={[
          { label: t.definition, value: said.what },
          { label: t.counts, value: said.counts },
          { label: t.not, value: said.not },
        ]}
      />
    </Section>
  )
}

type ComparisonProps = { figure: FigureId; ecosystems: readonly EcosystemFigures[]; request: PageRequest }

function Comparison({ figure, ecosystems, request }: ComparisonProps) {
  const { language } = request
  const t = text[language]
  const definition = definitionOf(figure)
  const isDays = definition.of === 'days'
  const cell = (e: EcosystemFigures): Cell => e.cells[figure]
  const far = Math.max(1, ...ecosystems.map((e) => thirdOf(cell(e))))
  const near = Math.min(0, ...ecosystems.map((e) => firstOf(cell(e))))
  const columns: Column<EcosystemFigures>[] = [
    {
      label: t.ecosystem,
      heading: true,
      phone: 'wide',
      cell: (e) => (e.own ? <b>{nameIn(e.name, language)}</b> : nameIn(e.name, language)),
    },
    {
      label: isDays ? t.median : t.value,
      numeric: true,
      phone: 'labelled',
      cell: (e) =>
        e.own ? (
          <a href={withPractice(request, pathOf(figure, e.key))}>{saidOf(cell(e), language)}</a>
        ) : (
          saidOf(cell(e), language)
        ),
    },
    {
      label: isDays ? `${t.quartiles}, ${t.days}` : t.of('∑', '∑'),
      numeric: true,
      phone: 'labelled',
      cell: (e) => behindOf(cell(e), language),
    },
    ...(isDays
      ? [
          {
            label: t.spread,
            quiet: true,
            phone: 'line' as const,
            class: 'bar-cell',
            cell: (e: EcosystemFigures) => <Middle cell={cell(e)} near={near} far={far} />,
          },
        ]
      : []),
    {
      label: t.counted[isDays ? definition.per : 'application'],
      numeric: true,
      phone: 'labelled',
      cell: (e) => <Counted cell={cell(e)} own={e.own} request={request} />,
    },
  ]
  return (
    <>
      <Table
        caption={figureText[language][figure].name}
        columns={columns}
        rows={ecosystems}
        cards
        language={language}
      />
      {ecosystems.some((e) => cell(e).is === 'few') && <p class="note">{t.fewLead(leastApplications)}</p>}
    </>
  )
}

const firstOf = (cell: Cell): number => (cell.is === 'days' ? cell.first : 0)
const thirdOf = (cell: Cell): number => (cell.is === 'days' ? cell.third : 0)

/** The middle half as a strip from nought, and the median on it; its numbers stand beside it. */
function Middle({ cell, near, far }: { cell: Cell; near: number; far: number }) {
  if (cell.is !== 'days') return null
  const at = (days: number) => ((days - near) / (far - near)) * 100
  const width = Math.max(0.8, at(cell.third) - at(cell.first))
  return (
    <svg class="bar process-middle" viewBox="0 0 100 12" preserveAspectRatio="none" aria-hidden="true">
      <rect class="process-ground" x="0" y="5.5" width="100" height="1" />
      <rect class="process-half" x={at(cell.first)} y="2" width={width} height="8" />
      <rect class="process-median" x={Math.max(0, at(cell.median) - 0.6)} y="0" width="1.2" height="12" />
    </svg>
  )
}

/** How many were counted; to those who handle them, how many wait and how many were left out. */
function Counted({ cell, own, request: { language } }: { cell: Cell; own: boolean; request: PageRequest }) {
  const t = text[language]
  if (cell.is === 'none' || cell.is === 'few') return null
  return (
    <>
      {cell.counted}
      {own && cell.waiting > 0 && <span class="sub">{t.waiting(cell.waiting)}</span>}
      {own && cell.reversed > 0 && <span class="sub">{t.reversed(cell.reversed)}</span>}
    </>
  )
}

type NotesProps = { notes: readonly ShownNote[]; names: ReadonlyMap<string, string>; request: PageRequest }

export function Notes({ notes, names, request: { language, link } }: NotesProps) {
  const t = text[language]
  if (notes.length === 0) return <p class="quiet">{t.noNotes}</p>
  return (
    <ul class="bench-notes">
      {notes.map((note) => (
        <li>
          <p>
            <Tag tone={note.kind === 'lesson' ? 'ok' : 'plain'}>{t.noteKinds[note.kind]}</Tag> {note.words}
          </p>
          <p class="note">
            {[names.get(note.ecosystem), note.by, formatInstant(note.at, language)]
              .filter(Boolean)
              .join(', ')}
            {note.address && (
              <>
                {' · '}
                <a href={link(note.address)}>{t.ledTo}</a>
              </>
            )}
          </p>
          {note.own && (
            <form method="post" action={link(`/benchmarks/process/notes/${note.id}/remove`)}>
              <input type="hidden" name="figure" value={note.figure} />
              <button class="btn small" type="submit">
                {t.remove}
              </button>
            </form>
          )}
        </li>
      ))}
    </ul>
  )
}
