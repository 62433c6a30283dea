import type { Evidence, Evidences } from './evidence.ts'
import type { Point } from './register.ts'
import { type Act, type Kind, preparing, type Weight } from './rules.ts'

/** A step of the way from the person to the application. */
export type Step = { is: 'person' | 'organisation' | 'application'; id: string }

export const person = (id: string): Step => ({ is: 'person', id })
export const organisation = (id: string): Step => ({ is: 'organisation', id })

/** A tie as far as it is known before the application is: from the person to an organisation or a person. */
export type Finding = {
  kind: Kind
  /** hallintolaki 28 § 1 mom., the number of its point. */
  point: Point
  weight: Weight
  /** What the tie bears upon: all acts, but for deeds that some acts do not collide with. */
  acts: readonly Act[]
  path: readonly [Step, ...Step[]]
  evidence: Evidences
}

/** What ties a person to an application. `key` names it for an answer: its kind and its way. */
export type Tie = Finding & { person: string; application: string; key: string }

/** The finding seen from an application: with the record that puts its end there. */
export function tieTo(who: string, application: string, finding: Finding, end: readonly Evidence[]): Tie {
  const path = [...finding.path, { is: 'application', id: application }] as const
  return {
    kind: finding.kind,
    point: finding.point,
    weight: finding.weight,
    acts: finding.acts,
    path: path as Tie['path'],
    evidence: end.length === 0 ? finding.evidence : [...finding.evidence, ...unshown(finding, end)],
    person: who,
    application,
    key: [finding.kind, ...path.map((step) => step.id)].join('>'),
  }
}

const unshown = ({ evidence }: Finding, end: readonly Evidence[]): readonly Evidence[] =>
  end.filter((e) => e.what !== 'merge' || !evidence.some((f) => f.what === 'merge' && f.id === e.id))

/** Who prepared does not decide: own preparation bars, whatever is set. */
export const preparedBy = (
  who: string,
  application: string,
  deed: keyof typeof preparing,
  shown: Evidence,
): Tie =>
  tieTo(
    who,
    application,
    {
      kind: 'prepared',
      point: 7,
      weight: 'bars',
      acts: preparing[deed],
      path: [person(who)],
      evidence: [shown],
    },
    [],
  )
