import type { ComponentChildren } from 'preact'
import type { Language } from '../../kernel/text.ts'
import { Empty, SearchBox } from '../../ui/index.ts'
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

/** What can be done with a concept: where its form is sent, and its buttons, each by the value of `deed`. */
export type ConceptDeeds = { path: string; offered: readonly { value: string; label: string }[] }

/** One concept with why it stands here, and what can be done with it. */
export function ConceptChoice({
  concept,
  deeds,
  language,
  children,
}: {
  concept: NamedConcept
  deeds: ConceptDeeds | undefined
  language: Language
  children?: ComponentChildren
}) {
  return (
    <li>
      <div>
        <ConceptLink concept={concept} language={language} />
        <span class="sub">{children}</span>
      </div>
      {deeds && (
        <form method="post" action={deeds.path} class="actions">
          <input type="hidden" name="concept" value={concept.id} />
          {deeds.offered.map((deed) => (
            <button class="btn" type="submit" name="deed" value={deed.value}>
              {deed.label}
              <span class="vh">: {labelOf(concept, language)}</span>
            </button>
          ))}
        </form>
      )}
    </li>
  )
}

/** The search for a concept of YSO in three languages, by what is typed; found ones can be taken at once. */
export function ConceptFinder(props: {
  action: string
  q: string
  /** Undefined while nothing is looked for. */
  found: readonly NamedConcept[] | undefined
  deeds: ConceptDeeds | undefined
  language: Language
}) {
  const { action, q, found, deeds, language } = props
  const t = text[language]
  return (
    <>
      <SearchBox
        action={action}
        label={t.findSubject}
        value={q}
        hint={t.findHelp}
        live="found"
        language={language}
      />
      <div id="found">
        {found?.length === 0 && <Empty title={t.noConcept}>{t.noConceptNext}</Empty>}
        {found && found.length > 0 && (
          <>
            <p class="vh" data-count>
              {t.foundSubjects}: {found.length}
            </p>
            <ul class="near-choices" aria-label={t.foundSubjects}>
              {found.map((concept) => (
                <ConceptChoice concept={concept} deeds={deeds} language={language}>
                  {[concept.fi, concept.sv, concept.en].filter(Boolean).join(' · ')}
                </ConceptChoice>
              ))}
            </ul>
          </>
        )}
      </div>
    </>
  )
}
