import { decimalFromCents, readAmount } from '../../engine/budget/index.ts'
import { type Day, readDay } from '../../kernel/time.ts'
import {
  type Amounts,
  type ChangeSubject,
  type Content,
  changeSubjects,
  type DeliverableForm,
  deliverableForms,
  type Kind,
  type MilestoneState,
  milestoneStates,
  type RiskState,
  riskStates,
  type Step,
  steps,
} from './content.ts'
import { type PlannedLine, withRates } from './plan.ts'

export type FaultKey =
  | 'noTitle'
  | 'noDay'
  | 'badDay'
  | 'choose'
  | 'noReached'
  | 'notYet'
  | 'badAddress'
  | 'noResponse'
  | 'endBefore'
  | 'badAmount'
  | 'noAmounts'
  | 'noText'
  | 'noEnd'
  | 'unevenPlan'
  | 'noSummary'
  | 'noLasts'
export type Fault = { field: string; key: FaultKey }

export type Typed = { content: Content; share: 'own' | 'public'; faults: Fault[] }

type Get = (field: string) => string

const among = <T extends string>(all: readonly T[], word: string): T | undefined =>
  all.find((one) => one === word)

/**
 * What was typed of one thing, and everything that is wrong with it, each at its field.
 * @param lines the categories of the budget, where amounts are typed
 */
export function itemTyped(
  kind: Kind,
  typed: Get,
  { today, lines }: { today: Day; lines: readonly PlannedLine[] },
): Typed {
  const faults: Fault[] = []
  const fault = (field: string, key: FaultKey) => {
    faults.push({ field, key })
  }
  // What is cut in the middle of a sign loses the half of it.
  const get = (field: string, most = 300) =>
    typed(field)
      .trim()
      .slice(0, most)
      .replace(/\p{Surrogate}$/u, '')
  const day = (field: string, need: boolean): Day | null => {
    const said = get(field)
    const read = readDay(said)
    if (!read && (said || need)) fault(field, said ? 'badDay' : 'noDay')
    return read ?? null
  }
  const chosen = <T extends string>(field: string, all: readonly T[]): T | undefined => {
    const found = among(all, get(field))
    if (!found) fault(field, 'choose')
    return found
  }
  const past = (field: string, on: Day | null) => {
    if (on && on > today) fault(field, 'notYet')
    return on
  }
  const title = get('title')
  const text = get('text', 10_000)
  if (kind !== 'cost' && !title) fault('title', 'noTitle')
  const start: Content = { title, text }
  const made = (content: Content, share: Typed['share'] = 'own'): Typed => ({ content, share, faults })
  switch (kind) {
    case 'milestone': {
      const due = day('due', true)
      const milestone: MilestoneState | undefined = chosen('state', milestoneStates)
      const reached = past('reached', day('reached', false))
      if (milestone === 'reached' && !reached && !get('reached')) fault('reached', 'noReached')
      return made({
        ...start,
        due,
        ...(milestone && { milestone }),
        reached: milestone === 'reached' ? reached : null,
        shows: get('shows', 2_000),
      })
    }
    case 'deliverable': {
      const form: DeliverableForm | undefined = chosen('form', deliverableForms)
      const url = get('url', 500)
      if (url && !/^https?:\/\/[^\s]+\.[^\s]+$/.test(url)) fault('url', 'badAddress')
      const days = { due: day('due', true), reached: past('reached', day('reached', false)) }
      return made({ ...start, ...(form && { form }), ...days, url }, get('public') ? 'public' : 'own')
    }
    case 'risk': {
      const [likelihood, effect]: (Step | undefined)[] = [
        chosen('likelihood', steps),
        chosen('effect', steps),
      ]
      const response = get('response', 5_000)
      if (!response) fault('response', 'noResponse')
      const risk: RiskState | undefined = chosen('state', riskStates)
      return made({
        ...start,
        ...(likelihood && { likelihood }),
        ...(effect && { effect }),
        response,
        owner: get('owner'),
        ...(risk && { risk }),
      })
    }
    case 'cost': {
      const [from, to] = [day('from', true), day('to', true)]
      if (from && to && to < from) fault('to', 'endBefore')
      past('to', to)
      const used = amountsTyped('used', typed, typedLines(lines), fault)
      if (Object.values(used).every((amount) => /^0?\.?0*$/.test(amount)))
        fault(`used.${lines[0]?.code}`, 'noAmounts')
      return made({ ...start, ...(from && { from }), ...(to && { to }), used: withRates(lines, used) })
    }
    case 'change': {
      const subject: ChangeSubject | undefined = chosen('subject', changeSubjects)
      if (!text) fault('text', 'noText')
      const end = day('end', false)
      if (subject === 'timetable' && !end && !get('end')) fault('end', 'noEnd')
      const plan = subject === 'budget' ? amountsTyped('plan', typed, lines, fault) : null
      if (plan && faults.length === 0 && sumOf(plan, lines) !== sumOf(plannedIn(lines), lines))
        fault(`plan.${lines[0]?.code}`, 'unevenPlan')
      return made({
        ...start,
        ...(subject && { subject }),
        end: subject === 'timetable' ? end : null,
        plan,
        change: 'asked',
      })
    }
  }
}

const plannedIn = (lines: readonly PlannedLine[]): Amounts =>
  Object.fromEntries(lines.map(({ code, planned }) => [code, planned]))

const sumOf = (amounts: Amounts, lines: readonly PlannedLine[]): bigint =>
  lines.reduce((sum, { code, deducted }) => {
    const read = readAmount(amounts[code] ?? '0', { negative: true })
    const amount = read.ok ? read.cents : 0n
    return deducted ? sum - amount : sum + amount
  }, 0n)

/** The categories whose costs people type; flat rates follow from them. */
export const typedLines = (lines: readonly PlannedLine[]): PlannedLine[] => lines.filter(({ rate }) => !rate)

/** Amounts by category; an empty field is nothing, and what cannot be read is told at its field. */
function amountsTyped(
  table: 'used' | 'plan',
  typed: Get,
  lines: readonly PlannedLine[],
  fault: (field: string, key: FaultKey) => void,
): Amounts {
  return Object.fromEntries(
    lines.flatMap(({ code }): [string, string][] => {
      const field = `${table}.${code}`
      const said = typed(field).trim()
      if (!said) return table === 'plan' ? [[code, '0.00']] : []
      const read = readAmount(said)
      if (!read.ok) fault(field, 'badAmount')
      return read.ok ? [[code, decimalFromCents(read.cents)]] : []
    }),
  )
}
