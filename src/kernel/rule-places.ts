import type { Change, Context } from './context.ts'
import type { Rule } from './rule.ts'

/** The ecosystems that something was done in, as far as the rule and the changed records tell. */
export async function ecosystemsOf<I>(
  rule: Rule<I, Context>,
  ctx: Context,
  input: I,
  changes: readonly Change[],
): Promise<string[]> {
  const where = rule.in && (await rule.in(ctx, input))
  const record = rule.record && (await rule.record(ctx, input))
  const told = changes.flatMap(({ kind, id, before, after }) => [
    kind === 'ecosystem' ? id : undefined,
    ...[before, after].map((side) => ecosystemIn(side)),
  ])
  const found = [where, record?.ecosystem, ...told]
  return [...new Set(found.filter((id): id is string => typeof id === 'string'))]
}

/** Records name their ecosystem in one of these ways. */
function ecosystemIn(side: object | null): string | undefined {
  const { ecosystem, ecosystemId, ecosystem_id } = (side ?? {}) as Record<string, unknown>
  return [ecosystem, ecosystemId, ecosystem_id].find((v): v is string => typeof v === 'string')
}
