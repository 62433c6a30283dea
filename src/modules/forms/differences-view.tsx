import {
  type Answers,
  answersTo,
  answerTo,
  cellOf,
  type Form,
  type FormDifference,
  filledRows,
  isMoneyBlock,
  type Question,
  questionsOf,
  tableOf,
} from '../../engine/form/index.ts'
import { changesBetween } from '../../engine/merging/index.ts'
import { type Language, pick } from '../../kernel/text.ts'
import { InLanguage } from '../../ui/index.ts'
import { valueSaid } from './answers-view.tsx'
import type { OneValue } from './control.tsx'
import { fillText } from './fill-text.ts'
import { text } from './text.ts'

/** Word by word: what was taken out and what was put in. */
export const Words = ({ before, after }: { before: string; after: string }) => (
  <p class="draft-change">
    {changesBetween(before, after).map(({ is, text: words }) =>
      is === 'added' ? <ins>{words}</ins> : is === 'removed' ? <del>{words}</del> : words,
    )}
  </p>
)

export type DifferencesViewProps = {
  form: Form
  before: Answers
  after: Answers
  language: Language
  leaveOutHidden?: boolean
}

/** What has changed between two sets of answers, question by question: for who asked for a completion. */
export function DifferencesView({ form, before, after, language, leaveOutHidden }: DifferencesViewProps) {
  const changed = [...questionsOf(form).values()].flatMap((question) => {
    if ((leaveOutHidden && question.hidden) || isMoneyBlock(question.kind)) return []
    const [was, now] = [said(question, before, language), said(question, after, language)]
    return was === now ? [] : [{ question, was, now }]
  })
  if (changed.length === 0) return <p class="quiet">{fillText[language].noChanges}</p>
  return (
    <dl class="differences">
      {changed.map(({ question, was, now }) => (
        <div>
          <dt>
            <InLanguage names={question.label} language={language} />
          </dt>
          <dd>
            <Words before={was} after={now} />
          </dd>
        </div>
      ))}
    </dl>
  )
}

/** An answer as one text, a line for each row or choice. */
function said(question: Question, answers: Answers, language: Language): string {
  const table = tableOf(question)
  if (table)
    return filledRows(question, answers)
      .map((row) =>
        table.columns
          .map((column) => [column, answerTo(answers, cellOf(question, row, column))] as const)
          .filter(([, value]) => value !== '')
          .map(
            ([column, value]) =>
              `${pick(column.label, language)?.text}: ${valueSaid(column, value, language)}`,
          )
          .join('; '),
      )
      .join('\n')
  if (question.kind === 'choice')
    return answersTo(answers, question.key)
      .map((code) => valueSaid(question, code, language))
      .join('\n')
  if (question.kind === 'declaration')
    return answersTo(answers, question.key).includes('yes') ? fillText[language].yes : ''
  const value = answerTo(answers, question.key)
  return value === '' ? '' : valueSaid(question as OneValue, value, language)
}

/** What has changed between two versions of a form. */
export function FormDifferences({
  items,
  language,
}: {
  items: readonly FormDifference[]
  language: Language
}) {
  const t = text[language]
  if (items.length === 0) return <p class="quiet">{t.noDifferences}</p>
  return (
    <ul class="form-differences">
      {items.map(({ what, is, key, label, changes = [] }) => (
        <li>
          <b>
            {t.whats[what]} {t.is[is]}:
          </b>{' '}
          {pick(label, language) ? <InLanguage names={label} language={language} /> : key}
          {changes.map(({ property, before, after }) => (
            <div>
              <span class="quiet">{t.properties[property] ?? property}</span>
              <Words before={plain(before)} after={plain(after)} />
            </div>
          ))}
        </li>
      ))}
    </ul>
  )
}

/** A part of a form as text: of texts each language on its own line. */
const plain = (value: unknown): string =>
  value === undefined
    ? ''
    : typeof value === 'object' && value !== null
      ? Object.entries(value)
          .map(([name, part]) => `${name}: ${typeof part === 'string' ? part : JSON.stringify(part)}`)
          .join('\n')
      : String(value)
