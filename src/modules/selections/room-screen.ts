import { decimalOf, formatAmount, formatMillions } from '../../kernel/money.ts'
import { formatCount, formatDecimal, type Language, pick } from '../../kernel/text.ts'
import type { Room, RoomCandidate, RoomStatement } from './room.ts'
import type { Asked } from './room-asked.ts'
import type { RoomDrafts } from './room-drafts.ts'
import type { RoomPrices } from './room-prices.ts'
import { saidText } from './room-said-text.ts'
import { roomText } from './room-text.ts'
import type { SelectionRule, SelectionSynergy, WeightStatementSaid } from './settings.ts'
import type { Solved } from './solving.ts'

/** What the parts of the room's page are given. */
export type RoomScreen = {
  room: Room
  /** What the engine answers; `pending` while nothing is known yet. */
  solved: Solved | { pending: true }
  /** Whether something is still being computed: the page says so, and its window asks again. */
  isWaiting: boolean
  prices: RoomPrices
  /** By criterion, the least and the most that it may weigh, as shares. */
  ranges: readonly { low: number; high: number }[] | undefined
  asked: Asked
  /** What the reader has begun to type in the room's forms. */
  drafts: RoomDrafts
  /** The address as it was asked, for what must stay in it. */
  query: URLSearchParams
  language: Language
  link: (path: string) => string
}

export const placeOf = ({ room, link }: Pick<RoomScreen, 'room' | 'link'>, rest = ''): string =>
  link(`/selections/${room.id}${rest}`)

/** The room's address with these fields of the question, and the mode of the screen. */
export function roomAddress(screen: RoomScreen, fields: readonly (readonly [string, string])[]): string {
  const query = new URLSearchParams([
    ...(screen.asked.whose === 'own' ? [['whose', 'own']] : []),
    ...fields.map(([name, value]) => [name, value]),
    ...(screen.asked.screen ? [['screen', '']] : []),
  ])
  const text = query.toString()
  return `${placeOf(screen, '/room')}${text ? `?${text}` : ''}`
}

/** All that is supposed, as fields of the address, without the one at this place. */
export const supposedFields = ({ suppositions }: Asked, without?: number) =>
  suppositions.flatMap(({ fields }, i) => (i === without ? [] : fields))

export const criterionName = (
  { room, language }: Pick<RoomScreen, 'room' | 'language'>,
  id: string,
): string => {
  const found = room.settings.criteria.find((criterion) => criterion.id === id)
  return (found && pick(found.name, language)?.text) ?? id
}

export const budgetName = ({ room, language }: Pick<RoomScreen, 'room' | 'language'>, id: string): string => {
  const found = room.settings.budgets.find((budget) => budget.id === id)
  return (found && pick(found.name, language)?.text) ?? id
}

export const titleOf = (candidate: Pick<RoomCandidate, 'title' | 'code'>, language: Language): string =>
  pick(candidate.title, language)?.text ?? candidate.code

/** "H07 Älykäs vesihuolto": how a candidate is called where it stands alone. */
export const calledOf = (candidate: Pick<RoomCandidate, 'title' | 'code'>, language: Language): string =>
  `${candidate.code} ${titleOf(candidate, language)}`

export const ruleName = (rule: SelectionRule | SelectionSynergy, language: Language): string =>
  pick(rule.name, language)?.text ?? rule.id

/** A statement about the weights in plain words. */
export function saidInWords(
  said: WeightStatementSaid,
  screen: Pick<RoomScreen, 'room' | 'language'>,
): string {
  const { language } = screen
  const t = saidText[language]
  const name = (id: string) => criterionName(screen, id)
  const percent = (share: string) => formatShare(Number(share), language)
  const times = (ratio: string) => formatPlain(Number(ratio), language)
  switch (said.kind) {
    case 'atLeast':
      return t.atLeast(name(said.a), name(said.b))
    case 'rank':
      return t.rank(said.order.map(name).join(', '))
    case 'bounds': {
      const { criterion, min, max } = said
      if (min !== undefined && max !== undefined)
        return t.between(name(criterion), percent(min), percent(max))
      return min !== undefined
        ? t.least(name(criterion), percent(min))
        : t.most(name(criterion), percent(max ?? '1'))
    }
    case 'ratio': {
      const { a, b, min, max } = said
      if (min !== undefined && max !== undefined) return t.ratio(name(a), name(b), times(min), times(max))
      return min !== undefined
        ? t.ratioLeast(name(a), name(b), times(min))
        : t.ratioMost(name(a), name(b), times(max ?? '1'))
    }
  }
}

/** What is stated under this id of the problem, and who said it, for a contradiction; undefined for one not known. */
export function statedUnder(
  id: string,
  screen: RoomScreen,
): { said: string; by?: RoomStatement } | undefined {
  const { room, asked, language } = screen
  const t = roomText[language]
  const statement = [...room.statements, ...room.members.flatMap(({ statements }) => statements)].find(
    (one) => one.id === id,
  )
  if (statement) return { said: saidInWords(statement.said, screen), by: statement }
  for (const { supposed } of asked.suppositions)
    if (supposed.kind === 'statement' && supposed.id === id)
      return { said: saidInWords(supposed.said, screen) }
  const rule = [...room.settings.rules, ...room.settings.synergies].find((one) => one.id === id)
  if (rule) return { said: ruleName(rule, language) }
  const budget = room.settings.budgets.find((one) => one.id === id)
  if (budget) {
    const limit = asked.supposing.limits?.[id] ?? budget.limit
    return { said: t.limitIs(budgetName(screen, id), `${formatPlain(Number(limit), language)} €`) }
  }
  const [, way, code] = /^(in|out)-(.*)$/.exec(id) ?? []
  const candidate = room.candidates.find((one) => one.code === code)
  if (!candidate) return undefined
  const called = calledOf(candidate, language)
  return { said: way === 'in' ? t.withCandidate(called) : t.withoutCandidate(called) }
}

/** "4,8 M€", or "350 000 €" below a million. */
export const moneyWords = (cents: bigint, language: Language): string =>
  cents >= 100_000_000n || cents <= -100_000_000n
    ? `${formatMillions(cents, language)}\u00a0M€`
    : `${formatAmount((cents / 100n) * 100n, language)}\u00a0€`

/** Whole thousands of euros. */
export const thousands = (cents: bigint, language: Language): string =>
  formatCount((cents + 50_000n) / 100_000n, language)

/** Euros as they are typed, in groups of three: "4 800 000", "12500,50" with its cents. */
export const euros = (cents: bigint): string =>
  decimalOf(cents)
    .replace(/\.00$/, '')
    .replace('.', ',')
    .replaceAll(/\B(?=(\d{3})+(?!\d))/g, '\u00a0')

/** A share as per cent without its sign: "12,5", "20". */
export const formatShare = (share: number, language: Language): string =>
  formatPlain(Math.round(share * 1000) / 10, language)

export const formatPlain = (n: number, language: Language): string =>
  formatDecimal(n, language, Number.isInteger(n) ? 0 : Number.isInteger(Math.round(n * 1000) / 100) ? 1 : 2)

/** The first letters of a name: how somebody who steps aside stands in a list. */
export const initials = (name: string): string =>
  name
    .replaceAll(/\(.*?\)/g, '')
    .split(/[\s-]+/)
    .map((part) => part[0] ?? '')
    .join('')
    .slice(0, 3)
    .toUpperCase()
