import { type PairSort, pairSorts } from './rules.ts'

export const queuePath = '/organisations/duplicates'
export const states = ['open', 'same', 'different'] as const
export type State = (typeof states)[number]

/** What the queue's address says: which pairs, in which order, from where on. Nonsense in it is the default. */
export type QueueView = { state: State; reason: string[]; sort: PairSort; offset: number }

export function queueView(params: URLSearchParams): QueueView {
  return {
    state: states.find((s) => s === params.get('state')) ?? 'open',
    reason: params.getAll('reason').filter((kind) => /^[a-z-]{1,40}$/.test(kind)),
    sort: pairSorts.find((s) => s === params.get('sort')) ?? '-money',
    offset: Math.min(1_000_000, Math.max(0, Math.floor(Number(params.get('offset')) || 0))),
  }
}

/** The queue's own words of an address that a form carried along, with some more; foreign ones fall away. */
export function backTo(search: string, more: Readonly<Record<string, string | undefined>>): string {
  const { state, reason, sort, offset } = queueView(new URLSearchParams(search))
  const params = new URLSearchParams()
  if (state !== 'open') params.set('state', state)
  for (const kind of reason) params.append('reason', kind)
  if (sort !== '-money') params.set('sort', sort)
  if (offset > 0) params.set('offset', String(offset))
  for (const [name, value] of Object.entries(more)) if (value) params.set(name, value)
  return params.size > 0 ? `${queuePath}?${params}` : queuePath
}
