import { addUpBudget, type Cents, type CostModel, decimalFromCents } from '../../engine/budget/index.ts'
import {
  type Answers,
  type Form,
  type Question,
  questionsOf,
  rowsField,
  tableOf,
} from '../../engine/form/index.ts'
import type { Context } from '../../kernel/context.ts'
import type { Tx } from '../../kernel/db.ts'
import type { Language } from '../../kernel/text.ts'
import type { Day } from '../../kernel/time.ts'
import type { Call } from '../calls/index.ts'
import type { Level } from './application.ts'
import { type Begun, begin } from './begin-actions.ts'
import { amountField, budgetQuestion } from './money-fields.ts'
import { type Terms, termsOf } from './money-terms.ts'
import { partnersQuestion } from './partners.ts'
import { invitePerson } from './people-actions.ts'
import { applicationById } from './queries.ts'

/** A partner as those who gather know it. Amounts are cents; null is what it has not told. */
export type ToldPartner = {
  name: string
  businessId: string | null
  role: 'lead' | 'partner'
  task: string | null
  contact: string | null
  email: string | null
  grant: Cents | null
  own: Cents | null
}

/** What others have agreed before there was an application. The lead comes first. */
export type ToldBeginning = {
  title: string
  aim: string
  starts: Day | null
  ends: Day | null
  /** The organisation that leads, as the registry knows it. */
  lead: string | null
  partners: readonly ToldPartner[]
}

/** What could not be carried over, by partner where it is one's. */
export type NotCarried = {
  partner: string | null
  what: 'title' | 'aim' | 'starts' | 'ends' | 'partners' | 'business-id' | 'task' | 'grant' | 'own' | 'costs'
  why: 'not-asked' | 'too-long' | 'not-told' | 'not-known' | 'too-many' | 'cost-lines'
}

const question = (form: Form, ...keys: string[]): Question | undefined =>
  keys.map((key) => questionsOf(form).get(key)).find((q) => q !== undefined)

/** The answers that say what was told, and what of it found no place. Pure. */
export function answersOf(
  form: Form,
  terms: Pick<Terms, 'models' | 'sources'>,
  told: ToldBeginning,
): { answers: Answers; left: NotCarried[] } {
  const answers: Record<string, string> = {}
  const left: NotCarried[] = []
  const leave = (what: NotCarried['what'], why: NotCarried['why'], partner: string | null = null) =>
    left.push({ partner, what, why })
  const put = (what: 'title' | 'aim', q: Question | undefined, value: string) => {
    if (value === '') return
    if (!q) return leave(what, 'not-asked')
    const most = 'most' in q && typeof q.most === 'number' ? q.most : Number.POSITIVE_INFINITY
    if (value.length > most) leave(what, 'too-long')
    // A name that is too long is shortened, so that there is one; a text would lose its sense.
    if (value.length <= most || what === 'title')
      answers[q.key] = value.slice(0, Math.min(most, value.length))
  }
  put('title', question(form, 'name', 'title'), told.title)
  put('aim', question(form, 'summary', 'aim'), told.aim)
  for (const what of ['starts', 'ends'] as const) {
    const day = told[what]
    if (day === null) continue
    const q = question(form, what)
    if (q?.kind === 'date') answers[q.key] = day
    else leave(what, 'not-asked')
  }
  const table = partnersQuestion(form)
  const most = table ? tableOf(table)!.mostRows : 1
  const placed = told.partners.slice(0, most)
  for (const { name } of told.partners.slice(most)) leave('partners', table ? 'too-many' : 'not-asked', name)
  if (table) answers[rowsField(table)] = placed.map((_, i) => String(i + 1)).join('\n')
  for (const [i, partner] of placed.entries()) {
    const row = String(i + 1)
    if (table) Object.assign(answers, partnerRow(table, row, partner, leave))
    Object.assign(answers, moneyOf(form, terms, row, partner, leave))
  }
  return { answers, left }
}

