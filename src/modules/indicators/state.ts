import {
  type Exact,
  exactFromDecimal,
  type Light,
  type LightRule,
  progressOf,
  usualLight,
} from '../../engine/indicators/index.ts'
import type { Read } from '../../kernel/db.ts'
import type { Day } from '../../kernel/time.ts'
import type { Indicator, SetName } from './definition.ts'
import { indicatorsOf } from './definition-queries.ts'
import { type FigureRow, figureRows, type StoredExact } from './figure-queries.ts'
import { exactOf } from './figures.ts'
import { addsUp, meantBy } from './rules.ts'
import {
  type LightSetting,
  lightOf,
  type Promised,
  promisedIn,
  type Target,
  targetsOf,
} from './target-queries.ts'

/** An indicator of an ecosystem with its target and what has been reached, as of the newest approval. */
export type IndicatorState = {
  indicator: Indicator & { set: SetName }
  target: Target | null
  /** Null where nothing has been reported. */
  realised: StoredExact | null
  /** Targets that projects promised in their applications, added up where that can be done. */
  promised: { sum: string | null; projects: number }
  light: Light
  /** Parts between zero and one, exact. */
  done: StoredExact | null
  gone: StoredExact | null
  figure: FigureRow | null
}

const stored = (exact: Exact | undefined): StoredExact | null =>
  exact ? { numerator: `${exact.numerator}`, denominator: `${exact.denominator}` } : null

export const lightRuleOf = (setting: LightSetting | undefined): LightRule =>
  setting
    ? {
        green: exactFromDecimal(setting.green) ?? usualLight.green,
        amber: exactFromDecimal(setting.amber) ?? usualLight.amber,
      }
    : usualLight

const sumOfDecimals = (texts: readonly string[]): string => {
  const scale = 6
  const units = texts.map((text) => {
    const [whole = '0', rest = ''] = text.split('.')
    return BigInt(whole + rest.slice(0, scale).padEnd(scale, '0'))
  })
  const sum = units
    .reduce((a, b) => a + b, 0n)
    .toString()
    .padStart(scale + 1, '0')
  return `${sum.slice(0, -scale)}.${sum.slice(-scale)}`.replace(/\.?0+$/, '')
}

function promisedOf(indicator: Indicator, promised: readonly Promised[]): IndicatorState['promised'] {
  const meant = promised.filter((p) => p.target !== null && meantBy(p.indicator, [indicator]))
  const amounts = meant.flatMap(({ target }) => (target?.startsWith('-') ? [] : (target ?? [])))
  return {
    sum: addsUp(indicator.aggregation) && amounts.length > 0 ? sumOfDecimals(amounts) : null,
    projects: new Set(meant.map(({ project }) => project)).size,
  }
}

function stateOf(
  indicator: IndicatorState['indicator'],
  known: {
    targets: readonly Target[]
    figures: readonly FigureRow[]
    promised: readonly Promised[]
    rule: LightRule
    today: Day
  },
): IndicatorState {
  const target =
    known.targets.find((t) => t.indicator === indicator.id && t.scope === 'ecosystem' && !t.endedAt) ?? null
  const figure = known.figures.find((f) => f.indicator === indicator.id) ?? null
  const realised =
    figure?.numerator && figure.denominator
      ? { numerator: figure.numerator, denominator: figure.denominator }
      : null
  const { light, done, gone } = progressOf(
    realised ? exactOf(realised) : undefined,
    target ? goalOf(target) : undefined,
    known.today,
    known.rule,
  )
  return {
    indicator,
    target,
    realised,
    promised: promisedOf(indicator, known.promised),
    light,
    done: stored(done),
    gone: stored(gone),
    figure,
  }
}

export const goalOf = (target: Pick<Target, 'baseline' | 'target' | 'startsOn' | 'dueOn'>) => ({
  baseline: exactFromDecimal(target.baseline)!,
  target: exactFromDecimal(target.target)!,
  from: target.startsOn,
  by: target.dueOn,
})

/** Every indicator that an ecosystem uses, with its figure read from the summary table. */
export async function statesOf(
  db: Read,
  ecosystem: string,
  today: Day,
): Promise<{ states: IndicatorState[]; rule: LightSetting; targets: Target[] }> {
  const [indicators, targets, figures, promised, setting] = [
    await indicatorsOf(db, ecosystem),
    await targetsOf(db, ecosystem),
    await figureRows(db, ecosystem),
    await promisedIn(db, ecosystem),
    await lightOf(db, ecosystem),
  ]
  const rule = lightRuleOf(setting)
  return {
    states: indicators.map((one) => stateOf(one, { targets, figures, promised, rule, today })),
    rule: setting ?? { green: '0.9', amber: '0.6' },
    targets,
  }
}
