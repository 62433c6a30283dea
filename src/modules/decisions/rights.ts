import type { Context } from '../../kernel/context.ts'
import { Refusal, type RefusalKind } from '../../kernel/refusal.ts'
import type { Rule } from '../../kernel/rule.ts'
import { complaint } from './fault-text.ts'
import type { Fault } from './guards.ts'
import { ecosystemOf, headById } from './head-queries.ts'
import { preparersOf } from './preparer-queries.ts'
import { type DecisionEvent, decisionMachine } from './rules.ts'
import { ownStanding } from './standing.ts'

export type One = { decision: string }

export const refusal = (kind: RefusalKind, faults: readonly Fault[]): Refusal =>
  new Refusal(kind, `decision.${faults[0]!.is}`, faults.map(complaint))

/** Who may cause an event: the offices of the state table, in the ecosystem of the application. */
export const byTable = (event: DecisionEvent): Rule<One, Context> => ({
  who: decisionMachine.events[event].by,
  in: (ctx, { decision }) => ecosystemOf(ctx.db, decision),
})

/** The same of an event that signs: no conflict there, and nothing of it prepared. Refused in words of its own. */
export const bySigner = (event: DecisionEvent): Rule<One, Context> => ({
  ...byTable(event),
  only: {
    says: {
      fi: 'ei ole esteellinen eikä ole valmistellut asiaa',
      sv: 'är inte jävig och har inte berett ärendet',
      en: 'has no conflict of interest and has not prepared the matter',
    },
    check: async (ctx, { decision }) => {
      const head = await headById(ctx.db, decision)
      if (!head || ctx.actor.kind !== 'person') return true
      const standing = await ownStanding(ctx, head.application, 'decide')
      const preparers = await preparersOf(ctx.db, [head.application])
      const faults: Fault[] = []
      if (preparers.get(head.application)?.has(ctx.actor.id)) faults.push({ is: 'prepared-it' })
      else if (standing !== 'free') faults.push({ is: standing })
      if (faults.length > 0) throw refusal('forbidden', faults)
      return true
    },
  },
})
