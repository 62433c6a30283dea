import type {
  AidRate,
  CostLine,
  CostModel,
  FinancingSource,
  Limit,
  Measured,
} from '../../src/engine/budget/index.ts'

/** Numbers that look random and are the same for the same seed. */
export type Dice = {
  below: (n: number) => number
  chance: (p: number) => boolean
  of: <T>(choices: readonly T[]) => T
  shuffle: <T>(all: readonly T[]) => T[]
}

/** mulberry32 by Tommy Ettinger: one word of state. */
export function diceOf(seed: number): Dice {
  let state = seed >>> 0
  const next = () => {
    state = (state + 0x6d2b79f5) >>> 0
    let t = Math.imul(state ^ (state >>> 15), state | 1)
    t ^= t + Math.imul(t ^ (t >>> 7), t | 61)
    return ((t ^ (t >>> 14)) >>> 0) / 2 ** 32
  }
  const below = (n: number) => Math.floor(next() * n)
  const shuffle = <T>(all: readonly T[]): T[] => {
    const mixed = [...all]
    for (let i = mixed.length - 1; i > 0; i--) {
      const j = below(i + 1)
      ;[mixed[i], mixed[j]] = [mixed[j]!, mixed[i]!]
    }
    return mixed
  }
  return { below, chance: (p) => next() < p, of: (choices) => choices[below(choices.length)]!, shuffle }
}

/** An amount as plain decimal text, from nothing to thousands of millions, mostly of the size that budgets have. */
export function madeAmount(dice: Dice): string {
  const digits = dice.of([0, 1, 2, 3, 4, 5, 5, 5, 6, 6, 7, 9])
  const units = digits === 0 ? '0' : String(1 + dice.below(9)) + digitsOf(dice, digits - 1)
  return `${units}${dice.of(['', '', `.${digitsOf(dice, 1)}`, `.${digitsOf(dice, 2)}`])}`
}
const digitsOf = (dice: Dice, n: number) => Array.from({ length: n }, () => dice.below(10)).join('')

/** The same amount as somebody might type it. */
export function asTyped(dice: Dice, amount: string): string {
  const [units = '0', decimals = ''] = amount.split('.')
  const space = dice.of([' ', '\u00a0', '\u202f', '', '.', "'"])
  // A point between thousands alone would be doubtful: then the cents are typed too.
  const cents = space === '.' && decimals === '' ? '00' : decimals
  const grouped = units.replace(/\B(?=(\d{3})+$)/g, space)
  const sign = space === '.' ? ',' : dice.of([',', '.'])
  const text = cents === '' ? grouped : `${grouped}${sign}${cents}`
  return dice.of([text, text, `${text} €`, ` ${text}`, `${text}\u00a0euroa`, `€ ${text}`])
}

const percentText = (dice: Dice): string =>
  dice.of([
    ...['0', '1.5', '7', '15', '17', '20', '24', '26.44', '33.333333', '40', '60', '66.67', '75', '100'],
    String(dice.below(101)),
    `${dice.below(100)}.${digitsOf(dice, 1 + dice.below(6))}`,
  ])

/** A cost model of somebody's own: lines computed of others, some of them computed too, in any order. */
export function madeModel(dice: Dice): CostModel {
  const name = { fi: 'x', sv: 'x', en: 'x' }
  const lines: CostLine[] = []
  const bases: string[] = []
  const count = 1 + dice.below(9)
  for (let i = 0; i < count; i++) {
    const code = `line-${i}`
    if (bases.length > 0 && dice.chance(0.45)) {
      const of = dice.shuffle(bases).slice(0, 1 + dice.below(3))
      lines.push({ code, name, kind: 'percent', percent: percentText(dice), of })
    } else if (dice.chance(0.08)) lines.push({ code, name, kind: 'lump', amount: madeAmount(dice) })
    else if (dice.chance(0.15)) {
      lines.push({ code, name, kind: 'typed', deducted: true })
      continue
    } else lines.push({ code, name, kind: 'typed' })
    bases.push(code)
  }
  const measured = (): Measured =>
    bases.length === 0 || dice.chance(0.4) ? 'total' : dice.shuffle(bases).slice(0, 2)
  const limits = Array.from({ length: dice.below(4) }, (_, i): Limit => {
    const limit = { code: `limit-${i}`, each: dice.of(['partner', 'project'] as const), what: measured() }
    if (dice.chance(0.3)) return { ...limit, least: madeAmount(dice) }
    return dice.chance(0.5)
      ? { ...limit, most: madeAmount(dice) }
      : { ...limit, percent: percentText(dice), of: measured() }
  })
  return {
    code: 'own',
    name,
    projects: [],
    lines: dice.shuffle(lines),
    limits,
    rounding: dice.of(['half-up', 'half-up', 'down']),
    source: 'made',
    verified: false,
  }
}

/** A budget in plain decimal text: by partner and typed line the amount of each column. */
export type PlainBudget = {
  years: number[]
  partners: { partner: string; kind: string; isPublic: boolean; amounts: Map<string, string[]> }[]
}

const partnerKinds = ['company', 'university', 'municipality']

export function madeBudget(dice: Dice, model: CostModel): PlainBudget {
  const years = Array.from({ length: dice.below(7) }, (_, i) => 2024 + i)
  const width = Math.max(1, years.length)
  const typed = model.lines.filter((line) => line.kind === 'typed')
  const partners = Array.from({ length: 1 + dice.below(dice.chance(0.1) ? 12 : 5) }, (_, i) => ({
    partner: `p${i}`,
    kind: dice.of(partnerKinds),
    isPublic: dice.chance(0.5),
    amounts: new Map(
      typed.map((line) => [
        line.code,
        Array.from({ length: width }, () => (dice.chance(0.2) ? '0' : madeAmount(dice))),
      ]),
    ),
  }))
  return { years, partners }
}

export function madeRates(dice: Dice, model: CostModel): AidRate[] {
  const rates: AidRate[] = dice.chance(0.9) ? [{ percent: percentText(dice) }] : []
  for (const partnerKind of partnerKinds)
    if (dice.chance(0.3)) rates.push({ percent: percentText(dice), partnerKind })
  if (dice.chance(0.3)) rates.push({ percent: percentText(dice), costModel: model.code })
  if (dice.chance(0.2))
    rates.push({ percent: percentText(dice), costModel: model.code, partnerKind: dice.of(partnerKinds) })
  return dice.shuffle(rates)
}

const source = (code: string, kind: FinancingSource['kind']): FinancingSource => ({
  code,
  kind,
  name: { fi: code, sv: code, en: code },
  source: 'made',
  verified: false,
})
export const madeSources = [
  source('grant', 'grant'),
  source('municipal', 'public'),
  source('private', 'private'),
  source('own', 'own'),
]
