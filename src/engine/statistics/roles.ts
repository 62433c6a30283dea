import type { Dimension } from './dataset.ts'
import { levelOf } from './territory.ts'

/** 2024, 2024M07, 2024-07, 2024Q1, 2024-Q1, 2024S1, 2024W05, 2024-07-31, and spans of years such as 2019-2023. */
const period = /^\d{4}(?:-?[MQSHWT]\d{1,2}|-\d{2}(?:-\d{2})?|-\d{4})?$/i
const timeNames =
  /^(?:time(?:_period)?|aika|tid|vuosi|år|year|kuukausi|månad|month|neljännes|kvartal|quarter|päivä|dag|date)$/i
const metricNames = /^(?:tiedot|uppgifter|information|contentscode|contents|measure|indic\w*)$/i

const placeNames = /^(?:geo|ref_area|.*alue|maakunta|kunta|område|landskap|area|region)$/i

/** Every code is a territory's; of a dimension that is called a place most are, the rest being extra-regio and such. */
function isOfPlaces({ id, categories }: Dimension): boolean {
  const places = categories.filter(({ code }) => levelOf(code) !== 'other').length
  return places === categories.length || (placeNames.test(id) && places * 2 > categories.length)
}

/** Whether a text can be a period of time. */
export const isPeriod = (code: string): boolean => period.test(code)

/**
 * The same dimensions with the roles that a source did not give, where they are certain: time by its name and its
 * periods, place where every code is one of a territory.
 */
export function withRoles(dimensions: readonly Dimension[]): Dimension[] {
  const has = (role: Dimension['role']) => dimensions.some((d) => d.role === role)
  const free = dimensions.filter((d) => d.role === undefined)
  const time = has('time')
    ? undefined
    : free.find((d) => timeNames.test(d.id) && d.categories.every(({ code }) => isPeriod(code)))
  const geo = has('geo') ? undefined : free.find((d) => d !== time && isOfPlaces(d))
  const metric = has('metric') ? undefined : free.find((d) => metricNames.test(d.id))
  return dimensions.map((d) =>
    d === time
      ? { ...d, role: 'time' }
      : d === geo
        ? { ...d, role: 'geo' }
        : d === metric
          ? { ...d, role: 'metric' }
          : d,
  )
}
