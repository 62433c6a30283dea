/**
 * A minimal set of statements that cannot all hold: without any one of it the rest can (Junker, QuickXplain, AAAI
 * 2004, which asks about k log(n/k) times where a filter that deletes one by one asks n times). `canHold` must stay
 * true when statements are left out. Undefined when all of them can hold. Of several such sets, that which the order
 * of the statements gives: the earlier are kept in rather than the later.
 */
export function minimalContradiction<T>(
  statements: readonly T[],
  canHold: (some: readonly T[]) => boolean,
): readonly T[] | undefined {
  if (canHold(statements)) return undefined
  if (!canHold([])) return []
  const found = new Set(halve([], false, statements, canHold))
  return statements.filter((statement) => found.has(statement))
}

function halve<T>(
  behind: readonly T[],
  changed: boolean,
  statements: readonly T[],
  canHold: (some: readonly T[]) => boolean,
): readonly T[] {
  if (changed && !canHold(behind)) return []
  if (statements.length === 1) return statements
  const middle = Math.ceil(statements.length / 2)
  const [first, second] = [statements.slice(0, middle), statements.slice(middle)]
  const late = halve([...behind, ...first], true, second, canHold)
  const early = halve([...behind, ...late], late.length > 0, first, canHold)
  return [...early, ...late]
}
