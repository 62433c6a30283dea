import { type Evidence, once, showing, showingAt } from './evidence.ts'
import { otherOf } from './person-ties.ts'
import type { Application, Deed, DeedKind } from './register.ts'
import type { Registry } from './registry.ts'
import { acts } from './rules.ts'
import { person, preparedBy, type Tie, tieTo } from './tie.ts'

/** Deeds by which the application came to be what it is; of those near, these are asked about. */
const making: ReadonlySet<DeedKind> = new Set<DeedKind>(['wrote', 'contact', 'sparred'])

const concerns = (deed: Deed, { id, call }: Application): boolean =>
  deed.application ? deed.application === id : call !== null && deed.call === call

/** By what the person has done around the application or all of its call, and by what those near have. */
export function deedTies(registry: Registry, who: string, application: Application): Tie[] {
  const { deeds, ruling } = registry
  const own: Tie[] = []
  const advice: Evidence[] = []
  for (const deed of deeds(who).filter((d) => concerns(d, application))) {
    const shown = showingAt('deed', deed, deed.at)
    if (deed.kind === 'advised') advice.push(shown)
    else own.push(preparedBy(who, application.id, deed.kind, shown))
  }
  // However often somebody advised, it is asked about once.
  const [first, ...rest] = advice
  if (first) {
    const judged = ruling.judge('advised', 'same', 'now')
    const evidence = once(first, rest)
    own.push(
      tieTo(who, application.id, { kind: 'advised', ...judged, acts, path: [person(who)], evidence }, []),
    )
  }
  const near = registry.kinships(who).flatMap((kinship) => {
    const kin = otherOf(kinship, who)
    if (kin === null || kin === who) return []
    return deeds(kin)
      .filter((deed) => making.has(deed.kind) && concerns(deed, application))
      .map((deed) =>
        tieTo(
          who,
          application.id,
          {
            kind: 'kin-prepared',
            ...ruling.judge('kin-prepared', 'same', 'now'),
            acts,
            path: [person(who), person(kin)],
            evidence: [showing('kinship', kinship)],
          },
          [showingAt('deed', deed, deed.at)],
        ),
      )
  })
  return [...own, ...near]
}
