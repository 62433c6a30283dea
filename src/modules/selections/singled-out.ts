import { canonical } from '../../kernel/canonical.ts'
import type { SelectionSettings } from './settings.ts'

type Ruled = Pick<SelectionSettings, 'rules' | 'synergies'>

/**
 * Codes of the candidates that a rule or a synergy is about; undefined where there is none with the id. A quota over a
 * group is about the group; what excludes, requires or joins is about each candidate that it names.
 */
export function singledOutBy({ rules, synergies }: Ruled, id: string): string[] | undefined {
  const said = rules.find((r) => r.id === id)?.said
  const synergy = synergies.find((s) => s.id === id)
  if (!said && !synergy) return undefined
  if (said?.kind === 'requires') return [said.project, ...said.needs]
  if (said?.kind === 'excludes' || said?.kind === 'allOrNone') return [...said.projects]
  return [...(synergy?.projects ?? [])]
}

/** Codes of the candidates that those rules are about which are not the same before and after. */
export function singledOutBetween(before: Ruled, after: Ruled): string[] {
  const written = ({ rules, synergies }: Ruled) =>
    new Map([...rules, ...synergies].map((r) => [r.id, canonical(r)]))
  const [was, is] = [written(before), written(after)]
  const moved = [...new Set([...was.keys(), ...is.keys()])].filter((id) => was.get(id) !== is.get(id))
  return moved.flatMap((id) => [...(singledOutBy(before, id) ?? []), ...(singledOutBy(after, id) ?? [])])
}
