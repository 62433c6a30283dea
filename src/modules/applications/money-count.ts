import {
  type AidSums,
  type BudgetSums,
  type CellFault,
  type CostModel,
  checkDeMinimis,
  countTyped,
  type DeMinimisRoom,
  type Fault,
  type FinancingSums,
  type GrantedAid,
  type MoneyTable,
  type MoneyTerms,
  readAmount,
  type TypedMoney,
} from '../../engine/budget/index.ts'
import { type Answers, answerTo, type Form, type Question, readDay } from '../../engine/form/index.ts'
import {
  amountField,
  budgetQuestion,
  type DeMinimisTable,
  modelIn,
  tableCell,
  tableRows,
} from './money-fields.ts'
import { isPublicBody, type Known, nothingKnown, writtenId } from './money-known.ts'
import type { Terms } from './money-terms.ts'
import { type PartnerRow, partnersIn } from './partners.ts'

/** A cell that cannot be read, with its field. */
export type FieldFault = CellFault & { field: string }

/** All the money of an application, counted at once. */
export type Money = {
  partners: readonly PartnerRow[]
  model: CostModel | undefined
  /** Of partners' rows; undefined where no model is chosen or no budget is asked. */
  budget: BudgetSums | undefined
  financing: FinancingSums | undefined
  aid: AidSums | undefined
  /** The same sums as the engine gave them. */
  typed: TypedMoney | undefined
  rooms: readonly DeMinimisRoom[]
  known: Known
  /** Keys of the questions where it is typed. */
  fields: Readonly<Record<MoneyTable, string>>
  unread: readonly FieldFault[]
  faults: { budget: readonly Fault[]; financing: readonly Fault[] }
}

/** What is counted by, for the server and for a page that counts while somebody types. */
export const moneyTerms = (
  model: CostModel,
  { rates, sources }: Terms,
  partners: readonly PartnerRow[],
  known: Known,
  plans: boolean,
): MoneyTerms => ({
  model,
  rates,
  sources,
  partners: partners.map((p) => ({
    row: p.row,
    isPublic: isPublicBody(p, known),
    kind: known.kinds.get(writtenId(p.businessId)),
  })),
  plans,
})

export function countMoney(form: Form, answers: Answers, terms: Terms, known: Known = nothingKnown): Money {
  const questions = form.sections.flatMap((section) => section.questions)
  const partners = partnersIn(form, answers)
  const model = modelIn(form, answers, terms)
  const question = budgetQuestion(form)
  const plan = questions.find((q) => q.kind === 'financing')
  const declared = questions.find((q) => q.kind === 'de-minimis')
  const tables = { budget: question, financing: plan }
  const typed =
    question && model
      ? countTyped(moneyTerms(model, terms, partners, known, plan !== undefined), (table, row, code) =>
          answerTo(answers, amountField(tables[table]!, row, code)),
        )
      : undefined
  const { budget, financing, aid } = typed ?? {}
  return {
    partners,
    model,
    budget,
    financing,
    aid,
    typed,
    known,
    fields: { budget: question?.key ?? '', financing: plan?.key ?? '' },
    rooms: declared && financing ? roomsOf(declared, answers, terms, partners, financing, known) : [],
    unread: (typed?.unread ?? []).map((cell) => ({
      ...cell,
      field: amountField(tables[cell.table]!, cell.partner, cell.row),
    })),
    faults: {
      budget: budget?.faults ?? [],
      financing: [...(financing?.faults ?? []), ...(aid?.faults ?? [])],
    },
  }
}

/** What tells an organisation: its business id, else its place in the application. */
export const idOf = ({ businessId, row }: PartnerRow): string => writtenId(businessId) || `row ${row}`

/** Room for de minimis aid, of each undertaking that partners and those linked to them make. */
function roomsOf(
  question: Question,
  answers: Answers,
  { deMinimis: rule, day }: Terms,
  partners: readonly PartnerRow[],
  financing: FinancingSums,
  known: Known,
): readonly DeMinimisRoom[] {
  if (!rule) return []
  const ids = new Map(partners.map((p) => [p.row, idOf(p)]))
  const rows = (table: DeMinimisTable) =>
    tableRows(question, table, answers).map((row) => {
      const cell = (column: string) => answerTo(answers, tableCell(question, table, row, column))
      return { partner: ids.get(cell('partner')), cell }
    })
  const controls = rows('links').flatMap(({ partner, cell }) => {
    const linked = writtenId(cell('business-id')) || cell('name').toLowerCase()
    return partner && linked ? [[partner, linked] as const] : []
  })
  const aids = rows('aids').flatMap(({ partner, cell }): GrantedAid[] => {
    const on = readDay(cell('day'))
    const amount = readAmount(cell('amount'))
    return partner && on && amount.ok ? [{ organisation: partner, day: on, cents: amount.cents }] : []
  })
  // Aid to a public body is no de minimis aid: it asks for no room.
  const bodies = new Set(partners.filter((p) => isPublicBody(p, known)).map(idOf))
  const asked = financing.partners
    .map(({ partner, grant }) => ({ organisation: ids.get(partner)!, cents: grant < 0n ? 0n : grant }))
    .filter(({ organisation }) => !bodies.has(organisation))
  const publicBodies = new Set([...bodies, ...known.publicBodies])
  return checkDeMinimis({ rule, day, asked, aids, controls: [...controls, ...known.controls], publicBodies })
}

/** The room of a partner's undertaking. */
export const roomOf = (money: Pick<Money, 'rooms'>, partner: PartnerRow): DeMinimisRoom | undefined =>
  money.rooms.find((room) => room.askers.includes(idOf(partner)))
