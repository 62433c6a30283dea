import type { Context } from '../../kernel/context.ts'
import type { Tx } from '../../kernel/db.ts'
import { standingsOf } from '../conflicts/index.ts'
import { type KnownPerson, readPeople } from '../people/index.ts'
import { notify } from '../talk/index.ts'
import { type Head, numberOf, pathOf } from './head.ts'
import type { DecisionEvent } from './rules.ts'
import { trailText } from './trail-text.ts'

/** Whose turn it is after an event: they are told, nobody else. */
const waiting: Record<DecisionEvent, readonly string[]> = {
  propose: ['city-decider'],
  select: ['council-officer'],
  'city-return': ['preparer', 'coordinator'],
  'council-return': ['preparer', 'coordinator'],
  'council-return-to-city': ['city-decider'],
  decide: ['coordinator'],
  publish: ['coordinator', 'preparer', 'city-decider'],
  reopen: ['preparer', 'coordinator', 'city-decider'],
}

/** Those who are told; nobody who has a conflict there is. */
export async function peopleToTell(
  ctx: Pick<Context, 'db' | 'now'>,
  event: DecisionEvent,
  { application, ecosystem }: Pick<Head, 'application' | 'ecosystem'>,
): Promise<KnownPerson[]> {
  const offices = waiting[event]
  const people = (await readPeople(ctx.db, ctx.now)).filter(({ actor }) =>
    actor.offices.some(
      (o) => offices.includes(o.office) && (o.ecosystem === null || o.ecosystem === ecosystem.id),
    ),
  )
  const ids = people.map((p) => p.actor.id)
  const standings = await standingsOf(ctx.db, ids, [application], ctx.now)
  return people.filter((p) => standings.of(p.actor.id, application, 'propose').is !== 'barred')
}

export async function tell(
  ctx: Context<Tx>,
  head: Head,
  event: DecisionEvent,
  reason: string | undefined,
): Promise<void> {
  await notify(ctx, {
    kind: 'decision',
    subject: { kind: 'decision', id: head.application },
    about: `${head.application} ${event} ${ctx.now.toISOString()}`,
    title: { [head.language]: `${numberOf(head)} ${head.title}` },
    path: pathOf(head),
    text: [trailText[ctx.language][event], reason].filter(Boolean).join(': '),
    ecosystem: head.ecosystem.id,
    records: [{ share: 'agreement', ecosystem: head.ecosystem.id }],
    to: await peopleToTell(ctx, event, head),
  })
}
