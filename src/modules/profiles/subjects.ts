import { conceptsCalled, suggestSubjects } from '../../engine/likeness/index.ts'
import { type NamedConcept, namedConcept } from '../overlaps/index.ts'
import { subjectOntology } from '../search/index.ts'

/** The concepts with these numbers; one that the ontology has no more is left out. */
export async function conceptsWith(ids: Iterable<string | null>): Promise<ReadonlyMap<string, NamedConcept>> {
  const wanted = [...new Set(ids)].filter((id): id is string => id !== null)
  if (wanted.length === 0) return new Map()
  const ontology = await subjectOntology()
  return new Map(
    wanted.flatMap((id) => {
      const concept = ontology.conceptOf(id)
      return concept === undefined ? [] : [[id, namedConcept(ontology, concept)] as const]
    }),
  )
}

export async function isConcept(id: string): Promise<boolean> {
  return (await subjectOntology()).conceptOf(id) !== undefined
}

/** Concepts that somebody may mean who is typing. */
export async function conceptsTyped(q: string, most: number): Promise<NamedConcept[]> {
  if (q.trim() === '') return []
  const ontology = await subjectOntology()
  return conceptsCalled(q, ontology, most).map((concept) => namedConcept(ontology, concept))
}

const plain = (text: string) => text.normalize('NFKC').trim().toLowerCase()

/** The concept that a text is a label of, in any of the languages. */
export async function conceptCalled(label: string): Promise<string | undefined> {
  const near = await conceptsTyped(label, 12)
  return near.find((c) => [c.fi, c.sv, c.en].some((name) => name && plain(name) === plain(label)))?.id
}

/**
 * The concepts that a line of labels names: "tekoäly, robotik, machine learning". What names none is told, so that
 * nothing is dropped in silence.
 */
export async function conceptsInLine(line: string): Promise<{ ids: string[]; unknown: string[] }> {
  const labels = line
    .split(/[,;\n]/)
    .map((label) => label.trim())
    .filter(Boolean)
  const found = await Promise.all(labels.map(conceptCalled))
  return {
    ids: [...new Set(found.filter((id) => id !== undefined))],
    unknown: labels.filter((_, i) => found[i] === undefined),
  }
}

const worth = ({ projects, score }: { projects: number; score: number }) =>
  (score / projects) * Math.log(1 + projects)

export type SuggestedCompetence = { concept: NamedConcept; projects: number }

/**
 * What the titles of an actor's own projects are about. What titles are mainly about comes before what many of them
 * mention: "development" stands in a third of all titles and tells nobody apart.
 */
export async function subjectsOfTitles(
  titles: readonly string[],
  left: ReadonlySet<string>,
  most: number,
): Promise<SuggestedCompetence[]> {
  if (titles.length === 0) return []
  const ontology = await subjectOntology()
  const counts = new Map<string, { projects: number; score: number }>()
  for (const title of titles)
    for (const { concept, score } of suggestSubjects(title, ontology, 3)) {
      const id = ontology.id(concept)
      const sum = counts.get(id) ?? { projects: 0, score: 0 }
      counts.set(id, { projects: sum.projects + 1, score: sum.score + score })
    }
  return [...counts]
    .filter(([id]) => !left.has(id))
    .sort(([a, x], [b, y]) => worth(y) - worth(x) || (a < b ? -1 : 1))
    .slice(0, most)
    .map(([id, { projects }]) => ({
      concept: namedConcept(ontology, ontology.conceptOf(id)!),
      projects,
    }))
}
