import { canonical } from '../../kernel/canonical.ts'
import type { Context } from '../../kernel/context.ts'
import type { Tx } from '../../kernel/db.ts'
import { inEach } from '../../kernel/text.ts'
import { dayIn } from '../../kernel/time.ts'
import { standsWithDecision } from '../decisions/index.ts'
import { openOwnLists, toldOf } from '../projects/index.ts'
import { type StatementValues, stageOwnList } from '../sources/index.ts'
import { newsText } from './news-text.ts'
import type { Followed } from './queries.ts'

type Stated = {
  values: StatementValues
  /** What it rests on; it is the file of the statement. */
  document: object
  why: 'change' | 'list'
}

/**
 * States something of a followed project as a list of one row, so that the project is folded from it like from any
 * other list and the value says where it comes from. What is stated of a project that was granted here goes when its
 * decision goes.
 */
export async function stateOfProject(
  ctx: Context<Tx>,
  followed: Followed,
  { values, document, why }: Stated,
): Promise<void> {
  const { db, now } = ctx
  const told = (await toldOf(db, [followed.project])).get(followed.project)
  if (!told) return
  const lists = openOwnLists(db, now)
  const list = await stageOwnList(
    { ...ctx, now: lists.at() },
    {
      title: inEach((l) => newsText[l].statedBy[why](followed.code)),
      fileName: `${followed.code.replaceAll(/[^\w-]/g, '-')}-${why}-${dayIn(now)}.json`,
      document: canonical(document),
      registry: followed.registry,
      key: followed.code,
      values: { title: told.values.title, ...values },
      cells: Object.fromEntries(
        Object.entries(values).map(([field, value]) => [
          field,
          typeof value === 'string' ? value : canonical(value),
        ]),
      ),
      asOf: dayIn(now),
      ecosystem: followed.share === 'public' ? followed.ecosystem : followed.circle,
      share: followed.share,
    },
  )
  await lists.take(list)
  await lists.end()
  await standsWithDecision(db, { project: followed.project, import: list.id, key: followed.code, at: now })
}
