import { bounds } from './demand.ts'
import type { Evidence } from './evidence.ts'
import type { Choices } from './obstacles.ts'

/** What the call or people say of a consortium; any few of them may contradict each other. */
export type Statement =
  | { readonly kind: 'demand'; readonly demand: number }
  | { readonly kind: 'exclusion'; readonly exclusion: number }
  | { readonly kind: 'least' | 'most' | 'per-partner' | 'altogether' }
  | { readonly kind: 'pinned' | 'refused'; readonly candidate: number }

/** Everything that has to hold. Of several contradictions the one whose parts come earlier is told. */
export function statementsOf({ call }: Evidence, { pinned, refused }: Choices): Statement[] {
  const { limits } = call
  return [
    ...[...call.demands.entries()].flatMap(([demand, { must }]) =>
      must ? [{ kind: 'demand' as const, demand }] : [],
    ),
    ...pinned.map((candidate) => ({ kind: 'pinned' as const, candidate })),
    ...[...refused.keys()].map((candidate) => ({ kind: 'refused' as const, candidate })),
    ...[...call.exclusions.keys()].map((exclusion) => ({ kind: 'exclusion' as const, exclusion })),
    { kind: 'least' as const },
    ...(limits.most < bounds.partners ? [{ kind: 'most' as const }] : []),
    ...(limits.perPartner === undefined ? [] : [{ kind: 'per-partner' as const }]),
    ...(limits.altogether === undefined ? [] : [{ kind: 'altogether' as const }]),
  ]
}
