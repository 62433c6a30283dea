import type { Category, Dimension, Fault, Label, LabelLanguage, Role } from './dataset.ts'
import { withRoles } from './roles.ts'

/** An object of a file, of which nothing is known yet. */
export type Found = Readonly<Record<string, unknown>>
export const isFound = (value: unknown): value is Found =>
  typeof value === 'object' && value !== null && !Array.isArray(value)

export const textOf = (value: unknown): string | undefined =>
  typeof value === 'string' && value.trim() !== '' ? value.trim() : undefined

export const labelled = (text: string, language: LabelLanguage): Label => (text ? { [language]: text } : {})

/** A note, or several: JSON-stat allows both. */
export const notesOf = (note: unknown): string[] =>
  (Array.isArray(note) ? note : [note]).flatMap((one) => textOf(one) ?? [])

const strings = (value: unknown): string[] | undefined =>
  Array.isArray(value) && value.every((one) => typeof one === 'string' || typeof one === 'number')
    ? value.map(String)
    : undefined

/** The dimensions of a dataset, by version 2.0 (`id`, `size` and `role` beside them) or 1.x (inside `dimension`). */
export function dimensionsOf(dataset: Found, language: LabelLanguage): Dimension[] | Fault {
  const inside = dataset.dimension as Found
  const ids = strings(dataset.id) ?? strings(inside.id)
  const sizes = dataset.size ?? inside.size
  if (!ids || ids.length === 0) return { what: 'no-dimensions', where: 'id' }
  if (new Set(ids).size < ids.length) return { what: 'twice', where: 'id' }
  const roles = isFound(dataset.role) ? dataset.role : isFound(inside.role) ? inside.role : {}
  const dimensions: Dimension[] = []
  for (const [i, id] of ids.entries()) {
    const found = Object.hasOwn(inside, id) ? inside[id] : undefined
    if (!isFound(found)) return { what: 'no-dimensions', where: id }
    const categories = categoriesOf(found, language)
    if ('what' in categories) return { ...categories, where: id }
    if (Array.isArray(sizes) && sizes[i] !== categories.length) return { what: 'sizes-differ', where: id }
    const role = roleOf(id, roles)
    const notes = notesOf(found.note)
    dimensions.push({
      id,
      name: labelled(textOf(found.label) ?? '', language),
      ...(role && { role }),
      categories,
      ...(notes.length > 0 && { notes }),
    })
  }
  return withRoles(onlyOneTime(dimensions))
}

const roleOf = (id: string, roles: Found): Role | undefined =>
  (['time', 'geo', 'metric'] as const).find((role) => strings(roles[role])?.includes(id))

/** Series run over one dimension of time: the first that is called so. */
const onlyOneTime = (dimensions: readonly Dimension[]): Dimension[] => {
  const first = dimensions.findIndex(({ role }) => role === 'time')
  return dimensions.map(({ role, ...d }, i) =>
    role === undefined || (role === 'time' && i !== first) ? d : { ...d, role },
  )
}

/** `index` may be an array of codes, positions by code, or left out where there is one category. */
function categoriesOf(dimension: Found, language: LabelLanguage): Category[] | Fault {
  const { category } = dimension
  if (!isFound(category)) return { what: 'no-categories', where: '' }
  const codes = codesOf(category)
  if (!codes || codes.length === 0) return { what: 'no-categories', where: '' }
  if (new Set(codes).size < codes.length) return { what: 'twice', where: '' }
  const of = (field: string, code: string): unknown => {
    const part = category[field]
    return isFound(part) && Object.hasOwn(part, code) ? part[code] : undefined
  }
  return codes.map((code): Category => {
    const unit = of('unit', code)
    const notes = notesOf(of('note', code))
    return {
      code,
      name: labelled(textOf(of('label', code)) ?? '', language),
      ...unitOf(unit),
      ...(notes.length > 0 && { notes }),
    }
  })
}

function codesOf(category: Found): string[] | undefined {
  const listed = strings(category.index)
  if (listed) return listed
  if (isFound(category.index)) {
    const entries = Object.entries(category.index)
    if (entries.some(([, at]) => typeof at !== 'number')) return undefined
    return entries.sort(([, a], [, b]) => (a as number) - (b as number)).map(([code]) => code)
  }
  return isFound(category.label) ? Object.keys(category.label).slice(0, 1) : undefined
}

/** PxWeb calls a unit `base`, others `label` or `symbol`. */
function unitOf(unit: unknown): Pick<Category, 'unit' | 'decimals'> {
  if (!isFound(unit)) return {}
  const name = textOf(unit.base) ?? textOf(unit.label) ?? textOf(unit.symbol)
  const { decimals } = unit
  const known = typeof decimals === 'number' && Number.isInteger(decimals) && decimals >= 0 && decimals <= 15
  return { ...(name && { unit: name }), ...(known && { decimals }) }
}
