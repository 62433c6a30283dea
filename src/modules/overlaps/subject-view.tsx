import type { Language } from '../../kernel/text.ts'
import { labelOf } from './evidence-view.tsx'
import type { NamedConcept } from './neighbours.ts'
import { conceptAddress } from './rules.ts'
import { text } from './text.ts'

/** A concept by its name in the reader's language, as the way to YSO. */
export const ConceptLink = ({ concept, language }: { concept: NamedConcept; language: Language }) => (
  <a href={conceptAddress(concept.id)} rel="external">
    {labelOf(concept, language)}
    <span class="vh"> {text[language].inYso}</span>
  </a>
)

/** What people accepted as what a thing is about. */
export function SubjectTags({
  subjects,
  language,
}: {
  subjects: readonly NamedConcept[]
  language: Language
}) {
  const t = text[language]
  if (subjects.length === 0) return <p class="quiet">{t.noSubjects}</p>
  return (
    <>
      <ul class="near-subjects">
        {subjects.map((concept) => (
          <li>
            <ConceptLink concept={concept} language={language} />
          </li>
        ))}
      </ul>
      <p class="note">{t.subjectsNote}</p>
    </>
  )
}
