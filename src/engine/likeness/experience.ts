import { findConcepts } from './mentions.ts'
import type { Concept, Ontology } from './ontology.ts'
import { createTextIndex, type Near } from './text-index.ts'

/** What people accepted as the subjects of texts. Whole counts: the order of learning changes nothing. */
export type Experience = {
  size(): number
  /** Takes the subjects that people settled for a text; again for the same id, the new ones instead. */
  accept(id: string, text: string, subjects: readonly Concept[]): void
  forget(id: string): void
  /** Of the texts that name the concept, how much oftener than others it was accepted; 1 when nothing is known. */
  chosen(concept: Concept): number
  /** The nearest texts with accepted subjects, nearest first. */
  alike(text: string, most: number): (Near & { subjects: readonly Concept[] })[]
}

/** So many texts' worth of doubt: a concept that was named once and accepted once is no rule yet. */
const doubtfulTexts = 4

type Learnt = { named: readonly Concept[]; subjects: readonly Concept[] }

export function createExperience(ontology: Ontology): Experience {
  const texts = createTextIndex(ontology)
  const learnt = new Map<string, Learnt>()
  const named = new Map<Concept, number>()
  const taken = new Map<Concept, number>()
  let allNamed = 0
  let allTaken = 0

  /** Counts a text in (1) or out (-1). */
  function count({ named: concepts, subjects }: Learnt, by: 1 | -1): void {
    for (const concept of concepts) {
      named.set(concept, (named.get(concept) ?? 0) + by)
      allNamed += by
      if (!subjects.includes(concept)) continue
      taken.set(concept, (taken.get(concept) ?? 0) + by)
      allTaken += by
    }
  }

  function forget(id: string): void {
    const known = learnt.get(id)
    if (!known) return
    count(known, -1)
    learnt.delete(id)
    texts.remove(id)
  }

  return {
    size: () => learnt.size,
    forget,
    accept(id, text, subjects) {
      forget(id)
      const concepts = new Set(findConcepts(text, ontology).map(({ concept }) => concept))
      const one = { named: [...concepts], subjects: [...new Set(subjects)] }
      learnt.set(id, one)
      texts.put(id, { title: text })
      count(one, 1)
    },
    chosen(concept) {
      if (allTaken === 0) return 1
      const usual = allTaken / allNamed
      const share =
        ((taken.get(concept) ?? 0) + doubtfulTexts * usual) / ((named.get(concept) ?? 0) + doubtfulTexts)
      return share / usual
    },
    alike: (text, most) =>
      texts
        .nearest({ title: text }, most)
        .map((near) => ({ ...near, subjects: learnt.get(near.id)!.subjects })),
  }
}
