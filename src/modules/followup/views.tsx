import type { ComponentChildren } from 'preact'
import { centsFromDecimal } from '../../engine/budget/index.ts'
import { formatAmount } from '../../kernel/money.ts'
import { type Language, pick } from '../../kernel/text.ts'
import { formatDay } from '../../kernel/time.ts'
import { Bar, type Column, InLanguage, type Sign, Table, Tag, type Tone } from '../../ui/index.ts'
import { formatExactDecimal } from '../indicators/index.ts'
import type { PacketContent, Parts } from './packet-content.ts'
import { changeMachine } from './rules.ts'
import { text } from './text.ts'

type Shown<Row> = {
  rows: readonly Row[]
  /** Where an entry is read; in a packet nowhere. */
  href?: ((entry: string) => string) | undefined
  language: Language
}

const space = '\u00a0'

/** A decimal string of euros as people read it: "1 234,50 €". */
export const euros = (decimal: string, language: Language): string =>
  `${formatAmount(centsFromDecimal(decimal) ?? 0n, language)}${space}€`

const dayOr = (day: string | null | undefined, language: Language): string =>
  day ? formatDay(day, language) : ''

const Name = ({ entry, title, href }: { entry: string; title: string; href: Shown<never>['href'] }) =>
  href ? <a href={href(entry)}>{title}</a> : <span>{title}</span>

const Sub = ({ children }: { children: ComponentChildren }) => <span class="sub rep-words">{children}</span>

type Look = { tone: Tone; sign?: Sign }
const looks = {
  planned: { tone: 'plain', sign: 'running' },
  late: { tone: 'warm', sign: 'waiting' },
  reached: { tone: 'ok', sign: 'done' },
  ready: { tone: 'ok', sign: 'done' },
  dropped: { tone: 'plain', sign: 'stopped' },
  asked: { tone: 'warm', sign: 'waiting' },
  returned: { tone: 'warm', sign: 'waiting' },
  approved: { tone: 'ok', sign: 'done' },
  sent: { tone: 'warm', sign: 'waiting' },
  open: { tone: 'plain', sign: 'running' },
} as const satisfies Record<string, Look>

/** A state under the same look wherever it is shown. */
export const StateTag = ({ state, children }: { state: keyof typeof looks; children: ComponentChildren }) => (
  <Tag {...looks[state]}>{children}</Tag>
)

export function MilestonesView({ rows, href, language }: Shown<Parts['milestones'][number]>) {
  const t = text[language]
  return (
    <Table
      caption={t.milestones}
      cards
      language={language}
      rows={rows}
      columns={[
        {
          label: t.one.milestone,
          heading: true,
          phone: 'wide',
          cell: (row) => (
            <>
              <Name {...row} href={href} />
              {row.shows && <Sub>{row.shows}</Sub>}
            </>
          ),
        },
        { label: t.fields.due, phone: 'labelled', numeric: true, cell: ({ due }) => dayOr(due, language) },
        {
          label: t.fields.state,
          cell: ({ state, reached }) => (
            <>
              <StateTag state={state}>{t.milestoneStates[state]}</StateTag>{' '}
              {reached && <span class="quiet num">{formatDay(reached, language)}</span>}
            </>
          ),
        },
      ]}
    />
  )
}

export function DeliverablesView({ rows, href, language }: Shown<Parts['deliverables'][number]>) {
  const t = text[language]
  return (
    <Table
      caption={t.deliverables}
      cards
      language={language}
      rows={rows}
      columns={[
        {
          label: t.one.deliverable,
          heading: true,
          phone: 'wide',
          cell: (row) => (
            <>
              <Name {...row} href={href} />
              <Sub>
                {[t.forms[row.form ?? 'other'], row.public && t.isPublic].filter(Boolean).join(' · ')}
                {row.url && (
                  <>
                    {' · '}
                    <a href={row.url} class="fol-url">
                      {row.url}
                    </a>
                  </>
                )}
              </Sub>
            </>
          ),
        },
        { label: t.fields.due, phone: 'labelled', numeric: true, cell: ({ due }) => dayOr(due, language) },
        {
          label: t.fields.state,
          cell: ({ state, reached }) => (
            <>
              <StateTag state={state}>{t.deliverableStates[state]}</StateTag>{' '}
              {reached && <span class="quiet num">{formatDay(reached, language)}</span>}
            </>
          ),
        },
      ]}
    />
  )
}

const levelTones = { high: 'bad', medium: 'warm', low: 'plain' } as const

