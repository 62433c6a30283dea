import { centsOf, currencySign, formatAmount } from '../../kernel/money.ts'
import { formatCount, type Language, pick } from '../../kernel/text.ts'
import { formatDay } from '../../kernel/time.ts'
import { Empty, LinkList, type LinkListItem, OriginLink } from '../../ui/index.ts'
import { objectiveName, programmeName } from '../codes/index.ts'
import type { Neighbour, ProjectContext, Source } from './context-schemas.ts'
import { projectPath } from './item.ts'
import { facetLabel, statusLabel } from './labels.ts'
import { originOf, type ProjectViewProps } from './project-origin.ts'
import { projectText } from './project-text.ts'
import { provenanceText } from './provenance-text.ts'
import type { ProjectItem } from './schemas.ts'

/** Beside the project: where it belongs, what is near it, what has changed, which rows say all this. */
export function ProjectAside(props: ProjectViewProps) {
  const { project: p, context, link, language } = props
  const t = projectText[language]
  return (
    <aside class="aside" aria-label={t.links}>
      <h2>{t.links}</h2>
      <h3>{t.up}</h3>
      <Belongs {...props} />
      <Beside {...props} />
      <h3>{t.down}</h3>
      <Empty title={t.noDown} />
      <h2 id="changes">{t.changes}</h2>
      <Changes context={context} language={language} />
      <h2 id="sources">{t.sources}</h2>
      <ul class="links">
        {context.statements.map((s) => (
          <li>
            <a href={link(`/sources/${s.importId}`)}>{pick(s.title, language)?.text ?? s.file}</a>{' '}
            <span class="note num">
              {provenanceText[language].row(formatCount(s.row, language))}
              {s.asOf && `, ${provenanceText[language].asOf(formatDay(s.asOf, language))}`}
            </span>
          </li>
        ))}
        {p.url && (
          <li>
            <a href={p.url} rel="external">
              {t.openOriginal}
            </a>
          </li>
        )}
        {props.audited && (
          <li>
            <a href={link(`/administration/audit/project/${p.id}`)}>{t.history}</a>
          </li>
        )}
        <li>
          <a href={link(`/feedback?about=${encodeURIComponent(projectPath(p))}`)}>{t.report}</a>
        </li>
      </ul>
    </aside>
  )
}

function Belongs(props: ProjectViewProps) {
  const { project: p, link, language } = props
  const t = projectText[language]
  const items: {
    over: string
    text: string
    href?: string
    field: 'region' | 'theme' | 'objective' | 'programme'
  }[] = []
  if (p.region) {
    items.push({
      over: [t.region, p.regionFrom && t.regionFrom[p.regionFrom]].filter(Boolean).join(', '),
      text: facetLabel('region', p.region, language),
      href: link(`/regions/${p.region}`),
      field: 'region',
    })
  } else items.push({ over: t.region, text: regionUnknown(p, language), field: 'region' })
  if (p.programme) {
    items.push({ over: t.programme, text: programmeName(p.programme, language), field: 'programme' })
  }
  if (p.objective)
    items.push({ over: t.objective, text: objectiveName(p.objective, language), field: 'objective' })
  if (p.themes.length === 0) items.push({ over: t.theme, text: t.noTheme, field: 'theme' })
  for (const theme of p.themes) {
    items.push({
      over: t.theme,
      text: facetLabel('theme', theme, language),
      href: link(`/projects?theme=${theme}`),
      field: 'theme',
    })
  }
  return (
    <ul class="links">
      {items.map((item) => (
        <li>
          <span class="over">{item.over}</span>
          {item.href ? <a href={item.href}>{item.text}</a> : <span class="quiet">{item.text}</span>}
          <OriginLink {...originOf(props, item.field)} language={language} />
        </li>
      ))}
    </ul>
  )
}

