import type { Names } from '../../../kernel/text.ts'
import { figureOf, type IndicatorFigure, listIndicators, ruleWords } from '../../indicators/index.ts'
import { type Maker, type Making, said, type Told } from '../book.ts'

/** The indicators of the ecosystem with their targets, and the rule of their light. */
export async function indicatorsOf({ ask, place }: Making) {
  if (!place.ecosystem) return null
  const { items, light } = await ask(listIndicators, { key: place.ecosystem })
  return { figures: items.map((state) => figureOf(place.ecosystem!, state)), light }
}

const listPath = (key: string) => `/ecosystems/${key}/indicators`

const reports = (key: string, of: readonly IndicatorFigure[]): Told['sources'] => [
  {
    key: 'reports',
    name: { fi: 'Hyväksytyt raportit', sv: 'Godkända rapporter', en: 'Approved reports' },
    path: listPath(key),
    asOf:
      of
        .flatMap(({ asOf }) => asOf?.toISOString() ?? [])
        .sort()
        .at(-1) ?? null,
  },
]

/** A count of indicators. */
export const countOf = (
  { place, book, tile }: Making,
  name: 'onTrack' | 'ofIndicators' | 'behind' | 'overdue',
  of: readonly IndicatorFigure[],
  value: number,
): string =>
  book.figure(`${tile.id}.${name}`, {
    label: said((t) => t[name]),
    unit: 'count',
    decimals: 0,
    method: name,
    sources: reports(place.ecosystem!, of),
    origin: listPath(place.ecosystem!),
    value: String(value),
  })

const isOnTrack = ({ light }: IndicatorFigure) => light === 'met' || light === 'green'
export const isBehind = ({ light }: IndicatorFigure) => light === 'amber' || light === 'red'

/** What has been reached against targets, each with its light, and the rule of the light under it. */
export const indicatorsTile: Maker = async (making) => {
  const { book, tile, place } = making
  const found = await indicatorsOf(making)
  if (!found || found.figures.length === 0) return null
  const { figures, light } = found
  const withTarget = figures.filter(({ target }) => target)
  return {
    figures: [
      countOf(making, 'onTrack', figures, withTarget.filter(isOnTrack).length),
      countOf(making, 'ofIndicators', figures, withTarget.length),
    ],
    table: {
      head: said((t) => t.heads.indicator),
      columns: [said((t) => t.reached), said((t) => t.target)],
      rows: figures.map((one) => {
        const told: Omit<Told, 'label' | 'method'> = {
          unit: 'other',
          unitName: one.unit,
          decimals: one.decimals,
          sources: reports(place.ecosystem!, [one]),
          origin: one.source,
        }
        return {
          label: named(one),
          path: one.source,
          cells: [
            book.figure(`${tile.id}.${one.code}.reached`, {
              ...told,
              label: named(one),
              method: 'indicator',
              value: one.realised,
              light: one.light,
              ...(one.realised === null && { missing: said((t) => t.noFigure) }),
            }),
            one.target &&
              book.figure(`${tile.id}.${one.code}.target`, {
                ...told,
                label: said((t, l) => `${t.target}: ${one.name[l] ?? one.name.fi ?? one.code}`),
                method: 'target',
                value: one.target.target,
                period: one.target.dueOn,
              }),
          ],
        }
      }),
    },
    notes: ruleWords(light),
  }
}

/** A code with its name. */
export const named = ({ code, name }: IndicatorFigure): Names =>
  said((_t, l) => `${code} ${name[l] ?? name.fi ?? name.en ?? ''}`)
