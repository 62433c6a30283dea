import type { ComponentChildren } from 'preact'
import type { GeneralCriterion, Scale, Template } from '../../engine/assessment/index.ts'
import type { Language, Names } from '../../kernel/text.ts'
import { InLanguage, Section } from '../../ui/index.ts'
import { viewText } from './view-text.ts'

/** What an assessor will fill in, empty and not to be sent: the guide beside every score and the room for its reason. */
export function SheetPreview({ template, language }: { template: Template; language: Language }) {
  const t = viewText[language]
  const choice = (name: string, value: string, said: string, more?: Names) => (
    <label class="ck">
      <input type="radio" name={name} value={value} />
      <span>
        {said}{' '}
        {more && (
          <span class="help">
            <InLanguage names={more} language={language} />
          </span>
        )}
      </span>
    </label>
  )
  return (
    <>
      <Section title={t.general} id="general">
        {template.general.map((c) => (
          <Criterion criterion={c} language={language}>
            <div class="points">
              {choice(c.key, 'pass', t.met)}
              {choice(c.key, 'fail', t.notMet)}
            </div>
          </Criterion>
        ))}
      </Section>
      <Section title={t.scored} id="scored">
        {template.scored.map((c) => (
          <Criterion criterion={c} group={t.groups[c.group]} language={language}>
            <div class={c.scale.words ? 'points worded' : 'points'}>
              {pointsOf(c.scale).map((n) => choice(c.key, String(n), String(n), c.scale.words?.[n]))}
            </div>
            <p class="note">
              {t.reason}
              {!template.reasonAlways && ` (${t.reasonEnds})`}
            </p>
          </Criterion>
        ))}
      </Section>
    </>
  )
}

const pointsOf = ({ least, most }: Scale): number[] =>
  Array.from({ length: most - least + 1 }, (_, i) => least + i)

function Criterion({
  criterion,
  group,
  language,
  children,
}: {
  criterion: GeneralCriterion
  group?: string
  language: Language
  children: ComponentChildren
}) {
  return (
    <div class="criterion">
      <fieldset class="field">
        <legend>
          <InLanguage names={criterion.label} language={language} /> {group && `(${group})`}
        </legend>
        {criterion.guide && (
          <p class="guide">
            <InLanguage names={criterion.guide} language={language} />
          </p>
        )}
        {children}
      </fieldset>
    </div>
  )
}
