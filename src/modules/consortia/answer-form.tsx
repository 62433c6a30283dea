import { readMoney } from '../../engine/form/index.ts'
import { centsOf, formatAmount } from '../../kernel/money.ts'
import type { Language } from '../../kernel/text.ts'
import { ChoicesField, type FieldError, TextArea, TextField } from '../../ui/index.ts'
import { answerText } from './answer-text.ts'
import { type AskedPartner, answers } from './invitation-queries.ts'

/** What stands in the form: as it was typed. */
export type Typed = Readonly<Record<(typeof fieldNames)[number], string>>
export const fieldNames = ['answer', 'said', 'share', 'ownShare', 'capacity', 'questions', 'name'] as const

const money = (amount: string | null, language: Language) =>
  amount === null ? '' : formatAmount(centsOf(amount), language)

/** What the partner has told by now. */
export const typedOf = (
  partner: AskedPartner,
  said: { answer: string | null; questions: string | null; name: string },
  language: Language,
): Typed => ({
  answer: said.answer ?? '',
  said: partner.said ?? '',
  share: money(partner.share, language),
  ownShare: money(partner.ownShare, language),
  capacity: partner.capacity ?? '',
  questions: said.questions ?? '',
  name: said.name,
})

/** What was typed as the action takes it, or what of it cannot be read. */
export function readAnswer(
  text: (name: keyof Typed) => string,
  language: Language,
): FieldError[] | Record<string, unknown> {
  const wrong: FieldError[] = []
  const amount = (name: 'share' | 'ownShare') => {
    if (!text(name)) return null
    const read = readMoney(text(name))
    if ('value' in read && !read.value.startsWith('-')) return read.value
    wrong.push({ name, text: answerText[language].faults.badAmount })
    return null
  }
  const said = {
    answer: text('answer'),
    said: text('said'),
    share: amount('share'),
    ownShare: amount('ownShare'),
    capacity: text('capacity'),
    questions: text('questions'),
  }
  return wrong.length > 0 ? wrong : said
}

type FieldsProps = {
  typed: (name: keyof Typed) => string
  errors: readonly FieldError[]
  /** Whether the name is asked: of whoever has no account. */
  named: boolean
  language: Language
}

/** The questions of an answer: first yes or no, then what it would mean. */
export function AnswerFields({ typed, errors, named, language }: FieldsProps) {
  const t = answerText[language]
  const field = (name: keyof Typed, label: string) => ({
    name,
    label,
    error: errors.find((e) => e.name === name)?.text,
    language,
  })
  return (
    <>
      <ChoicesField
        {...field('answer', t.answer)}
        kind="radio"
        choices={[...answers].reverse().map((value) => ({
          value,
          label: t.answers[value],
          help: t.answerHelp[value],
        }))}
        values={[typed('answer')]}
      />
      <TextArea {...field('said', t.what)} value={typed('said')} rows={4} optional />
      <TextField
        {...field('share', t.share)}
        value={typed('share')}
        inputmode="decimal"
        size="short"
        optional
      />
      <TextField
        {...field('ownShare', t.ownShare)}
        value={typed('ownShare')}
        inputmode="decimal"
        size="short"
        optional
      />
      <ChoicesField
        {...field('capacity', t.capacity)}
        kind="radio"
        choices={(['free', 'little', 'none'] as const).map((value) => ({
          value,
          label: t.capacities[value],
        }))}
        values={[typed('capacity')]}
        optional
      />
      <TextArea {...field('questions', t.questions)} value={typed('questions')} rows={2} optional />
      {named && (
        <TextField
          {...field('name', t.name)}
          help={t.nameHelp}
          value={typed('name')}
          autocomplete="name"
          size="full"
        />
      )}
    </>
  )
}
