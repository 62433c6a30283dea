import type { ComponentChildren } from 'preact'
import type { z } from 'zod'
import { centsOf, currencySign, formatAmount } from '../../kernel/money.ts'
import { formatCount, formatDecimal, pick } from '../../kernel/text.ts'
import { PageHead, Popover, Scroll, Section, Table } from '../../ui/index.ts'
import { type FacetFilters, type FacetName, facetLabel, facetNames } from '../projects/index.ts'
import { shareText } from '../sources/index.ts'
import { momentOf } from './moment.ts'
import { dayOfInstant, type View } from './parts.tsx'
import { perInhabitant } from './population.ts'
import { provenanceText } from './provenance-text.ts'
import { text } from './text.ts'
import type { trace } from './trace.ts'

type Traced = z.output<typeof trace.output>
type Props = { view: View; traced: Traced; by: FacetName | undefined; filters: FacetFilters }

function valueText({ figure, value, currency, population }: Traced, view: View): string {
  const { language } = view
  const sign = currencySign(currency)
  if (figure === 'granted' || figure === 'realised')
    return `${formatAmount(centsOf(value), language)}\u00a0${sign}`
  if (figure === 'per-inhabitant') {
    if (!population) return '–'
    return `${formatDecimal(perInhabitant(centsOf(value), population), language, 1)}\u00a0${sign}`
  }
  return formatCount(Number(value), language)
}

/** What a reader should know before repeating the figure: gaps, corrections, what is derived. */
function cautions({ traced, by, view }: Props): string[] {
  const { language } = view
  const t = provenanceText[language]
  const { missing, figure } = traced
  const n = (count: number) => formatCount(count, language)
  const money = figure === 'granted' || figure === 'realised' || figure === 'per-inhabitant'
  const amount = figure === 'realised' ? 'realised' : 'granted'
  const negative = traced.negative.find((x) => x.amount === amount)
  return [
    money && amount === 'granted' && missing.granted > 0 && t.missingGranted(n(missing.granted)),
    money && amount === 'realised' && missing.realised > 0 && t.missingRealised(n(missing.realised)),
    money &&
      negative &&
      t.negative(
        n(negative.projects),
        `${formatAmount(centsOf(negative.sum), language)}\u00a0${currencySign(traced.currency)}`,
      ),
    traced.closed > 0 && shareText[language].included(traced.closed),
    ...traced.others.map((o) => t.others(n(o.projects), o.currency)),
    by === 'region' && missing.region > 0 && t.unknownRegion(n(missing.region)),
    traced.regionDerived > 0 && t.derivedRegion(n(traced.regionDerived)),
    by === 'theme' && missing.theme > 0 && t.unknownTheme(n(missing.theme)),
    by === 'year' && missing.year > 0 && t.unknownYear(n(missing.year)),
    traced.personalLeads > 0 && t.traders(n(traced.personalLeads)),
    figure === 'per-inhabitant' &&
      traced.population &&
      t.population(n(traced.population.persons), traced.population.from, traced.population.to),
  ].filter((line) => typeof line === 'string')
}

const Fact = ({ name, children }: { name: string; children: ComponentChildren }) => (
  <div>
    <dt>{name}</dt>
    <dd>{children}</dd>
  </div>
)

/** The facts of a figure: the same on its page and in the pop-up. */
function Facts(props: Props) {
  const { view, traced, by, filters } = props
  const { language } = view
  const t = provenanceText[language]
  const said = cautions(props)
  const chosen = facetNames.flatMap((f) =>
    (filters[f] ?? []).map((v) => `${chosenName(f, language)} ${facetLabel(f, v, language)}`.trim()),
  )
  return (
    <dl class="provenance">
      <Fact name={t.what}>
        {t.figures[traced.figure]}: <b class="num">{valueText(traced, view)}</b>
      </Fact>
      <Fact name={t.over}>{t.overProjects(formatCount(traced.projects, language))}</Fact>
      {chosen.length > 0 && <Fact name={t.only}>{chosen.join(', ')}</Fact>}
      <Fact name={t.method}>
        {t.methods[traced.figure]} {by && t.by[by]}
      </Fact>
      {said.length > 0 && (
        <Fact name={t.notIn}>
          {said.map((line) => (
            <span class="old">{line}</span>
          ))}
        </Fact>
      )}
    </dl>
  )
}

const chosenName = (facet: FacetName, language: View['language']): string =>
  facet === 'year' || facet === 'theme' ? text[language].facets[facet] : ''

/** The pop-up beside the figure. */
export function ProvenanceFragment(props: Props & { whole: string }) {
  const { view, traced, whole } = props
  const { language, link } = view
  const t = provenanceText[language]
  return (
    <Popover title={t.title} language={language}>
      <Facts {...props} />
      <dl class="provenance">
        {traced.lists.slice(0, 3).map((l) => (
          <Fact name={t.list}>
            {pick(l.name, language)?.text ?? l.file}
            <span class="sub">
              {[l.file, momentOf(l, language) && `${t.state.toLowerCase()} ${momentOf(l, language)}`]
                .filter(Boolean)
                .join(', ')}
            </span>
          </Fact>
        ))}
      </dl>
      <p class="provenance-links">
        <a href={link(traced.list)}>{t.showList(formatCount(traced.projects, language))}</a>
        <a href={whole}>{t.whole}</a>
      </p>
    </Popover>
  )
}

export function ProvenanceView(props: Props) {
  const { view, traced } = props
  const { language, link } = view
  const t = provenanceText[language]
  return (
    <>
      <PageHead over={t.title} title={t.figures[traced.figure]} />
      <Facts {...props} />
      <p>
        <a href={link(traced.list)}>{t.showList(formatCount(traced.projects, language))}</a>
      </p>
      <Section title={t.lists}>
        <Scroll label={t.lists}>
          <Table
            caption={t.lists}
            rows={traced.lists}
            language={language}
            columns={[
              {
                label: t.list,
                heading: true,
                cell: (l) => (
                  <>
                    <a href={link(`/sources/${l.id}`)}>{pick(l.name, language)?.text ?? l.file}</a>
                    <span class="sub">{l.publisher}</span>
                  </>
                ),
              },
              { label: t.file, cell: (l) => <code>{l.file}</code> },
              { label: t.state, cell: (l) => momentOf(l, language) ?? '–' },
              { label: t.imported, class: 'nb', cell: (l) => dayOfInstant(l.importedAt, language) },
              { label: t.rows, numeric: true, cell: (l) => formatCount(l.rows, language) },
              { label: t.projects, numeric: true, cell: (l) => formatCount(l.projects, language) },
            ]}
          />
        </Scroll>
      </Section>
    </>
  )
}
