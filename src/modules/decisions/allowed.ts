import type { Actor } from '../../kernel/actor.ts'
import { eventsFrom } from '../../kernel/machine.ts'
import { isAmong } from '../../kernel/rule.ts'
import type { Head } from './head.ts'
import { type DecisionEvent, decisionMachine } from './rules.ts'

/** What the actor's offices could do next with a decision; whether they are free to is another question. */
export const allows = (actor: Actor, head: Pick<Head, 'state' | 'ecosystem'>): DecisionEvent[] =>
  actor.kind !== 'person'
    ? []
    : eventsFrom(decisionMachine, head.state).filter((event) =>
        isAmong(decisionMachine.events[event].by, actor, head.ecosystem.id),
      )
