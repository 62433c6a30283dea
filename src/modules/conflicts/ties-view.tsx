import { conflictWords, type StandingIs } from '../../engine/conflict/index.ts'
import type { Language } from '../../kernel/text.ts'
import { formatDay } from '../../kernel/time.ts'
import { Table, Tag } from '../../ui/index.ts'
import type { ShownTie } from './shown.ts'
import { text } from './text.ts'

/** "hallintolaki (434/2003) 28 § 1 mom. 4 kohta: palvelussuhde- ja toimeksiantojäävi" */
export function groundText(point: ShownTie['point'], language: Language): string {
  const { law, grounds } = conflictWords[language]
  const cited = language === 'en' ? `${law.point} ${point}` : `${point} ${law.point}`
  return `${law.section} ${cited}: ${grounds[point].name}`
}

export function StandingTag({ is, language }: { is: StandingIs; language: Language }) {
  const tone = is === 'free' ? 'ok' : is === 'barred' ? 'bad' : 'warm'
  const sign = is === 'free' ? 'done' : is === 'barred' ? 'stopped' : 'waiting'
  return (
    <Tag tone={tone} sign={sign}>
      {conflictWords[language].standings[is].name}
    </Tag>
  )
}

export type TiesViewProps = {
  ties: readonly ShownTie[]
  caption: string
  language: Language
  /** Whose tie it is and to which application, where the list is of many. */
  whose?: (tie: ShownTie) => { person: string; application: string; href: string }
}

/** Ties, each with its way, its ground and every record that shows it. */
export function TiesView({ ties, caption, language, whose }: TiesViewProps) {
  const t = text[language]
  const words = conflictWords[language]
  return (
    <Table
      caption={caption}
      language={language}
      cards
      rows={ties}
      columns={[
        ...(whose
          ? [
              {
                label: t.person,
                heading: true,
                cell: (tie: ShownTie) => whose(tie).person,
              },
              {
                label: t.application,
                phone: 'line' as const,
                cell: (tie: ShownTie) => <a href={whose(tie).href}>{whose(tie).application}</a>,
              },
            ]
          : []),
        {
          label: t.tie,
          heading: whose === undefined,
          phone: 'line' as const,
          cell: (tie: ShownTie) => words.kinds[tie.kind],
        },
        {
          label: t.through,
          phone: 'line' as const,
          cell: (tie: ShownTie) => tie.through.map((step) => step.name).join(' › ') || '–',
        },
        {
          label: t.ground,
          phone: 'line' as const,
          cell: (tie: ShownTie) => groundText(tie.point, language),
        },
        {
          label: t.weight,
          phone: 'wide' as const,
          cell: (tie: ShownTie) => (
            <Tag
              tone={tie.weight === 'bars' ? 'bad' : 'warm'}
              sign={tie.weight === 'bars' ? 'stopped' : 'waiting'}
            >
              {words.weights[tie.weight]}
            </Tag>
          ),
        },
        {
          label: t.evidence,
          phone: 'line' as const,
          cell: (tie: ShownTie) => <EvidenceList tie={tie} language={language} />,
        },
      ]}
    />
  )
}

function EvidenceList({ tie, language }: { tie: ShownTie; language: Language }) {
  const t = text[language]
  const words = conflictWords[language]
  const sources: Readonly<Record<string, string>> = t.sources
  return (
    <ul class="plain">
      {tie.evidence.map((e) => {
        const days = [e.startsOn, e.endsOn].map((day) => (day ? formatDay(day, language) : ''))
        const period = days[0] === days[1] ? days[0] : days.join('–')
        return (
          <li>
            {words.evidence[e.what]}: {e.name ?? sources[e.source] ?? e.source}
            {period && period !== '–' && <span class="quiet"> ({period})</span>}
          </li>
        )
      })}
    </ul>
  )
}
