import populationFile from '../../../data/regions/population.json' with { type: 'json' }

type Item = { region: string; year: number; population: number; method: string }
const computed = (populationFile.items as readonly Item[]).filter((item) => item.method === 'computed')

export type Population = {
  /** Mean over the years, persons. */
  persons: number
  from: number
  to: number
}

const firstYear = Math.min(...computed.map((item) => item.year))
const lastYear = Math.max(...computed.map((item) => item.year))

/** The years of the chosen periods ("2007-2013") for which population is at hand; all programmes' years without a choice. */
export function populationYears(periods: readonly string[]): { from: number; to: number } {
  const years = periods.flatMap((p) => /^(\d{4})-(\d{4})$/.exec(p)?.slice(1).map(Number) ?? [])
  const clamp = (year: number) => Math.min(lastYear, Math.max(firstYear, year))
  return years.length === 0
    ? { from: firstYear, to: 2020 }
    : { from: clamp(Math.min(...years)), to: clamp(Math.max(...years)) }
}

/** A region's mean population over some years, from data/regions/population.json; undefined when none is at hand. */
export function populationOf(region: string, years: { from: number; to: number }): Population | undefined {
  const found = computed.filter((i) => i.region === region && i.year >= years.from && i.year <= years.to)
  if (found.length === 0) return undefined
  return { persons: found.reduce((sum, i) => sum + i.population, 0) / found.length, ...years }
}

/** Euros an inhabitant. `cents` is an exact sum; the quotient is for reading and drawing only. */
export const perInhabitant = (cents: bigint, population: Population): number =>
  Number(cents) / 100 / population.persons
