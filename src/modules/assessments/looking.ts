import type { Actor } from '../../kernel/actor.ts'
import type { Context } from '../../kernel/context.ts'
import { standingsOf } from '../conflicts/index.ts'
import { holds } from '../people/index.ts'
import type { Judged } from './judged.ts'
import { type Looker, type Shown, shownTo } from './shown.ts'

export type OwnStanding = 'free' | 'must-declare' | 'must-answer' | 'barred'
export type Seen = Shown & { own: OwnStanding; office: boolean }

/** Those who look at assessments by their office; an assessor sees only what was given to them. */
export const isOfficeOf = (actor: Actor, ecosystem: string): boolean =>
  actor.kind === 'system' ||
  holds(actor, ['coordinator', 'preparer', 'council-officer', 'city-decider'], ecosystem)

/** Assessments as the one who asks may see them, each by their standing to its application. */
export async function seenBy(ctx: Context, list: readonly Judged[]): Promise<Seen[]> {
  const { actor } = ctx
  const self = actor.kind === 'person' ? actor.id : undefined
  const ids = list.map((j) => j.application)
  const standings = self && ids.length > 0 ? await standingsOf(ctx.db, [self], ids, ctx.now) : undefined
  return list.map((judged) => {
    const office = isOfficeOf(actor, judged.ecosystem)
    const own = ownIn(actor, judged, (act) =>
      self && standings ? standings.of(self, judged.application, act).is : 'free',
    )
    const looker: Looker = { person: self, office, free: own === 'free' }
    return { ...shownTo(judged, looker), own, office }
  })
}

/** What the person's part in the application asks of them: to assess, to prepare or to decide. */
function ownIn(
  actor: Actor,
  judged: Judged,
  of: (act: 'assess' | 'propose' | 'decide') => OwnStanding,
): OwnStanding {
  if (actor.kind !== 'person') return actor.kind === 'system' ? 'free' : 'barred'
  const sheet = judged.sheets.find((s) => s.person === actor.id && s.state !== 'released')
  if (sheet) return sheet.state === 'recused' ? 'barred' : of('assess')
  const prepares = holds(actor, ['coordinator', 'preparer', 'council-officer'], judged.ecosystem)
  return of(prepares ? 'propose' : 'decide')
}
