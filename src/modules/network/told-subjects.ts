import { themesOf } from '../../engine/language/index.ts'
import type { Names } from '../../kernel/text.ts'
import { namedConcept } from '../overlaps/index.ts'
import type { Fact } from '../profiles/index.ts'
import { subjectOntology } from '../search/index.ts'

/** What a fact of a profile is about: the themes that projects have, and concepts of the ontology with their names. */
export type ToldSubjects = { themes: string[]; concepts: Map<string, Names> }

/** Reads of each fact what it is about: from its subjects, and from its words as a project's theme is read from its title. */
export async function subjectsOfFacts(facts: readonly Fact[]): Promise<ReadonlyMap<string, ToldSubjects>> {
  const ids = new Set(facts.flatMap(conceptsOf))
  const ontology = ids.size > 0 ? await subjectOntology() : undefined
  const names = new Map<string, Names>()
  for (const id of ids) {
    const concept = ontology?.conceptOf(id)
    if (ontology && concept !== undefined) {
      const { fi, sv, en } = namedConcept(ontology, concept)
      names.set(id, { fi, sv, en })
    }
  }
  return new Map(
    facts.map((fact) => {
      const concepts = new Map(
        conceptsOf(fact).flatMap((id) => (names.has(id) ? [[id, names.get(id)!]] : [])),
      )
      const said = [fact.content.title, fact.content.text, ...concepts.values()].map(
        (words) => words?.fi ?? '',
      )
      const themes = [
        ...new Set(said.filter(Boolean).flatMap((words) => themesOf(words).map(({ code }) => code))),
      ]
      return [fact.id, { themes, concepts }]
    }),
  )
}

const conceptsOf = ({ code, codeList, subjects }: Fact): string[] => [
  ...subjects,
  ...(code && codeList === 'yso' ? [code] : []),
]
