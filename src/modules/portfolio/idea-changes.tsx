import { formatAmount } from '../../kernel/money.ts'
import type { PageRequest } from '../../kernel/page.ts'
import { formatCount, pick } from '../../kernel/text.ts'
import { Section, Table, Tag } from '../../ui/index.ts'
import { type Tally, tallyOf } from './entry.ts'
import { inMeasure, labelOf, nameIn, percent } from './figures.ts'
import { ideaText } from './idea-text.ts'
import type { TargetStanding } from './matrix.ts'
import { Against } from './matrix-view.tsx'
import { type Reaction, reactionOf } from './reaction.ts'
import type { Idea, Told } from './record.ts'
import { axisAsked, entriesOf, targetsOf, valueNamed } from './shown.ts'
import { viewText } from './view-text.ts'

type Shown = { told: Told; idea: Idea; request: Pick<PageRequest, 'language'> }
type ChangeRow = {
  what: string
  before: Tally & { share?: number | undefined }
  after: Tally & { share?: number | undefined; target?: TargetStanding | undefined }
  fills?: boolean
  /** Whether its part of the money is told. */
  shared?: boolean
}

/** What an idea would change: its cells and shares against targets, half-years that it alone covers, balance, goals. */
export function Changes({ told, idea, request }: Shown) {
  const { language } = request
  const [t, v] = [ideaText[language], viewText[language]]
  const [rows, columns] = [axisAsked(told, null, 0), axisAsked(told, null, 1)]
  const all = entriesOf(told)
  const newcomer = all.find((e) => e.id === idea.id)
  if (!newcomer) return null
  const others = all.filter((e) => e.id !== idea.id)
  const targets = targetsOf(told)
  const reaction = reactionOf(others, newcomer, { rows, columns, axes: told.axes, targets })
  const covered = reaction.covers.filter((c) => c.halves.length > 0)
  const half = (h: string) => v.half(h.slice(0, 4), h.endsWith('1') ? v.halfHead.first : v.halfHead.second)
  return (
    <Section title={t.changes} id="changes">
      {reaction.cells.length === 0 && <p>{t.noCell}</p>}
      <ChangeTable
        rows={[
          ...reaction.cells.map((c) => ({
            what: `${labelOf(rows, c.row, language)} × ${labelOf(columns, c.column, language)}`,
            shared: true,
            ...c,
          })),
          ...reaction.values.map((c) => {
            const axis = told.axes.find((a) => a.dimension === c.dimension)!
            return {
              what: `${nameIn(axis, language)}: ${labelOf(axis, c.code, language)}`,
              shared: true,
              ...c,
            }
          }),
          ...(reaction.city ? [{ what: t.city(reaction.city.name), ...reaction.city }] : []),
          { what: t.total, before: tallyOf(others), after: reaction.total.after },
        ]}
        language={language}
      />
      <Broken told={told} broken={reaction.broken} language={language} />
      <p>
        {covered.length === 0
          ? t.coversNone
          : covered
              .map((c) => t.covers(labelOf(rows, c.code, language), c.halves.map(half).join(', ')))
              .join(' ')}
      </p>
      <Goals told={told} idea={idea} request={request} />
    </Section>
  )
}

function ChangeTable({ rows, language }: { rows: readonly ChangeRow[] } & Pick<PageRequest, 'language'>) {
  const t = ideaText[language]
  const said = ({ money, count, share }: ChangeRow['before'], shared?: boolean) =>
    [
      `${formatAmount(money, language)} €`,
      t.reach.pieces(formatCount(count, language)),
      ...(shared ? [t.reach.share(percent(share ?? 0, language))] : []),
    ].join(' · ')
  return (
    <Table
      caption={t.changes}
      density="tight"
      cards
      rows={rows}
      columns={[
        {
          label: t.cell,
          heading: true,
          phone: 'wide',
          cell: (r) => (
            <>
              {r.what}{' '}
              {r.fills && (
                <Tag tone="ok" sign="done">
                  {t.fills}
                </Tag>
              )}
            </>
          ),
        },
        { label: t.before, numeric: true, phone: 'labelled', cell: (r) => said(r.before, r.shared) },
        { label: t.after, numeric: true, phone: 'labelled', cell: (r) => said(r.after, r.shared) },
        {
          label: t.reach.target,
          phone: 'labelled',
          cell: (r) => r.after.target && <Against standing={r.after.target} language={language} />,
        },
      ]}
      language={language}
    />
  )
}

type BrokenProps = { told: Told; broken: Reaction['broken'] } & Pick<PageRequest, 'language'>

/** The targets that the idea's money would take out of reach. */
function Broken({ told, broken, language }: BrokenProps) {
  if (broken.length === 0) return null
  return (
    <ul>
      {broken.map(({ target, before, after }) => {
        const named = target.values.map((value) => {
          const found = valueNamed(told, value)
          return found ? labelOf(found.axis, found.code, language) : value
        })
        const said = (amount: bigint) => inMeasure(target.measure, amount, language)
        return <li>{ideaText[language].reach.broken(named.join(' × '), said(before), said(after))}</li>
      })}
    </ul>
  )
}

/** The goals that it is judged to serve, and how many serve each without it and with it. */
function Goals({ told, idea, request: { language } }: Shown) {
  const t = ideaText[language]
  const serves = told.services.filter((s) => s.thing === idea.id)
  return (
    <>
      <h3>{t.serves}</h3>
      {serves.length === 0 ? (
        <p class="quiet">{t.servesNone}</p>
      ) : (
        <ul>
          {serves.map((s) => {
            const goal = told.goals.find((g) => g.id === s.goal)
            const before = told.services.filter((o) => o.goal === s.goal && o.thing !== idea.id).length
            return (
              <li>
                {goal?.owner}: {pick(goal?.name ?? {}, language)?.text} <b class="num">{s.strength}</b>{' '}
                <span class="quiet">({t.reach.serving(before, before + 1)})</span>
              </li>
            )
          })}
        </ul>
      )}
    </>
  )
}
