import type { Category, Dataset, Dimension, Fault, Header, Reading, Series } from './dataset.ts'
import { mostCells, placeOf } from './dataset.ts'
import { withRoles } from './roles.ts'

/** A dimension whose categories are met one by one, in the order in which a file has them. */
type Growing = { id: string; at: Map<string, number>; categories: Category[] }

const growing = (id: string): Growing => ({ id, at: new Map(), categories: [] })

function positionIn(dimension: Growing, code: string, name?: Category['name']): number {
  const known = dimension.at.get(code)
  if (known !== undefined) return known
  const at = dimension.categories.length
  dimension.at.set(code, at)
  dimension.categories.push({ code, name: name ?? {} })
  return at
}

/**
 * A dataset put together from a file that lists its series or observations: only what the file lists is there. `time`
 * is the name of the column of periods, or undefined where a file has none.
 */
export function assembling(ids: readonly string[], time: string | undefined) {
  const others = ids.filter((id) => id !== time).map(growing)
  const periods = growing(time ?? '')
  if (time === undefined) positionIn(periods, '')
  const found = new Map<string, { positions: number[]; values: string[]; flags: string[] }>()

  const seriesAt = (codes: readonly string[], names: readonly (Category['name'] | undefined)[] = []) => {
    const positions = codes.map((code, i) => positionIn(others[i]!, code, names[i]))
    const key = positions.join(' ')
    const known = found.get(key)
    if (known) return { series: known, isNew: false }
    const series = { positions, values: [], flags: [] }
    found.set(key, series)
    return { series, isNew: true }
  }

  return {
    periodAt: (code: string, name?: Category['name']) => positionIn(periods, code, name),
    seriesAt,
    /** The whole, its dimensions in the order of `ids`. */
    end(header: Omit<Header, 'dimensions'>): Reading {
      if (found.size === 0) return { faults: [{ what: 'no-rows', where: '' }] }
      if (found.size * periods.categories.length > mostCells) return { faults: [tooLarge] }
      const dimensions = ids.map((id): Dimension => {
        const made = id === time ? periods : others.find((o) => o.id === id)!
        return { id, name: {}, categories: made.categories, ...(id === time && { role: 'time' as const }) }
      })
      const sizes = others.map(({ categories }) => categories.length)
      if (sizes.reduce((n, size) => n * size, 1) > Number.MAX_SAFE_INTEGER) return { faults: [tooLarge] }
      const series: Series[] = [...found.values()].map(({ positions, values, flags }) => ({
        place: placeOf(sizes, positions),
        ...filled(values, flags, periods.categories.length),
      }))
      series.sort((a, b) => a.place - b.place)
      const dataset: Dataset = { ...header, dimensions: withRoles(dimensions), series }
      return { dataset }
    },
  }
}

const tooLarge: Fault = { what: 'too-large', where: '' }

/** Rows of one length, without holes. */
const filled = (values: readonly string[], flags: readonly string[], length: number) => ({
  values: Array.from({ length }, (_, i) => values[i] ?? ''),
  flags: Array.from({ length }, (_, i) => flags[i] ?? ''),
})
