import { centsOf } from '../../kernel/money.ts'
import type { PageRequest } from '../../kernel/page.ts'
import type { Axis, Entry } from './entry.ts'
import type { Target } from './matrix.ts'
import type { Told, ToldEntry } from './record.ts'
import { firstAxes } from './rules.ts'

export type Shown = Pick<PageRequest, 'language' | 'link' | 'url' | 'now' | 'actor'>

/** An entry as the views count it. */
export const entryOf = ({ money, placed: _, choice: __, ...rest }: ToldEntry): Entry => ({
  ...rest,
  money: centsOf(money),
})

export const entriesOf = (told: Pick<Told, 'entries'>): Entry[] => told.entries.map(entryOf)

export const targetsOf = (told: Pick<Told, 'targets'>): Target[] =>
  told.targets.map(({ values, measure, amount }) => ({ values, measure, amount: BigInt(amount) }))

export const pathOf = ({ portfolio }: Pick<Told, 'portfolio'>, rest = ''): string =>
  `/portfolios/${portfolio.id}${rest}`

/** The page of an entry: an idea's is in its portfolio. */
export const pagePath = (
  told: Pick<Told, 'portfolio'>,
  { id, state, path }: Pick<Entry, 'id' | 'state' | 'path'>,
): string | undefined => (state === 'idea' ? pathOf(told, `/ideas/${id}`) : path)

const nothing: Axis = { dimension: 'none', name: {}, values: [] }

/** The axis that the address asks for, or the one that stands first. */
export function axisAsked(told: Pick<Told, 'axes'>, asked: string | null, first: 0 | 1 = 0): Axis {
  const wanted = told.axes.find((axis) => axis.dimension === asked)
  return wanted ?? told.axes.find((axis) => axis.dimension === firstAxes(told.axes)[first]) ?? nothing
}

/** The name of a value anywhere in the frame. */
export function valueNamed(
  told: Pick<Told, 'axes'>,
  value: string,
): { axis: Axis; code: string } | undefined {
  const at = value.indexOf('/')
  const axis = told.axes.find((a) => a.dimension === value.slice(0, at))
  return axis && { axis, code: value.slice(at + 1) }
}
