import type { Context } from '../../kernel/context.ts'
import { formatCount } from '../../kernel/text.ts'
import { applyingTo } from '../applications/index.ts'
import { type Call, callById } from '../calls/index.ts'
import { barredToward } from '../conflicts/index.ts'
import { competing } from './candidate-queries.ts'
import { conflictText } from './conflict-text.ts'
import type { Consortium } from './record.ts'

/** What an organisation is committed to in the same call besides this consortium. */
type Competitor = { is: 'consortium' | 'application'; title: string }

/** Sentences by organisation. */
export type Conflicts = ReadonlyMap<string, string[]>

const callOf = async ({ db }: Pick<Context, 'db'>, { callCode }: Consortium): Promise<Call | undefined> =>
  callCode ? callById(db, callCode) : undefined

/**
 * Who is in another consortium or application of the same call that the actor may see. An application that the same
 * organisation leads is taken for this consortium's own.
 */
export async function competitors(
  ctx: Pick<Context, 'db' | 'actor'>,
  consortium: Consortium,
): Promise<ReadonlyMap<string, Competitor[]>> {
  const { db, actor } = ctx
  const found = new Map<string, Competitor[]>()
  const add = (organisation: string, one: Competitor) =>
    found.set(organisation, [...(found.get(organisation) ?? []), one])
  for (const [organisation, title] of await competing(db, actor, consortium.id))
    add(organisation, { is: 'consortium', title })
  const call = await callOf(ctx, consortium)
  const applying = call ? await applyingTo(db, actor, call.id) : []
  for (const { organisation, title, lead } of applying)
    if (lead === null || lead !== consortium.lead?.id) add(organisation, { is: 'application', title })
  return found
}

/**
 * What stands between organisations and the call, as far as the actor may know: that somebody who assesses, prepares or
 * decides is conflicted toward them, told without names and only to those who see the ties of the call
 * (`conflicts.barredToward` says why nobody else is told even that); and what they are in besides, as far as the actor
 * sees those consortia and applications.
 */
export async function conflictsOf(
  ctx: Context,
  consortium: Consortium,
  organisations: readonly string[],
): Promise<Conflicts> {
  const { language } = ctx
  const t = conflictText[language]
  const call = await callOf(ctx, consortium)
  const barred = call && (await barredToward(ctx, call, organisations))
  const elsewhere = await competitors(ctx, consortium)
  return new Map(
    organisations.map((id) => [
      id,
      [
        ...(barred?.get(id) ?? []).map(({ act, people }) => t.barred(formatCount(people, language), act)),
        ...(elsewhere.get(id) ?? []).map(({ is, title }) => t[is](title)),
      ],
    ]),
  )
}
