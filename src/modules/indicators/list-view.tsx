import { type Language, pick } from '../../kernel/text.ts'
import { dayIn, formatDay } from '../../kernel/time.ts'
import { Bar, type Column, InLanguage, OriginLink, Section, Table, Tag } from '../../ui/index.ts'
import type { SetName } from './definition.ts'
import { formatExactDecimal, formatFigure, percentOf, shareOf } from './numbers.ts'
import { pathOf } from './paths.ts'
import { ruleWords } from './rule-words.ts'
import type { IndicatorState } from './state.ts'
import type { LightSetting } from './target-queries.ts'
import { text } from './text.ts'
import { Sparkline } from './trend.tsx'

const tones = { met: 'ok', green: 'ok', amber: 'warm', red: 'bad', early: 'plain', none: 'plain' } as const
const signs = {
  met: 'done',
  green: 'running',
  amber: 'waiting',
  red: 'stopped',
  early: undefined,
  none: undefined,
} as const

/** The light with its word; colour is never alone. */
export const LightTag = ({ light, language }: { light: IndicatorState['light']; language: Language }) => (
  <Tag tone={tones[light]} sign={signs[light]}>
    {text[language].lights[light]}
  </Tag>
)

/** Of what parts the light was judged: "42 % of the target, 60 % of the time gone". */
export const doneSaid = ({ done, gone }: IndicatorState, language: Language): string =>
  done && gone ? text[language].doneOf(percentOf(done), percentOf(gone)) : ''

type ListProps = {
  /** Key of the ecosystem. */
  at: string
  items: readonly IndicatorState[]
  language: Language
  link: (path: string) => string
}

/** The indicators, set by set, each with its target, figure and light. */
export function IndicatorList({ at, items, language, link }: ListProps) {
  const t = text[language]
  return (
    <>
      {(['common', 'own'] satisfies SetName[]).map((set) => {
        const rows = items.filter(({ indicator }) => indicator.set === set)
        return rows.length === 0 ? null : (
          <Section title={t.sets[set]} id={set}>
            <Table
              caption={t.sets[set]}
              cards
              class="ind-table"
              rows={rows}
              columns={columnsOf({ at, language, link })}
              language={language}
            />
          </Section>
        )
      })}
    </>
  )
}

function columnsOf({ at, language, link }: Omit<ListProps, 'items'>): Column<IndicatorState>[] {
  const t = text[language]
  return [
    {
      label: t.indicator,
      heading: true,
      phone: 'wide',
      cell: ({ indicator }) => (
        <a href={link(pathOf(at, indicator.id))}>
          <span class="quiet">{indicator.code}</span>{' '}
          <InLanguage names={indicator.name} language={language} />
        </a>
      ),
    },
    {
      label: t.realised,
      phone: 'labelled',
      numeric: true,
      cell: (state) => <Realised state={state} at={at} language={language} link={link} />,
    },
    {
      label: t.target,
      phone: 'labelled',
      numeric: true,
      cell: ({ target }) =>
        target ? (
          <>
            {formatExactDecimal(target.target, language)}
            <span class="sub">{t.by(formatDay(target.dueOn, language))}</span>
          </>
        ) : (
          <span class="quiet">{t.noTarget}</span>
        ),
    },
    {
      label: t.state,
      phone: 'line',
      cell: (state) => (
        <>
          <LightTag light={state.light} language={language} />
          {state.done && <Bar value={1} part={shareOf(state.done, 1)} max={1} />}
          <span class="sub">{doneSaid(state, language)}</span>
        </>
      ),
    },
    { label: t.trend, quiet: true, phone: 'hidden', cell: (state) => <Sparkline state={state} /> },
  ]
}

/** The figure with its unit, the day of its newest approval and the way to where it comes from. */
export function Realised({
  state,
  at,
  language,
  link,
}: Omit<ListProps, 'items'> & { state: IndicatorState }) {
  const t = text[language]
  const { indicator, realised, figure } = state
  if (!realised) return <span class="quiet">{t.nothingYet}</span>
  const unit = pick(indicator.unit, language)
  return (
    <>
      <span class="num">
        {formatFigure(realised, indicator.decimals, language)}
        <small>
          {'\u00a0'}
          <span lang={unit && unit.language !== language ? unit.language : undefined}>{unit?.text}</span>
        </small>
        <OriginLink
          href={link(`${pathOf(at, indicator.id)}#values`)}
          about={pick(indicator.name, language)?.text ?? indicator.code}
          language={language}
        />
      </span>
      {figure?.approvedAt && <span class="sub">{t.asOf(formatDay(dayIn(figure.approvedAt), language))}</span>}
    </>
  )
}

/** The rule of the light in words. */
export function LightRuleText({ light, language }: { light: LightSetting; language: Language }) {
  const [lead, ...lights] = ruleWords(light)
  return (
    <>
      <p>{lead?.[language]}</p>
      <ul>
        {lights.map((said) => (
          <li>{said[language]}</li>
        ))}
      </ul>
    </>
  )
}
