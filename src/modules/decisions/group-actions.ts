import { z } from 'zod'
import { command, query } from '../../kernel/action.ts'
import type { Actor } from '../../kernel/actor.ts'
import type { Context } from '../../kernel/context.ts'
import type { Tx } from '../../kernel/db.ts'
import { newId } from '../../kernel/id.ts'
import { decimalOf } from '../../kernel/money.ts'
import { isAmong, type Rule } from '../../kernel/rule.ts'
import { type ProjectOf, projectOf } from './around-queries.ts'
import { takeInHand } from './deeds.ts'
import { type Head, numberOf } from './head.ts'
import { ecosystemOf, headsOfCall, headsOfGroup } from './head-queries.ts'
import { sumOf } from './money.ts'
import { type ListedDecision, missing, seenHead, shown } from './reading.ts'
import { type One, refusal } from './rights.ts'
import { decisionMachine } from './rules.ts'
import { sightsOf } from './sight.ts'
import { setGroup } from './write-queries.ts'

const one = z.uuid().describe('Id of the decision, or of its application.')

/** While it is prepared, whoever prepares; once it is decided, whoever publishes it. Between, nobody. */
function keepersOf({ state }: Pick<Head, 'state'>): readonly string[] | undefined {
  if (state === 'preparing') return decisionMachine.events.propose.by
  return state === 'decided' ? decisionMachine.events.publish.by : undefined
}

const mayChange = (actor: Actor, head: Head): boolean =>
  isAmong(keepersOf(head) ?? [], actor, head.ecosystem.id)

/** A group may grow while another of it is before the deciders; nobody is put into one meanwhile. */
const canBeJoined = ({ state, group, applicationState }: Head): boolean =>
  applicationState === 'submitted' && (group !== null || !['with-city', 'with-council'].includes(state))

const changers: Rule<One, Context> = {
  who: ['preparer', 'coordinator', 'council-officer'],
  in: (ctx, { decision }) => ecosystemOf(ctx.db, decision),
}

/**
 * Several applications of one call form one group project: decided each by itself, told of as one. Who belongs
 * together is settled before any of them is put before the city, or when one that has been granted joins the others.
 */
export const joinGroup = command({
  name: 'decision.join-group',
  summary: {
    fi: 'Liitä hakemus samaan ryhmähankkeeseen toisen kanssa, tai irrota se',
    sv: 'För en ansökan till samma gruppprojekt som en annan, eller ta bort den därifrån',
    en: 'Put an application into the same group project as another, or take it out',
  },
  route: { method: 'POST', path: '/decisions/{decision}/group' },
  input: z.object({
    decision: one,
    with: z.uuid().nullable().describe('The other one; empty when the application is to stand alone.'),
  }),
  output: z.object({ group: z.string().nullable(), path: z.string() }),
  allow: changers,
  run: async (ctx: Context<Tx>, { decision, with: other }) => {
    const { head, signer } = await takeInHand(ctx, decision, 'propose')
    if (signer.standing === 'barred') throw refusal('forbidden', [{ is: 'barred' }])
    if (!keepersOf(head)) throw refusal('conflict', [{ is: 'wrong-state' }])
    if (!mayChange(ctx.actor, head)) throw refusal('forbidden', [{ is: 'not-yours' }])
    const path = `/decisions/${head.application}/group`
    const joined = other === null ? undefined : (await takeInHand(ctx, other, 'propose')).head
    if (joined && (joined.call.id !== head.call.id || joined.application === head.application))
      throw refusal('missing', [{ is: 'missing' }])
    if (joined && !canBeJoined(joined)) throw refusal('conflict', [{ is: 'wrong-state' }])
    const group = joined ? (joined.group ?? newId(ctx.now.getTime())) : null
    await setGroup(ctx.db, joined ? [head.application, joined.application] : [head.application], group)
    ctx.changed({
      kind: 'application',
      id: head.application,
      before: { group: head.group },
      after: { group, ecosystem: head.ecosystem.id, ...(joined && { with: numberOf(joined) }) },
    })
    return { group, path }
  },
})

export type Joinable = { application: string; number: string; title: string; count: number; asked: string }
export type GroupView = {
  head: Head
  members: readonly ListedDecision[]
  project: ProjectOf | null
  mayChange: boolean
  /** Group projects of the call that it could join, by one application of each. */
  groups: readonly Joinable[]
  /** Applications that stand alone, with which it could form one. */
  others: readonly Joinable[]
}

export const readGroup = query({
  name: 'decision.group',
  summary: {
    fi: 'Ryhmähanke, johon hakemus kuuluu: sen hakemukset, summat ja päätökset, ja mihin sen voi liittää',
    sv: 'Gruppprojektet som en ansökan hör till: ansökningar, summor och beslut, och vart den kan föras',
    en: 'The group project that an application belongs to: its applications, sums and decisions, and what it could join',
  },
  route: { method: 'GET', path: '/decisions/{decision}/group' },
  input: z.object({ decision: one }),
  output: z.custom<GroupView>(),
  allow: {
    who: ['coordinator', 'preparer', 'city-decider', 'council-officer'],
    in: (ctx, { decision }) => ecosystemOf(ctx.db, decision),
  } satisfies Rule<One, Context>,
  run: async (ctx, { decision }) => {
    const { head, sight } = await seenHead(ctx, decision)
    if (sight !== 'whole') throw missing()
    const group = head.group ? await headsOfGroup(ctx.db, head.group) : [head]
    const sights = await sightsOf(ctx, group)
    const may = mayChange(ctx.actor, head)
    const published = group.find((m) => m.project !== null)
    const all = may ? await headsOfCall(ctx.db, head.call.id) : []
    return {
      head,
      members: group.map((m) => ({ head: shown(m, sights(m)), sight: sights(m) })),
      project: published ? ((await projectOf(ctx.db, published.decision!)) ?? null) : null,
      mayChange: may,
      ...joinable(all, head),
    }
  },
})

/** What an application could join: groups by their first application, and those that stand alone. */
function joinable(all: readonly Head[], head: Head): Pick<GroupView, 'groups' | 'others'> {
  const free = all.filter((h) => h.application !== head.application && canBeJoined(h))
  const inGroup = new Map<string, Head[]>()
  for (const h of free) {
    const key = h.group ?? h.application
    inGroup.set(key, [...(inGroup.get(key) ?? []), h])
  }
  const told = [...inGroup].flatMap(([key, members]) =>
    head.group !== null && key === head.group
      ? []
      : {
          application: members[0]!.application,
          number: numberOf(members[0]!),
          title: members[0]!.title,
          count: members.length,
          asked: decimalOf(sumOf(members.flatMap((m) => m.partners.map((p) => p.grant)))),
        },
  )
  return { groups: told.filter((g) => g.count > 1), others: told.filter((g) => g.count === 1) }
}
