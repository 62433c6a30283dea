import { type AmountFault, centsFromDecimal, type Fault, readAmount } from '../../engine/budget/index.ts'
import {
  type Answers,
  answersTo,
  answerTo,
  type Form,
  type Question,
  readDay,
} from '../../engine/form/index.ts'
import { isValidBusinessId } from '../../engine/matching/index.ts'
import { formatAmount } from '../../kernel/money.ts'
import { inEach, type Language, pick } from '../../kernel/text.ts'
import { type Money, roomOf } from './money-count.ts'
import {
  amountField,
  deMinimisTables,
  modelField,
  noneField,
  tableCell,
  tableField,
  tableRows,
} from './money-fields.ts'
import { isPublicBody } from './money-known.ts'
import type { Terms } from './money-terms.ts'
import { moneyText as text } from './money-text.ts'
import { type PartnerRow, partnersQuestion } from './partners.ts'

/** What is missing from the money of an application, or wrong with it, at its field. */
export type MoneyGap = {
  question: string
  field: string
  /** Nothing is there yet; else what is there cannot be so. */
  missing: boolean
  /** What was typed cannot be read. */
  unreadable?: boolean
  text: Record<Language, string>
}

type Say = (t: (typeof text)['fi'], language: Language) => string
const say = (of: Say) => inEach((language) => of(text[language], language))
const unreadable = (question: Pick<Question, 'key'>, field: string, of: Say): MoneyGap => ({
  ...gap(question, field, of),
  unreadable: true,
})
const gap = (question: Pick<Question, 'key'>, field: string, of: Say, missing = false): MoneyGap => ({
  question: question.key,
  field,
  missing,
  text: say(of),
})

/** "1234.50" as it is read. */
const euros = (decimal: string | undefined, language: Language): string =>
  formatAmount(centsFromDecimal(decimal ?? '0') ?? 0n, language)

export const nameOf = ({ name, row }: Pick<PartnerRow, 'name' | 'row'>, language: Language): string =>
  name || text[language].unnamed({ row })

export function moneyGaps(form: Form, answers: Answers, terms: Terms, money: Money): MoneyGap[] {
  return form.sections
    .flatMap((section) => section.questions)
    .flatMap((question) => {
      if (question.kind === 'budget')
        return [...unreadIn(question, money), ...budgetGaps(question, money, terms)]
      if (question.kind === 'financing')
        return [...unreadIn(question, money), ...financingGaps(question, money, terms)]
      if (question.kind === 'de-minimis') return deMinimisGaps(question, answers, terms, money)
      return []
    })
}

/** Of the consortium: one lead, and as many partners as the call asks for. */
export function partnerGaps(form: Form, terms: Terms, { partners }: Money): MoneyGap[] {
  const question = partnersQuestion(form)
  if (!question) return []
  const field = `${question.key}.rows`
  const leads = partners.filter((p) => p.role === 'lead').length
  const [count, least] = [String(partners.length), String(terms.leastPartners)]
  return [
    ...(leads === 1 ? [] : [gap(question, field, (t) => t.oneLead, leads === 0)]),
    ...(partners.length < terms.leastPartners
      ? [gap(question, field, (t) => t.fewPartners({ count, least }), true)]
      : []),
  ]
}

const unreadIn = (question: Question, { unread }: Money): MoneyGap[] =>
  unread
    .filter(({ field }) => field.startsWith(`${question.key}.`))
    .map(({ field, fault }) => unreadable(question, field, (t) => t.amount[fault]))

function budgetGaps(question: Question, money: Money, { models }: Terms): MoneyGap[] {
  const { budget, model, partners } = money
  if (!budget || !model)
    return models.length > 0 ? [gap(question, modelField(question), (t) => t.noModel, true)] : []
  const first = (row: string) =>
    amountField(question, row, model.lines.find((line) => line.kind === 'typed')?.code ?? '')
  const empty = partners.filter(
    ({ row }) => budget.partners.find((p) => p.partner === row)?.costs.total === 0n,
  )
  return [
    ...empty.map((p) => gap(question, first(p.row), (t, l) => t.noCosts({ partner: nameOf(p, l) }), true)),
    ...money.faults.budget.flatMap((fault) => {
      const of = faultOf(fault, money)
      return of
        ? [gap(question, of.partner ? first(of.partner.row) : first(partners[0]?.row ?? '1'), of.say)]
        : []
    }),
  ]
}

function financingGaps(question: Question, money: Money, terms: Terms): MoneyGap[] {
  const { financing, partners } = money
  if (!financing) return []
  const grantField = (row: string) => amountField(question, row, 'grant')
  const lead = grantField(partners[0]?.row ?? '1')
  const { grant } = financing.all
  const at = (least: bigint) => (l: Language) => ({
    least: formatAmount(least, l),
    most: formatAmount(least, l),
    grant: formatAmount(grant, l),
  })
  const { leastGrant, mostGrant } = terms
  const unfinanced = (fault: Fault) => fault.code === 'sum-differs' && fault.place.length === 2
  return [
    ...(grant === 0n ? [gap(question, lead, (t) => t.noGrant, true)] : []),
    ...money.faults.financing.flatMap((fault) => {
      const of = faultOf(fault, money)
      const begun = !unfinanced(fault) || centsFromDecimal(fault.values.financing ?? '0') !== 0n
      return of ? [gap(question, of.partner ? grantField(of.partner.row) : lead, of.say, !begun)] : []
    }),
    ...(leastGrant !== undefined && grant > 0n && grant < leastGrant
      ? [gap(question, lead, (t, l) => t.grantBelow(at(leastGrant)(l)))]
      : []),
    ...(mostGrant !== undefined && grant > mostGrant
      ? [gap(question, lead, (t, l) => t.grantAbove(at(mostGrant)(l)))]
      : []),
  ]
}

