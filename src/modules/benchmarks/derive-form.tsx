import { SelectField } from '../../ui/index.ts'
import type { Explored } from './actions.ts'
import { wordsOf } from './asking.ts'
import { deriveText } from './derive-text.ts'
import { nameIn } from './names.ts'
import { type AskingProps, hidden } from './new-view.tsx'
import { factors } from './rules.ts'
import { text } from './text.ts'

/** Makes a variable of those chosen: one over another, or the change of one. A form that loads the page anew. */
export function DeriveForm({ asking, path, explored, language }: AskingProps & { explored: Explored }) {
  const t = deriveText[language]
  const { variables } = explored.gathered
  const plain = variables.flatMap((v, at) => (v.other ? [] : [{ at, v }]))
  const choices = plain.map(({ at, v }) => ({
    value: String(at),
    label: [nameIn(v.label, language), v.period].filter(Boolean).join(' '),
  }))
  const periods = [...new Set(plain.flatMap(({ at }) => explored.periods[at] ?? []))].sort()
  if (choices.length === 0) return null
  return (
    <details class="bench-derive">
      <summary>{t.derive}</summary>
      <p class="note">{t.deriveLead}</p>
      <form class="bench-add" method="get" action={path}>
        {hidden(wordsOf(asking), [])}
        <SelectField
          name="derive"
          label={text[language].variable}
          choices={choices}
          value="0"
          language={language}
        />
        <SelectField
          name="how"
          label={t.derivedAs}
          choices={(['ratio', 'change'] as const).map((how) => ({ value: how, label: t.derivedKinds[how] }))}
          value={choices.length > 1 ? 'ratio' : 'change'}
          language={language}
        />
        <div class="bench-derived">
          <fieldset>
            <legend>{t.derivedKinds.ratio}</legend>
            <SelectField
              name="by"
              label={t.derivedBy}
              choices={choices}
              value={choices.at(-1)?.value}
              language={language}
            />
            <SelectField
              name="times"
              label={t.derivedTimes}
              choices={factors.map((f) => ({ value: f, label: t.derivedFactors[f] }))}
              value="100"
              language={language}
            />
          </fieldset>
          <fieldset>
            <legend>{t.derivedKinds.change}</legend>
            <SelectField
              name="since"
              label={t.derivedSince}
              choices={periods.map((p) => ({ value: p, label: p }))}
              value={periods.at(0)}
              language={language}
            />
          </fieldset>
        </div>
        <button class="btn" type="submit">
          {t.deriveThis}
        </button>
      </form>
    </details>
  )
}
