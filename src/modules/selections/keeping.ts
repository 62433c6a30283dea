import { nameOf } from '../../engine/portfolio/index.ts'
import type { Context } from '../../kernel/context.ts'
import { pick } from '../../kernel/text.ts'
import { problemOf } from './problem.ts'
import { type CandidateRow, forcesOf, type Head } from './queries.ts'
import { solveProblem } from './solving.ts'

/**
 * What a choice breaks: names of budgets, rules and codes of forced candidates that it does not keep; none where it is
 * feasible. Asked of the engine itself, with every candidate forced as it was chosen.
 */
export async function breaking(
  ctx: Pick<Context, 'db' | 'language'>,
  head: Pick<Head, 'id' | 'settings'>,
  candidates: readonly CandidateRow[],
  chosen: ReadonlySet<string>,
): Promise<string[]> {
  const { settings } = head
  const forces = await forcesOf(ctx.db, head.id)
  const wayOf = (id: string) => (chosen.has(id) ? 'in' : 'out')
  // A force that is not kept would contradict the choice in every other row: it is told by itself.
  const unkept = forces.filter((f) => f.way !== wayOf(f.candidate))
  const codes = new Map(candidates.map((c) => [c.id, c.code]))
  if (unkept.length > 0) return unkept.map((f) => codes.get(f.candidate) ?? '')
  const also = candidates
    .filter((c) => !forces.some((f) => f.candidate === c.id))
    .map((c) => ({ candidate: c.id, way: wayOf(c.id) }) as const)
  const solved = solveProblem(problemOf({ settings, candidates, statements: [], forces }, { also }), 1)
  if ('result' in solved) return []
  if ('faults' in solved) return solved.faults.map((f) => `${f.code} ${f.path}`)
  const named = new Map(
    [...settings.budgets, ...settings.rules, ...settings.synergies].map(({ id, name }) => [
      id,
      pick(name, ctx.language)?.text ?? id,
    ]),
  )
  const { statements } = solved.contradiction
  const told = statements.flatMap(({ id }) => named.get(id ?? '') ?? [])
  return told.length > 0 ? told : statements.map(nameOf)
}
