import type { Supposing } from './problem.ts'
import type { Room, RoomStatement } from './room.ts'
import { takesPlaceOf, type WeightStatementSaid } from './settings.ts'

/** Something that a window supposes, apart from what the meeting has said: what it is, and the address without it. */
export type Supposition =
  | { kind: 'limit'; budget: string; limit: string }
  | { kind: 'statement'; id: string; said: WeightStatementSaid }
  | { kind: 'less'; statement: RoomStatement }
  | { kind: 'without'; rule: string }
  | { kind: 'in' | 'out'; candidate: string }

export type Asked = {
  /** Of whose weights: the meeting's, or the reader's own. */
  whose: 'meeting' | 'own'
  suppositions: readonly { supposed: Supposition; fields: readonly (readonly [string, string])[] }[]
  supposing: Supposing
  /** For the wall of the room: larger, without what is personal. */
  screen: boolean
}

const criterionPair = /^([a-z0-9-]{1,40})\.([a-z0-9-]{1,40})$/

/**
 * What an address supposes: `limit-{budget}` (money), `min-{criterion}` and `max-{criterion}` (per cent), `rank` (ids
 * of criteria between points), `more` ("a.b": a at least b), `less` (statements left out), `without` (rules left out),
 * `in` and `out` (codes of candidates). What it does not understand is left out: an address may be older than the
 * meeting.
 */
export function askedOf(query: URLSearchParams, room: Room): Asked {
  const whose = query.get('whose') === 'own' && room.self ? 'own' : 'meeting'
  const base = statementsOf(room, whose)
  const suppositions = [
    ...limitsIn(query, room),
    ...rankIn(query, room),
    ...moreIn(query, room),
    ...boundsIn(query, room),
    ...base.flatMap((statement) =>
      query.getAll('less').includes(statement.id)
        ? [one({ kind: 'less', statement }, ['less', statement.id])]
        : [],
    ),
    ...[...room.settings.rules, ...room.settings.synergies].flatMap(({ id, off }) =>
      !off && query.getAll('without').includes(id)
        ? [one({ kind: 'without', rule: id }, ['without', id])]
        : [],
    ),
    ...forcedIn(query, room),
  ]
  return {
    whose,
    suppositions,
    supposing: supposingOf(
      base,
      suppositions.map(({ supposed }) => supposed),
    ),
    screen: query.has('screen'),
  }
}

const one = (supposed: Supposition, ...fields: [string, string][]) => ({ supposed, fields })

export const statementsOf = (room: Room, whose: 'meeting' | 'own'): readonly RoomStatement[] =>
  whose === 'meeting'
    ? room.statements
    : (room.members.find(({ person }) => person === room.self)?.statements ?? [])

function supposingOf(base: readonly RoomStatement[], suppositions: readonly Supposition[]): Supposing {
  const of = <K extends Supposition['kind']>(kind: K) =>
    suppositions.filter((s): s is Extract<Supposition, { kind: K }> => s.kind === kind)
  const less = new Set(of('less').map(({ statement }) => statement.id))
  const said = of('statement')
  for (const before of base) if (said.some((one) => takesPlaceOf(one.said, before.said))) less.add(before.id)
  return {
    limits: Object.fromEntries(of('limit').map(({ budget, limit }) => [budget, limit])),
    statements: [
      ...base.filter(({ id }) => !less.has(id)).map(({ id, said }) => ({ id, said })),
      ...said.map((one) => ({ id: one.id, said: one.said })),
    ],
    without: of('without').map(({ rule }) => rule),
    also: suppositions.flatMap((s) =>
      s.kind === 'in' || s.kind === 'out' ? [{ candidate: s.candidate, way: s.kind }] : [],
    ),
  }
}

/** Money as it is typed: "4 800 000", "4800000,50"; undefined when it is none. */
export function typedLimit(typed: string): string | undefined {
  const plain = typed.replaceAll(/[\s\u00a0€]/g, '').replace(',', '.')
  return /^\d{1,12}(\.\d{1,2})?$/.test(plain) ? plain : undefined
}

/** A share in per cent as it is typed, as a decimal of one: "12,5" -> "0.125". */
export function typedShare(typed: string): string | undefined {
  const found = /^(\d{1,3})(?:[.,](\d{1,4}))?$/.exec(typed.replaceAll(/[\s\u00a0%]/g, ''))
  if (!found || Number(found[1]) > 100) return undefined
  const digits = found[1]!.padStart(3, '0')
  return `${digits[0]}.${digits.slice(1)}${found[2] ?? ''}`.replace(/\.?0+$/, '')
}

function limitsIn(query: URLSearchParams, { settings }: Room) {
  return settings.budgets.flatMap((budget) => {
    const typed = query.get(`limit-${budget.id}`)
    const limit = typed === null ? undefined : typedLimit(typed)
    if (limit === undefined || Number(limit) === Number(budget.limit)) return []
    return [one({ kind: 'limit', budget: budget.id, limit }, [`limit-${budget.id}`, limit])]
  })
}

function rankIn(query: URLSearchParams, { settings }: Room) {
  const known = new Set(settings.criteria.map(({ id }) => id))
  const order = [...new Set((query.get('rank') ?? '').split('.').filter((id) => known.has(id)))]
  if (order.length < 2) return []
  return [
    one({ kind: 'statement', id: 'supposed-rank', said: { kind: 'rank', order } }, ['rank', order.join('.')]),
  ]
}

function moreIn(query: URLSearchParams, { settings }: Room) {
  const known = new Set(settings.criteria.map(({ id }) => id))
  return [...new Set(query.getAll('more'))].flatMap((pair) => {
    const [, a = '', b = ''] = criterionPair.exec(pair) ?? []
    if (!known.has(a) || !known.has(b) || a === b) return []
    return [
      one({ kind: 'statement', id: `supposed-${a}-${b}`, said: { kind: 'atLeast', a, b } }, ['more', pair]),
    ]
  })
}

function boundsIn(query: URLSearchParams, { settings }: Room) {
  return settings.criteria.flatMap(({ id }) => {
    const typed = (end: 'min' | 'max') => query.get(`${end}-${id}`) ?? ''
    const [min, max] = [typedShare(typed('min')), typedShare(typed('max'))]
    const [low, high] = [min === '0' ? undefined : min, max === '1' ? undefined : max]
    if (low === undefined && high === undefined) return []
    if (low !== undefined && high !== undefined && Number(low) > Number(high)) return []
    const said: WeightStatementSaid = {
      kind: 'bounds',
      criterion: id,
      ...(low !== undefined && { min: low }),
      ...(high !== undefined && { max: high }),
    }
    const fields: [string, string][] = []
    if (low !== undefined) fields.push([`min-${id}`, typed('min')])
    if (high !== undefined) fields.push([`max-${id}`, typed('max')])
    return [one({ kind: 'statement', id: `supposed-${id}`, said }, ...fields)]
  })
}

function forcedIn(query: URLSearchParams, { candidates, forces }: Room) {
  const forced = new Set(forces.map(({ candidate }) => candidate))
  const taken = new Set<string>()
  return (['in', 'out'] as const).flatMap((kind) =>
    candidates.flatMap(({ id, code }) => {
      if (!query.getAll(kind).includes(code) || forced.has(id) || taken.has(id)) return []
      taken.add(id)
      return [one({ kind, candidate: id }, [kind, code])]
    }),
  )
}
