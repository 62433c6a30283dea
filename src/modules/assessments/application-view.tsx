import type { Form } from '../../engine/form/index.ts'
import type { Language } from '../../kernel/text.ts'
import { MoneyBlock } from '../applications/index.ts'
import { AnswersView } from '../forms/index.ts'
import type { ReadApplication, ReadMoney } from './application-actions.ts'
import { text } from './text.ts'

/** Without the tables that would tell of what is hidden: better left out than "no answer". */
function shownForm(form: Form, money: ReadMoney | null): Form {
  const leftOut = new Set([
    ...(money?.hidden.grant ? ['financing'] : []),
    ...(money ? [] : ['budget', 'financing', 'de-minimis']),
  ])
  const sections = form.sections.map((s) => ({
    ...s,
    questions: s.questions.filter(({ kind }) => !leftOut.has(kind)),
  }))
  return { ...form, sections: sections.filter((s) => s.questions.length > 0) }
}

/** What was sent, to be read beside the sheet; what is kept from assessors never came this far. */
export function ApplicationView({
  read,
  money,
  base,
  language,
}: {
  read: ReadApplication
  money: ReadMoney | null
  base: string
  language: Language
}) {
  if (!read.form) return <p class="quiet">{text[language].answersNone}</p>
  const { answers } = read
  return (
    <AnswersView
      form={shownForm(read.form, money)}
      answers={answers}
      language={language}
      written={read.language}
      leaveOutHidden
      blocks={(question) => money && <MoneyBlock {...{ question, answers, language, ...money }} />}
      files={(question) => (
        <ul>
          {read.files
            .filter((f) => f.question === question.key)
            .map((f) => (
              <li>
                <a href={`${base}/files/${f.id}`}>{f.name}</a>
              </li>
            ))}
        </ul>
      )}
    />
  )
}
