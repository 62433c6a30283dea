import type { Page, PageAnswer, PageRequest } from '../../kernel/page.ts'
import { isAmong } from '../../kernel/rule.ts'
import type { Language } from '../../kernel/text.ts'
import { Alert, Empty, PageHead, Section } from '../../ui/index.ts'
import { regions } from '../codes/index.ts'
import { getStatistics, type ShownDataset } from '../statistics/index.ts'
import { benchmarking, type Explored, exploreBenchmark, makeBenchmark } from './actions.ts'
import { askedInWords, wordsOf } from './asking.ts'
import { datasetsAt } from './choosing.ts'
import { DeriveForm } from './derive-form.tsx'
import { nameIn } from './names.ts'
import { AddVariable, type Asking, KeepForm, ScopeForm, VariableList } from './new-view.tsx'
import { refusalText } from './refusal-text.ts'
import { ResultView } from './result-view.tsx'
import { type AskedVariable, factors } from './rules.ts'
import { text } from './text.ts'

const path = '/benchmarks/new'

/** The series that the form of a dataset has chosen, taken into the question; then the address says it. */
function taken(url: URL, asking: Asking): Asking | undefined {
  const dataset = url.searchParams.get('take')
  if (!dataset) return undefined
  const codes = Object.fromEntries(
    [...url.searchParams].flatMap(([name, value]) => (name.startsWith('d.') ? [[name.slice(2), value]] : [])),
  )
  return withOne(asking, { dataset, codes })
}

/** A variable derived from those chosen, by the form for it. */
function derived({ searchParams }: URL, asking: Asking): Asking | undefined {
  const variable = asking.variables[Number(searchParams.get('derive') ?? -1)]
  if (!variable || variable.derived) return undefined
  const { dataset, codes } = variable
  const below = asking.variables[Number(searchParams.get('by') ?? -1)]
  const times = factors.find((f) => f === searchParams.get('times')) ?? '1'
  const since = searchParams.get('since')
  if (searchParams.get('how') === 'change')
    return since ? withOne(asking, { dataset, codes, derived: { is: 'change', since } }) : undefined
  if (!below || below.derived) return undefined
  const by = { is: 'ratio', dataset: below.dataset, codes: below.codes, times } as const
  return withOne(asking, { dataset, codes, derived: by })
}

const withOne = (asking: Asking, variable: Omit<AskedVariable, 'weight'>): Asking => ({
  ...asking,
  variables: [...asking.variables, { ...variable, weight: '1' }],
})

/** The territories to choose from: those of the data, or of Finland where no data are chosen yet. */
function placesOf(asking: Asking, explored: Explored | undefined, language: Language) {
  const units = explored?.gathered.units ?? []
  const known = units.map((u) => ({ code: u.code, name: nameIn(u.name, language) || u.code }))
  if (known.length > 0) return known.sort((a, b) => a.name.localeCompare(b.name, language))
  if (asking.level !== 'region') return []
  return regions.map((r) => ({ code: r.code, name: nameIn(r.name, language) }))
}

async function newPage(request: PageRequest): Promise<PageAnswer> {
  const { url, language, link, actor } = request
  const t = text[language]
  const asking = askedInWords(url.searchParams)
  const more = taken(url, asking) ?? derived(url, asking)
  if (more) return { as: 'redirect', to: `${link(path)}?${wordsOf(more)}` }
  const adding = url.searchParams.get('add')
  const shown: ShownDataset | undefined = adding
    ? await request.perform(getStatistics, { id: adding })
    : undefined
  // Until a territory is chosen, any of those there are shows how the variables spread.
  const explored =
    asking.variables.length > 0
      ? await request.perform(exploreBenchmark, { ...asking, target: asking.target ?? 'MK05' })
      : undefined
  const common = { asking, path: link(path), language }
  return {
    as: 'page',
    sheet: 'statistics',
    title: t.newTitle,
    nav: 'sources',
    robots: 'noindex',
    crumbs: [
      { text: t.sources, href: link('/sources') },
      { text: t.title, href: link('/benchmarks') },
      { text: t.newTitle },
    ],
    body: (
      <>
        <PageHead title={t.newTitle} lead={t.newLead} />
        <ScopeForm {...common} places={placesOf(asking, explored, language)} />
        <Section title={t.step.variables}>
          <VariableList {...common} explored={explored} />
          {explored && <DeriveForm {...common} explored={explored} />}
          <AddVariable {...common} datasets={await datasetsAt(request, asking.level)} adding={shown} />
        </Section>
        <Section title={t.step.result} id="result">
          {explored && asking.target ? (
            <Outcome explored={explored} language={language} />
          ) : (
            <Empty title={t.chooseFirst} />
          )}
          {explored && asking.target && 'result' in explored && isAmong(benchmarking.who, actor) && (
            <KeepForm {...common} />
          )}
        </Section>
      </>
    ),
  }
}

function Outcome({ explored, language }: { explored: Explored; language: Language }) {
  if ('fault' in explored) return <Alert title={refusalText[language][explored.fault]} />
  return <ResultView gathered={explored.gathered} result={explored.result} language={language} />
}

async function keep(request: PageRequest): Promise<PageAnswer> {
  const form = await request.form()
  const words = new URLSearchParams(
    ['level', 'target', 'v', 'nearest', 'own', 'share'].flatMap((name) =>
      form.all(name).map((v) => [name, v]),
    ),
  )
  const { id } = await request.perform(makeBenchmark, askedInWords(words))
  return { as: 'redirect', to: request.link(`/benchmarks/${id}`) }
}

export const newPages: readonly Page[] = [
  { method: 'GET', path, run: newPage },
  { method: 'POST', path, run: keep },
]
