import type { ComponentChildren } from 'preact'
import {
  type BalanceWords,
  balanceOf,
  type Cents,
  decimalFromCents,
  type MoneyTable,
  sayBalance,
} from '../../engine/budget/index.ts'
import { answerTo } from '../../engine/form/index.ts'
import { formatAmount } from '../../kernel/money.ts'
import type { Language } from '../../kernel/text.ts'
import { idOf, moneyTerms } from './money-count.ts'
import type { MoneyProps } from './money-props.ts'
import { moneyText } from './money-text.ts'

export const percentText = (decimal: string, language: Language): string =>
  language === 'en' ? decimal : decimal.replace('.', ',')

/** What stands, is missing or is too much, said as the island says it while somebody types. */
function said({ money, language }: MoneyProps): string {
  if (!money.typed) return ''
  const write = {
    amount: (cents: Cents) => formatAmount(cents, language),
    percent: (decimal: string) => percentText(decimal, language),
  }
  const words: BalanceWords = moneyText[language].balance
  return sayBalance(balanceOf(money.typed), words, write).join(' ')
}

/** Round a table of amounts that is filled in: with script its sums follow what is typed. */
export function Counted({
  table,
  props,
  children,
}: {
  table: MoneyTable
  props: MoneyProps
  children: ComponentChildren
}) {
  const { money, terms, answers, language } = props
  const { model, partners, known, fields, financing } = money
  if (!model || !props.fill) return <>{children}</>
  const plain = {
    ...moneyTerms(model, terms, partners, known, financing !== undefined),
    // Names are for people: the counting needs none.
    model: { ...model, name: {}, lines: model.lines.map(({ help: _, ...line }) => ({ ...line, name: {} })) },
    sources: terms.sources.map((source) => ({ ...source, name: {} })),
  }
  const typed = Object.keys(answers).filter((field) =>
    Object.values(fields).some((key) => key !== '' && field.startsWith(`${key}.`)),
  )
  const counted = {
    terms: plain,
    rooms: money.rooms.map((room) => ({
      rows: partners.filter((p) => room.askers.includes(idOf(p))).map((p) => p.row),
      left: decimalFromCents(room.room),
    })),
    fields,
    answers: Object.fromEntries(typed.map((field) => [field, answerTo(answers, field)])),
  }
  const { amount, balance } = moneyText[language]
  return (
    <money-sums
      data-table={table}
      data-language={language}
      data-counted={JSON.stringify(counted)}
      data-words={JSON.stringify({ ...amount, ...balance })}
    >
      {children}
      <p class="balance">{said(props)}</p>
      <p class="vh" role="status" />
    </money-sums>
  )
}
