import { type Families, readFamilies } from './families.ts'
import { timeOf } from './period.ts'
import type { Day, Deed, Kinship, PersonTie, Project, Register } from './register.ts'
import { type Ruling, rulingOf, type Settings } from './rules.ts'

/** The register made ready for one day and one call's rules: what each person and organisation has. */
export type Registry = {
  day: Day
  ruling: Ruling
  families: Families
  ties: (person: string) => readonly PersonTie[]
  deeds: (person: string) => readonly Deed[]
  /** What holds on the day of what the person told of those near, and of what others told of the person. */
  kinships: (person: string) => readonly Kinship[]
  /** Projects that still count, by canonical organisation and by person. */
  projectsOf: (canonical: string) => readonly Project[]
  projectsWith: (person: string) => readonly Project[]
  /** What was said of the person in the application. */
  declarations: (person: string, application: string) => readonly Register['declarations'][number][]
  answers: (person: string, application: string) => readonly Register['answers'][number][]
}

const none: readonly never[] = []

/** Rows by the keys each has. */
function group<T>(rows: Iterable<T>, eachKey: (row: T, to: (key: string) => void) => void): Map<string, T[]> {
  const map = new Map<string, T[]>()
  for (const row of rows)
    eachKey(row, (key) => {
      const list = map.get(key)
      if (list === undefined) map.set(key, [row])
      else if (list.at(-1) !== row) list.push(row)
    })
  return map
}

/** The same as a look-up; sorted by id when first looked at, so that no order matters. */
function by<T extends { id: string }>(...of: Parameters<typeof group<T>>): (key: string) => readonly T[] {
  const map = group(...of)
  const sorted = new Set<string>()
  return (key) => {
    const list = map.get(key)
    if (list === undefined) return none
    if (list.length > 1 && !sorted.has(key)) {
      sorted.add(key)
      list.sort((a, b) => (a.id < b.id ? -1 : 1))
    }
    return list
  }
}

const about = <T extends { application: string }>(rows: readonly T[], application: string): readonly T[] =>
  rows.length === 0 ? rows : rows.filter((row) => row.application === application)

export function readRegister(register: Register, day: Day, settings?: Settings): Registry {
  const ruling = rulingOf(settings)
  const families = readFamilies(register.organisations, register.links, day, ruling.family)
  const years = Math.max(ruling.years('joint-project'), ruling.years('partner-project'))
  const projects = register.projects.filter((p) => timeOf(p, day, years) !== 'gone')
  const said = by(register.declarations, (d, to) => to(d.person))
  const answered = group(register.answers, (a, to) => to(a.person))
  return {
    day,
    ruling,
    families,
    ties: by(register.ties, (tie, to) => to(tie.person)),
    deeds: by(register.deeds, (deed, to) => to(deed.person)),
    kinships: by(
      register.kinships.filter((k) => timeOf(k, day, 0) !== 'gone'),
      (k, to) => {
        to(k.person)
        if (k.kin) to(k.kin)
      },
    ),
    projectsOf: by(projects, (project, to) => {
      for (const party of project.parties) to(families.canonical(party))
    }),
    projectsWith: by(projects, (project, to) => project.people.forEach(to)),
    declarations: (person, application) => about(said(person), application),
    answers: (person, application) => about(answered.get(person) ?? none, application),
  }
}
