import {
  type Outcome,
  pointsOf,
  pointsText,
  type Sheet,
  type Spread,
  type Template,
} from '../../engine/assessment/index.ts'
import type { PageRequest } from '../../kernel/page.ts'
import { formatDecimal, type Language, pick } from '../../kernel/text.ts'
import { type Column, Facts, Scroll, Section, Table, Tag, type Tone } from '../../ui/index.ts'
import { Formatted } from '../talk/index.ts'
import { criterionName } from './lack-text.ts'
import { outcomeWord } from './list-rules.ts'
import type { Seen } from './looking.ts'
import { sheetText } from './sheet-text.ts'
import { SpreadPicture } from './spread-picture.tsx'
import { text } from './text.ts'

const tones: Record<ReturnType<typeof outcomeWord>, Tone> = {
  passed: 'ok',
  below: 'bad',
  failed: 'bad',
  open: 'plain',
}
const signs = { passed: 'done', below: 'stopped', failed: 'stopped', open: 'running' } as const

export function OutcomeTag({ outcome, language }: { outcome: Outcome | null; language: Language }) {
  const word = outcomeWord(outcome)
  return (
    <Tag tone={tones[word]} sign={signs[word]}>
      {text[language].outcomes[word]}
    </Tag>
  )
}

/** Points of two decimals as the language writes them, without the zeros that say nothing. */
export function pointsSaid(points: bigint, language: Language): string {
  const said = pointsText(points).replace(/\.?0+$/, '')
  return language === 'en' ? said : said.replace('.', ',')
}

/** Why an application is below, line by line. */
function Shortfalls({ outcome, seen, language }: { outcome: Outcome; seen: Seen; language: Language }) {
  const t = text[language]
  if (outcome.is !== 'below') return null
  return (
    <ul>
      {outcome.short.map((s) => (
        <li>
          {s.of === 'criterion'
            ? t.shortCriterion(criterionName(seen, s.key, language), s.score, s.least)
            : t.shortPoints(
                s.of === 'group' ? t.groups[s.group] : t.total,
                pointsSaid(s.points.got, language),
                pointsSaid(s.points.most, language),
                s.percent.replace('.', language === 'en' ? '.' : ','),
              )}
        </li>
      ))}
    </ul>
  )
}

type Scored = Template['scored'][number]

/** What was settled: the outcome with its reasons, and the joint score of each criterion. */
export function ResultView({ seen, language }: { seen: Seen; language: Language }) {
  const t = text[language]
  const { outcome, template, consensus } = seen
  if (!outcome || outcome.is === 'incomplete') return null
  const points = outcome.is === 'failed' ? undefined : outcome.points
  return (
    <Section title={t.result} id="result">
      <p>
        <OutcomeTag outcome={outcome} language={language} />
      </p>
      {outcome.is === 'failed' && (
        <ul>
          {outcome.general.map((key) => (
            <li>{criterionName(seen, key, language)}</li>
          ))}
        </ul>
      )}
      <Shortfalls outcome={outcome} seen={seen} language={language} />
      {points && (
        <Facts
          language={language}
          items={[
            {
              label: t.points,
              value: t.pointsOf(pointsSaid(points.got, language), pointsSaid(points.most, language)),
            },
          ]}
        />
      )}
      {seen.summary && <Formatted text={seen.summary} />}
      {template && consensus && points && (
        <JointTable template={template} sheet={consensus} language={language} />
      )}
    </Section>
  )
}

function JointTable({ template, sheet, language }: { template: Template; sheet: Sheet; language: Language }) {
  const t = text[language]
  const total = pointsOf(template, sheet)
  return (
    <Table<Scored>
      caption={t.joint}
      cards
      language={language}
      rows={template.scored}
      columns={[
        {
          label: t.criterion,
          heading: true,
          cell: (c) => pick(c.label, language)?.text ?? c.key,
          foot: t.total,
        },
        {
          label: t.score,
          numeric: true,
          phone: 'labelled',
          cell: (c) => `${sheet[c.key]?.score ?? ''}/${c.scale.most}`,
        },
        {
          label: t.points,
          numeric: true,
          phone: 'labelled',
          cell: (c) => pointsSaid(pointsOf({ ...template, scored: [c] }, sheet).got, language),
          foot: pointsSaid(total.got, language),
        },
        { label: t.reason, phone: 'wide', cell: (c) => sheet[c.key]?.reason ?? '' },
      ]}
    />
  )
}

/** How far the scores of a criterion lie apart, in words. */
export function SpreadWord({ spread, language }: { spread: Spread; language: Language }) {
  const t = text[language]
  const range = `${spread.least}–${spread.most}`
  if (spread.discuss) return <Tag tone="warm">{`${t.discuss} ${range}`}</Tag>
  if (spread.agreed !== undefined) return <span>{t.agreed}</span>
  const middle = formatDecimal(spread.sum / spread.scores.length, language, 1)
  return (
    <span class="num">
      {range}, {sheetText[language].middle(middle)}
    </span>
  )
}

/** Everybody's scores beside each other, once all are given; where they lie far apart it is said. */
export function SpreadView({ seen, request }: { seen: Seen; request: Pick<PageRequest, 'language'> }) {
  const { language } = request
  const t = text[language]
  const { template, spreads } = seen
  if (!template || !spreads) return null
  const given = seen.sheets.filter((s) => s.state === 'given')
  const of = (key: string) => spreads.find((s) => s.criterion === key)
  const columns: Column<Scored>[] = [
    { label: t.criterion, heading: true, cell: (c) => pick(c.label, language)?.text ?? c.key },
    ...given.map(
      (sheet): Column<Scored> => ({
        label: sheet.name,
        phone: 'line',
        cell: (c) => {
          const scored = sheet.scores?.[c.key]
          return (
            <>
              <b class="num">
                {scored?.score ?? ''}/{c.scale.most}
              </b>
              {scored?.reason && <span class="given-reason"> {scored.reason}</span>}
            </>
          )
        },
      }),
    ),
    {
      label: t.range,
      phone: 'line',
      cell: (c) => {
        const spread = of(c.key)
        if (!spread || spread.scores.length === 0) return ''
        return (
          <>
            <SpreadPicture spread={spread} scale={c.scale} language={language} />{' '}
            <SpreadWord spread={spread} language={language} />
          </>
        )
      },
    },
  ]
  return (
    <Section title={t.spread} id="spread">
      {spreads.some((s) => s.discuss) && <p class="note">{t.spreadNote}</p>}
      <Scroll label={t.spread}>
        <Table caption={t.spread} cards language={language} rows={template.scored} columns={columns} />
      </Scroll>
    </Section>
  )
}
