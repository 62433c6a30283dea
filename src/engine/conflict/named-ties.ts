import { showing, showingAt } from './evidence.ts'
import { otherOf } from './person-ties.ts'
import { type Application, type NamedRole, relations } from './register.ts'
import type { Registry } from './registry.ts'
import { acts, type SettableKind } from './rules.ts'
import { person, preparedBy, type Tie, tieTo } from './tie.ts'

type Named = Application['people'][number]

const kinKinds: Record<NamedRole, SettableKind> = {
  applicant: 'kin-applicant',
  staff: 'kin-interest',
  author: 'kin-prepared',
  contact: 'kin-prepared',
}

/** By the people an application names: the person, and those near (hallintolaki 28 § 1 mom. 1 and 3). */
export function namedTies(registry: Registry, who: string, application: Application): Tie[] {
  const near = registry.kinships(who)
  return application.people.flatMap((named) =>
    named.person === who
      ? [ownTie(registry, application.id, named)]
      : near
          .filter((kinship) => otherOf(kinship, who) === named.person)
          .map((kinship) => {
            const kind = kinKinds[named.role]
            return tieTo(
              who,
              application.id,
              {
                kind,
                ...registry.ruling.judgeKin(kind, 'same', 'now', relations[kinship.relation]),
                acts,
                path: [person(who), person(named.person)],
                evidence: [showing('kinship', kinship)],
              },
              [showingAt('named', named)],
            )
          }),
  )
}

function ownTie({ ruling }: Registry, application: string, named: Named): Tie {
  const shown = showingAt('named', named)
  if (named.role === 'author') return preparedBy(named.person, application, 'wrote', shown)
  if (named.role === 'contact') return preparedBy(named.person, application, 'contact', shown)
  return tieTo(
    named.person,
    application,
    {
      kind: named.role,
      ...ruling.judge(named.role, 'same', 'now'),
      acts,
      path: [person(named.person)],
      evidence: [shown],
    },
    [],
  )
}
