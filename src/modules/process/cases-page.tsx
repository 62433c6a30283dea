import type { PageAnswer, PageRequest } from '../../kernel/page.ts'
import { formatDecimal, type Language } from '../../kernel/text.ts'
import { formatDay } from '../../kernel/time.ts'
import {
  type Column,
  Empty,
  ErrorSummary,
  type FieldError,
  Menu,
  PageHead,
  Section,
  sheetChoices,
  Table,
} from '../../ui/index.ts'
import { type ListedCase, type ProcessList, processList } from './actions.ts'
import { DefinitionFacts } from './figure-page.tsx'
import { figureText } from './figure-text.ts'
import { NoteForm, sendNote } from './note-form.tsx'
import { Practice, practiceIn, withPractice } from './overview-page.tsx'
import { definitionOf, type FigureId } from './rules.ts'
import { behindOf, dayNumber, nameIn, pathOf, saidOf } from './saying.ts'
import { text } from './text.ts'

/** What one figure of one ecosystem was counted from, for those who handle its applications. */
export async function casesPage(
  request: PageRequest,
  figure: FigureId,
  ecosystem: string,
  errors: readonly FieldError[] = [],
): Promise<PageAnswer> {
  const { language, link } = request
  const t = text[language]
  const said = figureText[language][figure]
  const list = await request.perform(processList, { figure, ecosystem, exercise: practiceIn(request) })
  const name = nameIn(list.ecosystem.name, language)
  const about = { figure, ecosystem: list.ecosystem }
  const { cell } = list
  const more =
    cell.is === 'none' || cell.is === 'few'
      ? []
      : [
          behindOf(cell, language),
          ...(cell.waiting > 0 ? [t.waiting(cell.waiting)] : []),
          ...(cell.reversed > 0 ? [t.reversed(cell.reversed)] : []),
        ]
  return {
    as: 'page',
    sheet: 'statistics',
    title: `${said.name}: ${name}`,
    nav: 'sources',
    ...(errors.length > 0 && { status: 422 as const }),
    crumbs: [
      { text: t.benchmarks, href: link('/benchmarks') },
      { text: t.title, href: withPractice(request, '/benchmarks/process') },
      { text: said.name, href: withPractice(request, pathOf(figure)) },
      { text: name },
    ],
    body: (
      <>
        <PageHead
          over={name}
          title={said.name}
          lead={[saidOf(cell, language), ...more].filter(Boolean).join(' · ')}
          actions={
            <Menu
              label={t.export}
              groups={[
                sheetChoices((format) =>
                  withPractice(request, `${pathOf(figure, list.ecosystem.key)}/export.${format}`),
                ),
              ]}
            />
          }
        />
        <ErrorSummary errors={errors} language={language} />
        <Practice of={list} request={request} />
        <Section title={isOfCalls(figure) ? t.listOfCalls : t.list} id="list">
          {list.items.length === 0 ? (
            <Empty title={t.noCases} />
          ) : (
            <Cases figure={figure} list={list} request={request} />
          )}
          {list.unseen > 0 && <p class="note">{t.unseen(list.unseen)}</p>}
        </Section>
        <DefinitionFacts figure={figure} request={request} />
        <Section title={t.addNoteHere} id="notes">
          <NoteForm
            {...about}
            request={request}
            errors={errors}
            draft={await sendNote.draft(request, about)}
          />
        </Section>
      </>
    ),
  }
}

export const isOfCalls = (figure: FigureId): boolean => {
  const d = definitionOf(figure)
  return d.of === 'days' && d.per === 'call'
}

/** The first and the last day of a case, or what was divided by what. */
export function endsOf(figure: FigureId, { milestones }: ListedCase) {
  const d = definitionOf(figure)
  return d.of === 'days' ? { from: milestones[d.from], to: milestones[d.to] } : { from: null, to: null }
}

export function caseText(figure: FigureId, item: ListedCase, language: Language): string {
  const d = definitionOf(figure)
  if (item.days !== null) return text[language].dayCount(dayNumber(item.days, language))
  if (item.top === null || item.bottom === null) return ''
  const said = (value: string) =>
    d.of === 'euros'
      ? text[language].euros(formatDecimal(Number(value) / 100, language, 0))
      : formatDecimal(Number(value), language, 0)
  return text[language].of(said(item.top), said(item.bottom))
}

type CasesProps = { figure: FigureId; list: ProcessList; request: PageRequest }

function Cases({ figure, list, request: { language, link } }: CasesProps) {
  const t = text[language]
  const isDays = definitionOf(figure).of === 'days'
  const day = (of: string | null) => (of ? formatDay(of, language) : '')
  const columns: Column<ListedCase>[] = [
    {
      label: isOfCalls(figure) ? t.call : t.application,
      heading: true,
      phone: 'wide',
      cell: (item) =>
        item.application ? (
          <>
            <a href={link(`/applications/${item.application.id}`)}>{item.application.title}</a>
            <span class="sub">
              {item.code}/{item.application.number}
            </span>
          </>
        ) : (
          <a href={link(`/calls/${item.code}`)}>{nameIn(item.callTitle, language)}</a>
        ),
    },
    ...(isDays
      ? [
          { label: t.from, phone: 'labelled' as const, cell: (i: ListedCase) => day(endsOf(figure, i).from) },
          { label: t.to, phone: 'labelled' as const, cell: (i: ListedCase) => day(endsOf(figure, i).to) },
        ]
      : []),
    {
      label: isDays ? t.length : t.value,
      numeric: true,
      phone: 'labelled',
      cell: (item) => caseText(figure, item, language),
    },
    {
      label: t.counting,
      phone: 'labelled',
      cell: (item) => <span class={item.is === 'counted' ? undefined : 'quiet'}>{t.is[item.is]}</span>,
    },
  ]
  return <Table caption={t.list} columns={columns} rows={list.items} cards language={language} />
}
