import { centsOf } from '../../kernel/money.ts'
import { formatCount, type Language } from '../../kernel/text.ts'
import { formatDay } from '../../kernel/time.ts'
import {
  Bar,
  Empty,
  inWords,
  Matrix,
  type MatrixCell,
  type Quantity,
  Scroll,
  Section,
  Table,
  Tabs,
} from '../../ui/index.ts'
import { facetLabel } from '../projects/index.ts'
import { networkPath } from './map-view.tsx'
import type { NetworkRegions } from './region-actions.ts'
import { regionText } from './region-text.ts'

const measures = ['projects', 'money', 'actors'] as const
type Measure = (typeof measures)[number]
export const isMeasure = (word: string | null): word is Measure =>
  (measures as readonly (string | null)[]).includes(word)

type Of = { found: NetworkRegions; language: Language }
type CellAt = { cellAt: (region: string, subject: string) => string }

type CapabilityProps = Of &
  CellAt & {
    by: Measure
    /** All subjects, not the largest alone. */
    whole: boolean
    /** The same page with these changes of its address. */
    to: (changes: Record<string, string | undefined>) => string
  }

const subjectsShown = 12

/** Subjects by regions: the deeper the blue, the more there is; a gap is drawn as a gap. */
export function CapabilityView({ found, by, whole, to, cellAt, language }: CapabilityProps) {
  const t = regionText[language]
  const { subjects, regions, own, cells, gaps } = found
  const shown = whole ? subjects : subjects.slice(0, subjectsShown)
  const known = new Map(cells.map((cell) => [`${cell.subject} ${cell.region}`, cell]))
  const isGap = new Set(gaps.map(({ subject, region }) => `${subject} ${region}`))
  const n = (count: number) => formatCount(count, language)
  const cellOf = (subject: string, region: string): MatrixCell => {
    const at = `${subject} ${region}`
    const cell = known.get(at)
    const href = cellAt(region, subject)
    if (!cell) return isGap.has(at) ? { state: { kind: 'gap', word: t.gap } } : {}
    const quantity: Record<Measure, Quantity> = {
      projects: { count: cell.projects },
      money: { millions: { cents: centsOf(cell.granted), currency: 'EUR' } },
      actors: { count: cell.actors },
    }
    const beside =
      by === 'actors'
        ? t.projects(n(cell.projects), cell.projects === 1)
        : t.actors(n(cell.actors), cell.actors === 1)
    return { quantity: quantity[by], note: beside, href }
  }
  const hasChoice = own.length > 1
  const isAll = regions.length > own.length
  return (
    <Section
      title={t.map}
      id="map"
      note={
        hasChoice && <a href={to({ all: isAll ? undefined : '1' })}>{isAll ? t.ownRegions : t.allRegions}</a>
      }
    >
      <Tabs
        label={t.measure}
        items={measures.map((measure) => ({
          href: to({ by: measure === 'projects' ? undefined : measure }),
          label: t.measures[measure],
          current: measure === by,
        }))}
      />
      <Matrix
        caption={t.map}
        rows={shown.map((subject) => ({ key: subject, label: facetLabel('theme', subject, language) }))}
        columns={regions.map((region) => ({ key: region, label: facetLabel('region', region, language) }))}
        cell={cellOf}
        language={language}
      />
      <p class="note">{t.mapNote}</p>
      {subjects.length > subjectsShown && (
        <p>
          <a href={to({ whole: whole ? undefined : '1' })}>
            {whole ? t.fewerSubjects : t.moreSubjects(n(subjects.length - subjectsShown))}
          </a>
        </p>
      )}
    </Section>
  )
}

const gapsShown = 12

/** What is missing where, and from where it could be had. */
export function Gaps({ found, cellAt, language }: Of & CellAt) {
  const t = regionText[language]
  if (found.gaps.length === 0) return null
  const region = (code: string) => facetLabel('region', code, language)
  return (
    <Section title={t.gaps} id="gaps" note={t.gapsNote}>
      <Table
        caption={t.gaps}
        cards
        rows={found.gaps.slice(0, gapsShown)}
        language={language}
        columns={[
          {
            label: t.subject,
            heading: true,
            phone: 'wide',
            cell: ({ subject }) => facetLabel('theme', subject, language),
          },
          { label: t.gapIn, phone: 'labelled', cell: (gap) => region(gap.region) },
          {
            label: t.strongest,
            phone: 'labelled',
            cell: ({ subject, strongest }) => <a href={cellAt(strongest, subject)}>{region(strongest)}</a>,
          },
        ]}
      />
    </Section>
  )
}

/** The members of the network, region by region, the largest first. */
export function MembersByRegion({ found, language, link }: Of & { link: (path: string) => string }) {
  const t = regionText[language]
  const { members } = found
  const regions = new Map<string, typeof members>()
  for (const one of members) regions.set(one.region ?? '', [...(regions.get(one.region ?? '') ?? []), one])
  const rows = [...regions].sort(
    ([a, x], [b, y]) => Number(a === '') - Number(b === '') || y.length - x.length || (a < b ? -1 : 1),
  )
  return (
    <Section title={t.members} id="members">
      {rows.length === 0 ? (
        <Empty title={t.noMembers}>{t.noMembersNext}</Empty>
      ) : (
        <Table
          caption={t.members}
          cards
          rows={rows}
          language={language}
          columns={[
            {
              label: t.region,
              heading: true,
              phone: 'wide',
              cell: ([code]) => (code === '' ? t.unknownRegion : facetLabel('region', code, language)),
            },
            {
              label: t.measures.actors,
              numeric: true,
              phone: 'labelled',
              cell: ([, those]) => formatCount(those.length, language),
            },
            {
              label: t.actor,
              phone: 'line',
              cell: ([, those]) =>
                those.map((one, i) => (
                  <>
                    {i > 0 && ', '}
                    <a href={link(`${networkPath}/actors/${one.id}`)}>{one.name}</a>
                  </>
                )),
            },
          ]}
        />
      )}
    </Section>
  )
}

/** The network of the members by half-year, from their first tie on: bars with their numbers in one table. */
export function Growth({ found, language }: Of) {
  const t = regionText[language]
  const growth = found.growth.slice(found.growth.findIndex((half) => half.pairs > 0))
  const most = Math.max(0, ...growth.map((half) => half.pairs))
  if (growth.length < 2 || most === 0) return null
  const n = (count: number) => formatCount(count, language)
  return (
    <Section title={t.growth} id="growth" note={t.growthNote}>
      <Scroll label={t.growth}>
        <Table
          caption={t.growth}
          density="tight"
          rows={growth}
          language={language}
          columns={[
            { label: t.halfYear, heading: true, cell: (half) => formatDay(half.first, language) },
            { label: t.tied, numeric: true, cell: (half) => n(half.actors) },
            { label: t.pairs, numeric: true, cell: (half) => n(half.pairs) },
            {
              label: t.growth,
              quiet: true,
              class: 'network-bar',
              cell: (half) => <Bar value={half.pairs} max={most} />,
            },
            {
              label: t.acrossShare,
              numeric: true,
              cell: (half) => half.pairs > 0 && inWords({ share: half.acrossShare }, language),
            },
          ]}
        />
      </Scroll>
    </Section>
  )
}