/** A fault of the counting in people's words, with the partner whose it is. */
function faultOf(
  { code, place, values }: Fault,
  { partners, model }: Money,
): { partner: PartnerRow | undefined; say: Say } | undefined {
  const partner = place[0] === 'partners' ? partners.find((p) => p.row === place[1]) : undefined
  const who = (l: Language) => (partner ? nameOf(partner, l) : '')
  const amounts = (l: Language) =>
    Object.fromEntries(Object.entries(values).map(([key, v]) => [key, key === 'percent' ? v : euros(v, l)]))
  switch (code) {
    case 'under-limit':
    case 'over-limit': {
      const limit = model?.limits.find((one) => one.code === place.at(-1))
      const what = (l: Language) =>
        [who(l), limit?.name ? pick(limit.name, l)?.text : undefined].filter(Boolean).join(', ') ||
        text[l].budget.total
      return {
        partner,
        say: (t, l) =>
          t[code === 'over-limit' ? 'overLimit' : 'underLimit']({ ...amounts(l), what: what(l) }),
      }
    }
    case 'revenue-over-cost':
      return { partner, say: (t, l) => t.revenueOver({ ...amounts(l), partner: who(l) }) }
    case 'sum-differs':
      return partner && place.length === 2
        ? { partner, say: (t, l) => t.differs({ ...amounts(l), partner: who(l) }) }
        : undefined
    case 'rate-over':
      return { partner, say: (t, l) => t.rateOver(amounts(l)) }
    case 'no-rate':
      return partners[0] === partner ? { partner, say: (t) => t.noRate } : undefined
    default:
      return undefined
  }
}

function deMinimisGaps(question: Question, answers: Answers, terms: Terms, money: Money): MoneyGap[] {
  if (!terms.deMinimis) return []
  const aids = tableRows(question, 'aids', answers).map((row) => ({
    row,
    cell: (column: string) => answerTo(answers, tableCell(question, 'aids', row, column)),
  }))
  const filled = aids.filter(({ cell }) => deMinimisTables.aids.some((column) => cell(column) !== ''))
  const declared = money.partners.flatMap((p) => {
    if (isPublicBody(p, money.known)) return []
    const none = answersTo(answers, noneField(question, p.row)).includes('yes')
    const has = filled.some(({ cell }) => cell('partner') === p.row)
    if (!none && !has)
      return [
        gap(question, noneField(question, p.row), (t, l) => t.undeclared({ partner: nameOf(p, l) }), true),
      ]
    return none && has
      ? [gap(question, noneField(question, p.row), (t, l) => t.both({ partner: nameOf(p, l) }))]
      : []
  })
  const rows = filled.flatMap(({ row, cell }) => {
    const field = (column: string) => tableCell(question, 'aids', row, column)
    const empty = deMinimisTables.aids.find((column) => cell(column) === '')
    if (empty) return [gap(question, field(empty), (t) => t.aidIncomplete, true)]
    const amount = readAmount(cell('amount'))
    return [
      ...(readDay(cell('day')) ? [] : [unreadable(question, field('day'), (t) => t.badDay)]),
      ...(amount.ok
        ? []
        : [unreadable(question, field('amount'), (t) => t.amount[amount.fault as AmountFault])]),
    ]
  })
  const over = money.partners.flatMap((p) => {
    const room = roomOf(money, p)
    if (!room || room.fits) return []
    const values = (l: Language) => ({
      partner: nameOf(p, l),
      asked: formatAmount(room.asked, l),
      room: formatAmount(room.room, l),
    })
    return [gap(question, tableField(question, 'aids'), (t, l) => t.noRoom(values(l)))]
  })
  return [...declared, ...rows, ...linkGaps(question, answers), ...over]
}

const linkGaps = (question: Question, answers: Answers): MoneyGap[] =>
  tableRows(question, 'links', answers).flatMap((row) => {
    const field = (column: string) => tableCell(question, 'links', row, column)
    const cell = (column: string) => answerTo(answers, field(column))
    if (deMinimisTables.links.every((column) => cell(column) === '')) return []
    const empty = (['partner', 'name'] as const).find((column) => cell(column) === '')
    if (empty) return [gap(question, field(empty), (t) => t.linkIncomplete, true)]
    const id = cell('business-id')
    return id === '' || isValidBusinessId(id)
      ? []
      : [unreadable(question, field('business-id'), (t) => t.badBusinessId)]
  })