type Leave = (what: NotCarried['what'], why: NotCarried['why'], partner?: string | null) => void

function partnerRow({ key }: Question, row: string, p: ToldPartner, leave: Leave): Record<string, string> {
  if (p.businessId === null) leave('business-id', 'not-known', p.name)
  if (p.task === null) leave('task', 'not-told', p.name)
  const longest = 500
  if ((p.task?.length ?? 0) > longest) leave('task', 'too-long', p.name)
  const cells = {
    organisation: p.name.slice(0, 200),
    'business-id': p.businessId ?? '',
    role: p.role,
    task: p.task && p.task.length <= longest ? p.task : '',
    contact: (p.contact ?? '').slice(0, 100),
    email: p.email ?? '',
  }
  return Object.fromEntries(
    Object.entries(cells).map(([column, value]) => [`${key}.${row}.${column}`, value]),
  )
}

function moneyOf(
  form: Form,
  { models, sources }: Pick<Terms, 'models' | 'sources'>,
  row: string,
  p: ToldPartner,
  leave: Leave,
): Record<string, string> {
  const money: Record<string, string> = {}
  const financing = [...questionsOf(form).values()].find((q) => q.kind === 'financing')
  const budget = budgetQuestion(form)
  for (const [what, cents] of [
    ['grant', p.grant],
    ['own', p.own],
  ] as const) {
    const source = sources.find((s) => s.kind === what)
    if (cents === null) leave(what, 'not-told', p.name)
    else if (!financing || !source) leave(what, 'not-asked', p.name)
    else money[amountField(financing, row, source.code)] = decimalFromCents(cents)
  }
  if (p.grant === null) return money
  const model = models.length === 1 ? models[0] : undefined
  const costs = p.own !== null && budget && model ? costsOf(model, p.grant + p.own) : undefined
  if (budget && costs) money[amountField(budget, row, costs.line)] = decimalFromCents(costs.cents)
  else leave('costs', budget ? 'cost-lines' : 'not-asked', p.name)
  return money
}

/**
 * The one typed line of a cost model of which all others are computed, and what stands in it where the total is known:
 * exact to the cent, or undefined where several amounts would do, or none.
 */
export function costsOf(model: CostModel, total: Cents): { line: string; cents: Cents } | undefined {
  const [line, ...more] = model.lines.filter((l) => l.kind === 'typed')
  if (!line || more.length > 0 || model.lines.some((l) => l.kind === 'lump')) return undefined
  const totalOf = (cents: Cents) =>
    addUpBudget(model, { years: [], partners: [{ partner: '1', amounts: new Map([[line.code, [cents]]]) }] })
      .all.total.total
  // The total grows with the amount: halve until it is met.
  let [low, high] = [0n, total]
  while (low < high) {
    const middle = (low + high) / 2n
    if (totalOf(middle) < total) low = middle + 1n
    else high = middle
  }
  return totalOf(low) === total ? { line: line.code, cents: low } : undefined
}

/** Begins an application with what others have agreed, for the organisation that leads; tells what found no place. */
export async function beginWith(
  ctx: Context<Tx>,
  { call, language, told }: { call: string; language: Language; told: ToldBeginning },
): Promise<Begun & { left: NotCarried[] }> {
  let left: NotCarried[] = []
  const begun = await begin(
    ctx,
    { call, language },
    {
      organisation: told.lead,
      answers: (form, { settings }: Call) => {
        const read = answersOf(form, termsOf(settings, ctx.now), told)
        left = read.left
        return read.answers
      },
    },
  )
  return { ...begun, left }
}

/** Offers a right in an application of one's own to people by mail, each once. */
export async function inviteAll(
  ctx: Context<Tx>,
  id: string,
  people: readonly { email: string; level: Level; organisation: string }[],
): Promise<number> {
  const application = await applicationById(ctx.db, id)
  if (!application) return 0
  for (const person of people) await invitePerson(ctx, application, person)
  return people.length
}
