import {
  type Act,
  type Evidence,
  evidenceKinds,
  type Kind,
  type Point,
  type Tie,
  type Weight,
} from '../../engine/conflict/index.ts'
import type { Read } from '../../kernel/db.ts'
import { namesOf } from './queries.ts'

/** A tie as people read it: names for ids, and every record that shows it. */
export type ShownTie = {
  key: string
  person: string
  application: string
  kind: Kind
  point: Point
  weight: Weight
  acts: readonly Act[]
  /** From the person to the application, without the two. */
  through: readonly { id: string; name: string; is: 'person' | 'organisation' }[]
  evidence: readonly (Evidence & { name: string | null })[]
}

/** Names the way of every tie; the database is asked once. */
export async function shownTies(db: Read, ties: readonly Tie[]): Promise<ShownTie[]> {
  const steps = ties.flatMap((tie) => tie.path)
  const of = (what: 'person' | 'organisation') => [
    ...new Set(steps.filter((s) => s.is === what).map((s) => s.id)),
  ]
  const projects = ties.flatMap((tie) => tie.evidence.filter((e) => e.what === 'project').map((e) => e.id))
  const names = await namesOf(db, {
    people: of('person'),
    organisations: of('organisation'),
    projects: [...new Set(projects)],
  })
  return ties.map(({ path, evidence, ...tie }) => ({
    key: tie.key,
    person: tie.person,
    application: tie.application,
    kind: tie.kind,
    point: tie.point,
    weight: tie.weight,
    acts: tie.acts,
    through: path.flatMap(({ is, id }) =>
      is === 'application' || id === tie.person ? [] : [{ is, id, name: names.get(id) ?? id }],
    ),
    evidence: [...evidence]
      .sort((a, b) => evidenceKinds.indexOf(a.what) - evidenceKinds.indexOf(b.what))
      .map((e) => ({ ...e, name: names.get(e.id) ?? null })),
  }))
}
