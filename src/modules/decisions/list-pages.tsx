import { decimalOf } from '../../kernel/money.ts'
import type { Page, PageAnswer, PageRequest } from '../../kernel/page.ts'
import { type SheetFormat, sheetFormats, sheetStream, sheetTypes } from '../../kernel/spreadsheet.ts'
import { pick } from '../../kernel/text.ts'
import { halfOf, numberOf, outcomeIn, pathOf } from './head.ts'
import { DecisionList } from './list-view.tsx'
import { sumOf } from './money.ts'
import { type ListedDecision, listDecisions } from './reading.ts'
import { decisionMachine } from './rules.ts'
import { text } from './text.ts'

/** The list as the address narrows it. */
async function narrowed(request: PageRequest) {
  const { call, items } = await request.perform(listDecisions, { call: request.params.code })
  const { searchParams } = request.url
  const q = (searchParams.get('q') ?? '').trim().toLocaleLowerCase('fi')
  const state = searchParams.get('state')
  const outcome = searchParams.get('outcome')
  const fits = ({ head }: ListedDecision) =>
    (!q ||
      `${numberOf(head)} ${head.title} ${head.partners.map((p) => p.name).join(' ')}`
        .toLocaleLowerCase('fi')
        .includes(q)) &&
    (!state || head.state === state) &&
    (!outcome || outcomeIn(head).is === outcome)
  return { call, items: items.filter(fits), all: items.length }
}

async function listPage(request: PageRequest): Promise<PageAnswer> {
  const { language, link } = request
  const t = text[language]
  const { call, items, all } = await narrowed(request)
  const name = pick(call.title, language)?.text ?? call.code
  return {
    as: 'page',
    title: t.ofCall(name),
    robots: 'noindex',
    nav: 'calls',
    crumbs: [
      { text: t.home, href: link('/') },
      { text: name, href: link(`/calls/${call.code}`) },
      { text: t.title },
    ],
    body: <DecisionList call={call} items={items} all={all} request={request} />,
  }
}

async function exported(request: PageRequest, format: SheetFormat): Promise<PageAnswer> {
  const { language, baseUrl, link } = request
  const t = text[language]
  const { call, items } = await narrowed(request)
  const word = (outcome: 'yes' | 'no' | undefined) => (outcome ? (outcome === 'yes' ? t.yes : t.no) : '')
  const columns = [
    { header: t.number, kind: 'text' as const },
    { header: t.application, kind: 'text' as const },
    { header: t.lead_, kind: 'text' as const },
    { header: t.assessed, kind: 'text' as const },
    { header: t.state, kind: 'text' as const },
    { header: t.asked, kind: 'number' as const },
    { header: t.city, kind: 'text' as const },
    { header: `${t.city}: ${t.grant}`, kind: 'number' as const },
    { header: t.council, kind: 'text' as const },
    { header: `${t.council}: ${t.grant}`, kind: 'number' as const },
    { header: 'URL', kind: 'text' as const },
  ]
  const rows = items.map(({ head, sight }) => {
    const [city, council] = [halfOf(head, 'selection'), halfOf(head, 'legal')]
    return [
      numberOf(head),
      head.title,
      head.partners[0]?.name ?? '',
      sight === 'whole' ? t.outcomes[outcomeIn(head).is] : '',
      decisionMachine.states[head.state][language],
      decimalOf(sumOf(head.partners.map((p) => p.grant))),
      word(city?.outcome),
      city?.grant ?? null,
      word(council?.outcome),
      council?.grant ?? null,
      `${baseUrl}${link(pathOf(head))}`,
    ]
  })
  return {
    as: 'file',
    name: `${call.code}-${t.title.toLowerCase()}.${format}`,
    type: sheetTypes[format],
    content: sheetStream(format, columns, rows, { sheet: t.title, delimiter: language === 'en' ? ',' : ';' }),
  }
}

export const listPages: readonly Page[] = [
  { method: 'GET', path: '/calls/{code}/decisions', run: listPage },
  ...sheetFormats.map(
    (format): Page => ({
      method: 'GET',
      path: `/calls/{code}/decisions/export.${format}`,
      run: (request) => exported(request, format),
    }),
  ),
]
