import type { Page, PageAnswer, PageRequest } from '../../kernel/page.ts'
import type { SheetColumn, SheetValue } from '../../kernel/sheet.ts'
import { type SheetFormat, sheetFormats, sheetStream, sheetTypes } from '../../kernel/spreadsheet.ts'
import { ecosystemHead } from '../ecosystems/index.ts'
import { processFigures, processList, shareProcess } from './actions.ts'
import { casesPage, caseText, endsOf } from './cases-page.tsx'
import { figurePage } from './figure-page.tsx'
import { figureText } from './figure-text.ts'
import { removeProcessNote } from './note-actions.ts'
import { sendNote } from './note-form.tsx'
import { overviewPage, practiceIn } from './overview-page.tsx'
import { refuse } from './refusals.ts'
import { definitionOf, type FigureId, figureIds } from './rules.ts'
import { nameIn, numbersOf, pathOf } from './saying.ts'
import { text } from './text.ts'

function figureIn({ params }: PageRequest): FigureId {
  const found = figureIds.find((id) => id === params.figure)
  if (!found) throw refuse('noFigure')
  return found
}

/** The figure and the ecosystem of an address. */
async function aboutIn(request: PageRequest) {
  const figure = figureIn(request)
  const { id, key } = await request.perform(ecosystemHead, { key: request.params.ecosystem })
  return { figure, ecosystem: { id, key } }
}

const sheet = (
  request: PageRequest,
  name: string,
  format: SheetFormat,
  columns: readonly SheetColumn[],
  rows: readonly SheetValue[][],
): PageAnswer => ({
  as: 'file',
  name: `${name}.${format}`,
  type: sheetTypes[format],
  content: sheetStream(format, columns, rows, {
    sheet: text[request.language].title,
    delimiter: request.language === 'en' ? ',' : ';',
  }),
})

async function figuresFile(request: PageRequest, format: SheetFormat): Promise<PageAnswer> {
  const { language } = request
  const t = text[language].file
  const { ecosystems } = await request.perform(processFigures, { exercise: practiceIn(request) })
  const number = (header: string): SheetColumn => ({ header, kind: 'number' })
  const words = (header: string): SheetColumn => ({ header, kind: 'text' })
  const columns = [
    ...[t.ecosystem, t.figure].map(words),
    ...[t.value].map(number),
    words(t.unit),
    ...[t.first, t.third, t.top, t.bottom, t.counted, t.waiting].map(number),
    words(t.definition),
  ]
  const rows = ecosystems.flatMap((e) =>
    figureIds.map((id): SheetValue[] => {
      const cell = e.cells[id]
      const { value, first, third } = numbersOf(cell)
      const counts = 'counted' in cell ? cell : undefined
      const ratio = 'top' in cell ? cell : undefined
      const euros = (cents: string | undefined) =>
        cents === undefined ? null : cell.is === 'euros' ? (Number(cents) / 100).toFixed(2) : cents
      const said = figureText[language][id]
      return [
        nameIn(e.name, language),
        said.name,
        value,
        t.units[definitionOf(id).of],
        first,
        third,
        euros(ratio?.top),
        euros(ratio?.bottom),
        counts?.counted,
        // How many wait is for those who handle them.
        e.own ? counts?.waiting : null,
        said.what,
      ]
    }),
  )
  return sheet(request, 'process-figures', format, columns, rows)
}

async function casesFile(request: PageRequest, format: SheetFormat): Promise<PageAnswer> {
  const { language } = request
  const t = text[language]
  const { figure, ecosystem } = await aboutIn(request)
  const list = await request.perform(processList, {
    figure,
    ecosystem: ecosystem.id,
    exercise: practiceIn(request),
  })
  const columns: SheetColumn[] = [
    { header: t.call, kind: 'text' },
    { header: t.application, kind: 'text' },
    { header: t.from, kind: 'day' },
    { header: t.to, kind: 'day' },
    { header: t.days, kind: 'number' },
    { header: t.value, kind: 'text' },
    { header: t.counting, kind: 'text' },
  ]
  const rows = list.items.map((item): SheetValue[] => {
    const { from, to } = endsOf(figure, item)
    const application = item.application && `${item.code}/${item.application.number}`
    const value = item.days === null ? caseText(figure, item, language) : ''
    return [item.code, application, from, to, item.days, value, t.is[item.is]]
  })
  return sheet(request, `process-${figure}-${ecosystem.key}`, format, columns, rows)
}

export const pages: readonly Page[] = [
  { method: 'GET', path: '/benchmarks/process', run: overviewPage },
  ...sheetFormats.map(
    (format): Page => ({
      method: 'GET',
      path: `/benchmarks/process/export.${format}`,
      run: (request) => figuresFile(request, format),
    }),
  ),
  {
    method: 'POST',
    path: '/benchmarks/process/share',
    run: async (request) => {
      await request.perform(shareProcess, (await request.form()).values)
      return { as: 'redirect', to: `${request.link('/benchmarks/process')}#sharing` }
    },
  },
  {
    method: 'POST',
    path: '/benchmarks/process/notes/{note}/remove',
    run: async (request) => {
      const asked = (await request.form()).get('figure')
      await request.perform(removeProcessNote, { id: request.params.note })
      const figure = figureIds.find((id) => id === asked)
      return { as: 'redirect', to: request.link(figure ? `${pathOf(figure)}#notes` : '/benchmarks/process') }
    },
  },
  {
    method: 'GET',
    path: '/benchmarks/process/{figure}',
    run: async (request) => figurePage(request, figureIn(request)),
  },
  {
    method: 'GET',
    path: '/benchmarks/process/{figure}/{ecosystem}',
    run: async (request) => {
      const { figure, ecosystem } = await aboutIn(request)
      return casesPage(request, figure, ecosystem.id)
    },
  },
  {
    method: 'POST',
    path: '/benchmarks/process/{figure}/{ecosystem}',
    run: async (request) => {
      const about = await aboutIn(request)
      return sendNote.take(request, about, (errors) =>
        casesPage(request, about.figure, about.ecosystem.id, errors),
      )
    },
  },
  ...sheetFormats.map(
    (format): Page => ({
      method: 'GET',
      path: `/benchmarks/process/{figure}/{ecosystem}/export.${format}`,
      run: (request) => casesFile(request, format),
    }),
  ),
]