/** An arrow drawn, because not every font has one; said as a word. */
const Became = ({ word }: { word: string }) => (
  <>
    <span class="vh">{word}</span>
    <svg
      class="became"
      viewBox="0 0 14 10"
      fill="none"
      stroke="currentColor"
      stroke-width="1.5"
      aria-hidden="true"
    >
      <path d="M1 5h11M8.500 1.500 12 5l-3.500 3.500" />
    </svg>
  </>
)

/** Why the region is not known, in the words of what is known of the authority. */
function regionUnknown(p: ProjectItem, language: Language): string {
  const { regionUnknown: says } = provenanceText[language]
  return says[(p.regionUnknown ?? 'unknown') as keyof typeof says] ?? says.unknown
}

function Beside({ project: p, context, link, language }: ProjectViewProps) {
  const t = projectText[language]
  const lead = context.parties.find((x) => x.role === 'lead')
  const item = (n: Neighbour, over: string): LinkListItem => ({
    href: link(projectPath(n)),
    label: n.title,
    over,
    note: moneyOf(n, language),
  })
  const items = [
    ...context.samePartners.map((n) => item(n, t.common(n.common))),
    ...context.sameLead.map((n) => item(n, t.sameLead)),
    ...context.similar.map((n) => item(n, t.similar)),
  ]
  if (items.length === 0) return null
  return (
    <>
      <h3>{t.beside}</h3>
      <LinkList items={items} />
      {lead?.id && lead.led > 1 && p.lead && (
        <p>
          <a href={link(`/projects?lead=${lead.id}`)}>{t.allOfLead(formatCount(lead.led, language))}</a>
        </p>
      )}
    </>
  )
}

const moneyOf = (n: Neighbour, language: Language): string | undefined =>
  n.granted === null
    ? undefined
    : `${formatAmount(centsOf(n.granted), language)}\u00a0${currencySign(n.currency ?? 'EUR')}`

function Changes({ context, language }: { context: ProjectContext; language: Language }) {
  const t = projectText[language]
  if (context.changes.length === 0) return <p class="quiet">{t.noChanges}</p>
  return (
    <ul class="news">
      {context.changes.map((change) => (
        <li>
          <span class="over">{fieldLabel(change.field, language)}</span>
          {change.replaced
            .slice()
            .reverse()
            .map((old) => (
              <>
                {valueText(change.field, old.value, language)} <Became word={t.became} />{' '}
              </>
            ))}
          <b>{valueText(change.field, change.value, language)}</b>
          <span class="note">
            {' '}
            {t.because(sourceText(change.source, language))}{' '}
            {change.replaced.map((old) => t.before(sourceText(old.source, language))).join(' ')}
          </span>
        </li>
      ))}
    </ul>
  )
}

export function fieldLabel(field: string, language: Language): string {
  const { field: labels } = provenanceText[language]
  const label = labels[field as keyof typeof labels] ?? field
  return label.charAt(0).toLocaleUpperCase(language) + label.slice(1)
}

/** "Project list 2014–2020, row 253, as of 1.7.2016". */
export function sourceText(s: Source, language: Language): string {
  const _t = projectText[language]
  return [
    pick(s.title, language)?.text ?? s.file ?? '',
    provenanceText[language].row(formatCount(s.row, language)),
    s.asOf && provenanceText[language].asOf(formatDay(s.asOf, language)),
  ]
    .filter(Boolean)
    .join(', ')
}

const amounts = new Set(['granted', 'realised', 'plannedPublic', 'realisedPublic', 'totalCost', 'eu'])

/** A told value as the page says it: days and amounts written out, a private name not at all. */
export function valueText(field: string, value: string | null, language: Language): string {
  if (value === null) return projectText[language].hiddenName
  if (field === 'start' || field === 'end') return formatDay(value, language)
  if (amounts.has(field)) return formatAmount(centsOf(value), language)
  if (field === 'status') return statusLabel(value, language)
  if (field === 'objective') return objectiveName(value, language)
  if (field === 'programme') return programmeName(value, language)
  if (field === 'fund' || field === 'region' || field === 'period') return facetLabel(field, value, language)
  return value
}