export function RisksView({ rows, href, language }: Shown<Parts['risks'][number]>) {
  const t = text[language]
  return (
    <Table
      caption={t.risks}
      cards
      language={language}
      rows={rows}
      columns={[
        {
          label: t.one.risk,
          heading: true,
          phone: 'wide',
          cell: (row) => (
            <>
              <Name {...row} href={href} />
              <Sub>{row.response}</Sub>
            </>
          ),
        },
        { label: t.fields.owner, phone: 'labelled', cell: ({ owner }) => owner },
        {
          label: `${t.fields.likelihood} × ${t.fields.effect.toLowerCase()}`,
          phone: 'labelled',
          numeric: true,
          cell: ({ likelihood = '1', effect = '1' }) => t.scored(likelihood, effect),
        },
        {
          label: t.fields.state,
          cell: ({ level, risk = 'open' }) =>
            risk === 'closed' ? (
              <Tag>{t.riskStates.closed}</Tag>
            ) : (
              <>
                <Tag tone={levelTones[level]}>{t.levels[level]}</Tag>{' '}
                {risk === 'realised' && <Tag tone="bad">{t.riskStates.realised}</Tag>}
              </>
            ),
        },
      ]}
    />
  )
}

export function BudgetView({ budget, language }: { budget: PacketContent['budget']; language: Language }) {
  const t = text[language]
  type Row = PacketContent['budget']['lines'][number]
  const money = (of: 'planned' | 'used' | 'left', label: string): Column<Row> => ({
    label,
    numeric: true,
    phone: 'labelled',
    cell: (row) => euros(row[of], language),
    foot: euros(budget.all[of], language),
  })
  const share = ({ share: part, over }: Pick<Row, 'share' | 'over'>) => (
    <>
      {part !== null && (
        <>
          <span class="num">
            {formatExactDecimal(part, language)}
            {space}%
          </span>
          <Bar value={1} part={Math.min(1, Number(part) / 100)} max={1} />
        </>
      )}
      {over && <Tag tone="bad">{t.over}</Tag>}
    </>
  )
  return (
    <>
      <Table
        caption={t.budget}
        cards
        class="fol-budget"
        language={language}
        rows={budget.lines}
        columns={[
          {
            label: t.fields.category,
            heading: true,
            phone: 'wide',
            cell: ({ name }) => <InLanguage names={name} language={language} />,
            foot: t.all,
          },
          money('planned', t.fields.planned),
          money('used', t.fields.used),
          money('left', t.fields.left),
          { label: t.fields.share, phone: 'line', cell: share, foot: share(budget.all) },
        ]}
      />
      {budget.until && <p class="note">{t.usedUntil(formatDay(budget.until, language))}</p>}
    </>
  )
}

export function ChangesView({ rows, href, language }: Shown<Parts['changes'][number]>) {
  const t = text[language]
  return (
    <Table
      caption={t.changes}
      cards
      language={language}
      rows={rows}
      columns={[
        {
          label: t.one.change,
          heading: true,
          phone: 'wide',
          cell: (row) => (
            <>
              <Name {...row} href={href} />
              <Sub>
                {t.subjects[row.subject ?? 'content']}
                {row.end && ` · ${t.fields.end.toLowerCase()} ${formatDay(row.end, language)}`}
              </Sub>
            </>
          ),
        },
        { label: t.fields.on, phone: 'labelled', numeric: true, cell: ({ on }) => formatDay(on, language) },
        {
          label: t.fields.state,
          cell: ({ change = 'asked' }) => (
            <StateTag state={change}>{changeMachine.states[change][language]}</StateTag>
          ),
        },
      ]}
    />
  )
}

type FigureRow = PacketContent['figures'][number]

export function FiguresView({
  rows,
  hrefOf,
  language,
}: {
  rows: readonly FigureRow[]
  /** Where an indicator is told of, by its code. */
  hrefOf?: ((code: string) => string | undefined) | undefined
  language: Language
}) {
  const t = text[language]
  const number = (decimal: string | null, unit: FigureRow['unit']) =>
    decimal === null ? null : (
      <>
        <b class="num">{formatExactDecimal(decimal, language)}</b>{' '}
        <span class="quiet">{pick(unit, language)?.text}</span>
      </>
    )
  return (
    <Table
      caption={t.indicators}
      cards
      language={language}
      rows={rows}
      columns={[
        {
          label: t.indicators,
          heading: true,
          phone: 'wide',
          cell: ({ code, name }) => {
            const href = hrefOf?.(code)
            const label = (
              <>
                {code} <InLanguage names={name} language={language} />
              </>
            )
            return href ? <a href={href}>{label}</a> : label
          },
        },
        {
          label: t.fields.realised,
          phone: 'labelled',
          cell: ({ realised, unit }) => number(realised, unit) ?? <span class="quiet">{t.noFigure}</span>,
        },
        {
          label: t.fields.target,
          phone: 'labelled',
          cell: ({ target, unit }) => number(target, unit) ?? <span class="quiet">{t.noTarget}</span>,
        },
        {
          label: t.fields.share,
          quiet: true,
          phone: 'hidden',
          class: 'fol-bar',
          cell: ({ realised, target }) =>
            target !== null && Number(target) > 0 ? (
              <Bar value={1} part={Math.min(1, Number(realised ?? '0') / Number(target))} max={1} />
            ) : null,
        },
      ]}
    />
  )
}
