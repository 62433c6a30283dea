/**
 * What texts are about, and which are alike, in Finnish, Swedish and English at once. `readOntology` takes the
 * General Finnish Ontology (data/subjects) as lines of text; `findConcepts` says where a text names its concepts,
 * so that "cirkulär ekonomi" and "kiertotalouden" are one; `suggestSubjects` ranks what a text is mainly about, for
 * a person to accept, and gets better with what people accepted (`createExperience`); `conceptsCalled` says which
 * concepts somebody may mean who is typing. `createTextIndex` holds many
 * short texts and finds the neighbours of another one, with the words and meanings that they share. Every answer
 * carries the words that gave it. Pure: the caller reads the file and keeps the texts.
 */
export { conceptsCalled } from './called.ts'
export { createExperience, type Experience } from './experience.ts'
export { findConcepts, type Mention, type MentionKind } from './mentions.ts'
export { type Concept, type LabelForm, type Ontology, readOntology } from './ontology.ts'
export { type Suggestion, suggestSubjects } from './suggestion.ts'
export type { ComparedText } from './terms.ts'
export {
  type AskedText,
  createTextIndex,
  type Near,
  type Neighbour,
  type SharedTerm,
  type TextIndex,
} from './text-index.ts'
