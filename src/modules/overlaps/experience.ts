import { createExperience, type Experience, type Ontology } from '../../engine/likeness/index.ts'
import type { Read } from '../../kernel/db.ts'
import { revision } from '../../kernel/revision.ts'
import { learntState, learntTexts } from './subject-queries.ts'

let kept: { state: string; experience: Experience } | undefined

/** What was accepted as the subjects of public projects, by which others are suggested. Read anew when it changes. */
export async function experienceOf(db: Read, ontology: Ontology): Promise<Experience> {
  const state = `${await revision(db)} ${await learntState(db)}`
  if (kept?.state === state) return kept.experience
  const experience = createExperience(ontology)
  for (const { id, text, concepts } of await learntTexts(db)) {
    const known = concepts.flatMap((concept) => ontology.conceptOf(concept) ?? [])
    experience.accept(id, text, known)
  }
  kept = { state, experience }
  return experience
}
