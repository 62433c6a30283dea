import { type Dimension, municipalityOn, nutsVersionsOf } from '../../engine/statistics/index.ts'
import { type Language, pick } from '../../kernel/text.ts'
import type { Day } from '../../kernel/time.ts'
import { municipalities, municipalityByCode, regions } from '../codes/index.ts'
import { geoOf } from './rules.ts'
import { text } from './text.ts'

const byNumber = new Map(municipalities.map((m) => [m.code, m]))

const codesOf = (dimensions: readonly Dimension[]): string[] =>
  geoOf(dimensions)?.categories.map(({ code }) => code) ?? []

/** Of which versions of NUTS the territories can be, as far as the Finnish codes tell. */
export function nutsText(dimensions: readonly Dimension[], language: Language): string | undefined {
  const t = text[language]
  const versions = nutsVersionsOf(codesOf(dimensions), regions)
  return versions && (versions.length > 0 ? t.nutsOf(versions.join(' / ')) : t.nutsMixed)
}

/** Whether the municipalities are those of a day, and what has become of those that are not. */
export function municipalitiesText(
  dimensions: readonly Dimension[],
  day: Day,
  language: Language,
): string | undefined {
  const t = text[language]
  const codes = codesOf(dimensions).filter((code) => /^KU\d{3}$/.test(code))
  if (codes.length === 0) return undefined
  const nameOf = (code: string) => pick(municipalityByCode(code.slice(2))?.name ?? {}, language)?.text ?? code
  const found = codes.map((code) => ({ code, now: municipalityOn(code, day, byNumber) }))
  const moved = found.flatMap(({ code, now }) =>
    'code' in now && !now.sameArea ? [t.municipalityMoved(nameOf(code), nameOf(now.code))] : [],
  )
  const unknown = found.flatMap(({ code, now }) => ('cannot' in now ? [code] : []))
  return (
    [...moved, ...(unknown.length > 0 ? [t.municipalityUnknown(unknown.join(', '))] : [])].join('; ') ||
    t.municipalitiesNow
  )
}
