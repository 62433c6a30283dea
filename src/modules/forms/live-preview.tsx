import { readForm, type Section, type Texts } from '../../engine/form/index.ts'
import type { Language } from '../../kernel/text.ts'
import { InLanguage } from '../../ui/index.ts'
import { kindChangeText } from './kind-change-text.ts'
import { alone } from './question-editor.ts'
import { SectionFields } from './section-fields.tsx'

const empty = { text: () => '', list: () => [] }
const isSaid = (texts: Texts): boolean => Object.values(texts).some((said) => said?.trim())

export type Previewed = {
  section: Section
  /** Of a whole section, its title as it stands above its questions. */
  heading?: Texts
  language: Language
}

/**
 * A question or a whole section as it is being made, drawn as an applicant will see it: by the same parts, empty, without
 * conditions. The browser asks for it again whenever the draft has been saved.
 */
export function LivePreview({ section, heading, language }: Previewed) {
  const t = kindChangeText[language]
  // Names of their own: the editor beside has fields too.
  const questions = section.questions.map(({ when: _, ...question }, i) => ({
    ...question,
    key: `preview-${i + 1}`,
  })) as Section['questions']
  const { when: _, ...always } = section
  const drawn: Section = { ...always, key: 'preview', title: { fi: '–' }, questions }
  const read = readForm(alone(drawn))
  // A field without its question would have no label.
  const isNamed = heading ? isSaid(heading) : section.questions.every(({ label }) => isSaid(label))
  return (
    <aside class="aside" aria-label={heading ? t.previewSection : t.preview}>
      <h2>{heading ? t.previewSection : t.preview}</h2>
      <live-preview id="live-preview">
        {isNamed && 'form' in read ? (
          <>
            {heading && (
              <h3>
                <InLanguage names={heading} language={language} />
              </h3>
            )}
            <SectionFields form={read.form} section={drawn} draft={empty} errors={[]} language={language} />
          </>
        ) : (
          <p class="quiet">{heading ? t.previewNoSection : t.previewNone}</p>
        )}
      </live-preview>
      <p class="note">{t.previewNote}</p>
    </aside>
  )
}
