import type { ComponentChildren } from 'preact'
import {
  type Answers,
  answersTo,
  answerTo,
  asked,
  type Column,
  cellOf,
  type Form,
  filledRows,
  isMoneyBlock,
  type Question,
  readDay,
  readMoney,
  readNumber,
  tableOf,
} from '../../engine/form/index.ts'
import { centsOf, formatAmount } from '../../kernel/money.ts'
import { formatDecimal, type Language, pick } from '../../kernel/text.ts'
import { formatDay } from '../../kernel/time.ts'
import { InLanguage, Scroll, Section, Table } from '../../ui/index.ts'
import type { OneValue } from './control.tsx'
import { fillText } from './fill-text.ts'
import { isWide } from './table-field.tsx'

export type AnswersViewProps = {
  form: Form
  answers: Answers
  language: Language
  /** The language in which it was filled in: of what is free text. */
  written?: string | undefined
  /** For those who judge without them. */
  leaveOutHidden?: boolean
  /** For the public. */
  onlyPublished?: boolean
  blocks?: (question: Question) => ComponentChildren
  files?: (question: Question) => ComponentChildren
}

const isShown = (question: Question, { leaveOutHidden, onlyPublished }: Partial<AnswersViewProps>): boolean =>
  !(leaveOutHidden && question.hidden) && !(onlyPublished && !question.published)

/** A form that has been filled in, to be read: what was asked, each with its answer. */
export function AnswersView(props: AnswersViewProps) {
  const { form, answers, language } = props
  return (
    <div class="answers">
      {asked(form, answers).flatMap((section) => {
        const questions = section.questions.filter((q) => isShown(q, props))
        if (questions.length === 0) return []
        return [
          <Section title={<InLanguage names={section.title} language={language} />} id={`s-${section.key}`}>
            <dl>
              {questions.map((question) => (
                <div>
                  <dt>
                    <InLanguage names={question.label} language={language} />
                  </dt>
                  <dd>
                    <Answer question={question} {...props} />
                  </dd>
                </div>
              ))}
            </dl>
          </Section>,
        ]
      })}
    </div>
  )
}

function Answer({
  question,
  answers,
  language,
  written,
  blocks,
  files,
}: AnswersViewProps & { question: Question }) {
  const none = <span class="quiet">{fillText[language].noAnswer}</span>
  if (isMoneyBlock(question.kind)) return <>{blocks?.(question) ?? none}</>
  if (question.kind === 'file') return <>{files?.(question) ?? none}</>
  if (tableOf(question)) return <Rows {...{ question, answers, language, written, none }} />
  if (question.kind === 'declaration')
    return answersTo(answers, question.key).includes('yes') ? (
      <>
        {fillText[language].yes}. <InLanguage names={question.text} language={language} />
      </>
    ) : (
      none
    )
  if (question.kind === 'choice' && question.several) {
    const given = answersTo(answers, question.key)
    return given.length === 0 ? (
      none
    ) : (
      <ul>
        {given.map((code) => (
          <li>
            <Said asked={question} value={code} language={language} />
          </li>
        ))}
      </ul>
    )
  }
  const value = answerTo(answers, question.key)
  return value === '' ? none : <Said {...{ asked: question as OneValue, value, language, written }} />
}

/** A value where it is read: what was written in another language than the page's is marked as such. */
function Said({
  asked,
  value,
  language,
  written,
}: {
  asked: OneValue
  value: string
  language: Language
  written?: string | undefined
}) {
  if (asked.kind === 'choice') {
    const choice = asked.choices.find((c) => c.code === value)
    return choice ? <InLanguage names={choice.label} language={language} /> : <>{value}</>
  }
  const isFree = asked.kind === 'text' || asked.kind === 'long-text'
  const said = valueSaid(asked, value, language)
  return isFree && written && written !== language ? <span lang={written}>{said}</span> : <>{said}</>
}

function Rows({
  question,
  answers,
  language,
  written,
  none,
}: Pick<AnswersViewProps, 'answers' | 'language' | 'written'> & {
  question: Question
  none: ComponentChildren
}) {
  const table = tableOf(question)!
  const rows = filledRows(question, answers)
  if (rows.length === 0) return <>{none}</>
  const said = (row: string, column: Column) => {
    const value = answerTo(answers, cellOf(question, row, column))
    return value === '' ? '' : <Said {...{ asked: column, value, language, written }} />
  }
  const title = pick(question.label, language)?.text ?? question.key
  if (isWide(table))
    return (
      <ol class="answer-rows">
        {rows.map((row) => (
          <li>
            <dl>
              {table.columns.map((column) => (
                <div>
                  <dt>
                    <InLanguage names={column.label} language={language} />
                  </dt>
                  <dd>{said(row, column) || none}</dd>
                </div>
              ))}
            </dl>
          </li>
        ))}
      </ol>
    )
  return (
    <Scroll label={title}>
      <Table
        caption={title}
        language={language}
        cards
        rows={rows}
        columns={table.columns.map((column, i) => ({
          label: pick(column.label, language)?.text ?? column.key,
          heading: i === 0,
          phone: 'labelled' as const,
          numeric: column.kind === 'money' || column.kind === 'number',
          cell: (row: string) => said(row, column),
        }))}
      />
    </Scroll>
  )
}

/** A value as people read it; one that is not what it should be as it was typed. */
export function valueSaid(asked: OneValue, value: string, language: Language): string {
  switch (asked.kind) {
    case 'money': {
      const read = readMoney(value)
      return 'value' in read ? `${formatAmount(centsOf(read.value), language)} €` : value
    }
    case 'number': {
      const read = readNumber(value, asked.decimals)
      const unit = 'unit' in asked && asked.unit ? pick(asked.unit, language)?.text : undefined
      if ('wrong' in read) return value
      const number = formatDecimal(read.value as unknown as number, language, asked.decimals)
      return unit ? `${number} ${unit}` : number
    }
    case 'date': {
      const day = readDay(value)
      return day ? formatDay(day, language) : value
    }
    case 'choice': {
      const choice = asked.choices.find((c) => c.code === value)
      return (choice && pick(choice.label, language)?.text) ?? value
    }
    default:
      return value
  }
}
