import {
  type Act,
  type Application,
  conflictsIn,
  type Standing,
  type Tie,
} from '../../engine/conflict/index.ts'
import type { Read } from '../../kernel/db.ts'
import { dayIn } from '../../kernel/time.ts'
import {
  answersOf,
  applicationsOf,
  callsOf,
  declarationsOf,
  deedsAround,
  familiesAround,
  kinshipsOf,
  projectsAround,
  tiesOf,
} from './register-queries.ts'

/** How many people stand to many applications, computed together from what the register says at one moment. */
export type Standings = {
  /** What the person must do before the act; an application that is not there bars everybody. */
  of: (person: string, application: string, act: Act) => Standing
  ties: (person: string, application: string) => readonly Tie[]
}

/** Looks everything up once, whatever the number of people and applications. */
export const standingsOf = async (
  db: Read,
  people: readonly string[],
  applications: readonly string[],
  now: Date,
): Promise<Standings> =>
  lookUp(db, people, await applicationsOf(db, applications), await callsOf(db, applications), now)

/** The same toward matters that are no applications, each under its id with the organisations that take part in it. */
export const standingsToward = (
  db: Read,
  people: readonly string[],
  matters: readonly { matter: string; parties: readonly string[] }[],
  now: Date,
): Promise<Standings> =>
  lookUp(
    db,
    people,
    matters.map(({ matter, parties }) => ({
      id: matter,
      call: null,
      settledAt: null,
      people: [],
      parties: parties.map((organisation, i) => ({
        organisation,
        role: i === 0 ? 'lead' : 'partner',
        id: `${matter}:${organisation}`,
        source: 'candidate',
      })),
    })),
    [],
    now,
  )

async function lookUp(
  db: Read,
  people: readonly string[],
  matters: readonly Application[],
  calls: Awaited<ReturnType<typeof callsOf>>,
  now: Date,
): Promise<Standings> {
  const applications = matters.map((m) => m.id)
  const ties = await tiesOf(db, people)
  const kinships = await kinshipsOf(db, people)
  const own = [...ties, ...kinships].flatMap(({ organisation }) => organisation ?? [])
  const theirs = matters.flatMap((m) => m.parties.map((p) => p.organisation))
  const near = await familiesAround(db, [...new Set([...own, ...theirs])])
  const canonical = new Map(near.organisations.map((o) => [o.id, o.canonical]))
  const rows = (ids: readonly string[]) => [...new Set(ids.map((id) => canonical.get(id) ?? id))]
  const ecosystems = [...new Set(calls.map((c) => c.ecosystem))]
  const register = {
    ...near,
    ties,
    kinships,
    projects: await projectsAround(db, { first: rows(own), second: rows(theirs), people, ecosystems }),
    deeds: await deedsAround(db, people, applications),
    declarations: await declarationsOf(db, people, applications),
    answers: await answersOf(db, people, applications),
  }
  const day = dayIn(now)
  const byYears = new Map<number, ReturnType<typeof conflictsIn>>()
  const underCall = (application: string) => {
    const years = calls.find((c) => c.application === application)?.years ?? 0
    const known = byYears.get(years)
    if (known) return known
    const made = conflictsIn(register, day, { years: { 'joint-project': years, 'partner-project': years } })
    byYears.set(years, made)
    return made
  }
  const byId = new Map<string, Application>(matters.map((m) => [m.id, m]))
  return {
    of: (person, application, act) => {
      const matter = byId.get(application)
      return matter ? underCall(application).standingOf(person, matter, act) : { is: 'barred', because: [] }
    },
    ties: (person, application) => {
      const matter = byId.get(application)
      return matter ? underCall(application).tiesOf(person, matter) : []
    },
  }
}
