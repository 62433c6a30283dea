import { centsOf, formatAmount } from '../../kernel/money.ts'
import { type Language, pick, words } from '../../kernel/text.ts'
import type { SelectionRule, SelectionSettings, SelectionSynergy } from './settings.ts'

type Named = { id: string; name: SelectionRule['name'] }

const nameIn = (list: readonly Named[], id: string, language: Language): string =>
  pick(list.find((one) => one.id === id)?.name ?? {}, language)?.text ?? id

/**
 * What a rule or a synergy demands, with the codes it is about: its own name is words that somebody chose, this is what
 * the engine is told.
 */
export function demandOf(
  rule: SelectionRule | SelectionSynergy,
  { budgets, criteria }: Pick<SelectionSettings, 'budgets' | 'criteria'>,
  language: Language,
): string {
  const t = text[language]
  const money = (decimal: string) => `${formatAmount(centsOf(decimal), language)}\u00a0€`
  if (!('said' in rule)) {
    const effects = [
      ...Object.entries(rule.scores).map(
        ([id, points]) => `${nameIn(criteria, id, language)} ${signed(points, digitsOf(points, language))}`,
      ),
      ...Object.entries(rule.costs).map(
        ([id, amount]) =>
          `${nameIn(budgets, id, language)} ${signed(amount, money(amount.replace('-', '')))}`,
      ),
    ]
    return t.together(rule.atLeast, rule.projects.join(', '), effects.join(', '))
  }
  const { said } = rule
  if (said.kind === 'requires') return t.requires(said.project, said.needs.join(', '))
  const of = said.projects.join(', ')
  switch (said.kind) {
    case 'atLeast':
    case 'atMost':
      return t[said.kind](String(said.count), of)
    case 'moneyAtLeast':
    case 'moneyAtMost':
      return t[said.kind](money(said.money), nameIn(budgets, said.budget, language), of)
    default:
      return t[said.kind](of)
  }
}

/** "0.5" as it is written: "0,5" in Finnish and Swedish. */
const digitsOf = (decimal: string, language: Language): string =>
  decimal.replace('-', '').replace('.', language === 'en' ? '.' : ',')

const signed = (decimal: string, written: string): string =>
  `${decimal.startsWith('-') ? '−' : '+'}${written}`

const text = words(
  {
    atLeast: (n: string, of: string) => `Vähintään ${n} näistä: ${of}`,
    atMost: (n: string, of: string) => `Enintään ${n} näistä: ${of}`,
    moneyAtLeast: (money: string, budget: string, of: string) =>
      `${budget}: vähintään ${money} näille yhteensä: ${of}`,
    moneyAtMost: (money: string, budget: string, of: string) =>
      `${budget}: enintään ${money} näille yhteensä: ${of}`,
    excludes: (of: string) => `Enintään yksi näistä: ${of}`,
    allOrNone: (of: string) => `Kaikki nämä tai ei yhtään: ${of}`,
    requires: (project: string, needs: string) => `${project} vain, jos mukana ovat myös: ${needs}`,
    together: (n: number | undefined, of: string, effects: string) =>
      `Kun mukana ovat ${n === undefined ? 'kaikki nämä' : `vähintään ${n} näistä`}: ${of}. ${effects}`,
  },
  {
    sv: {
      atLeast: (n, of) => `Minst ${n} av dessa: ${of}`,
      atMost: (n, of) => `Högst ${n} av dessa: ${of}`,
      moneyAtLeast: (money, budget, of) => `${budget}: minst ${money} till dessa sammanlagt: ${of}`,
      moneyAtMost: (money, budget, of) => `${budget}: högst ${money} till dessa sammanlagt: ${of}`,
      excludes: (of) => `Högst ett av dessa: ${of}`,
      allOrNone: (of) => `Alla dessa eller inget: ${of}`,
      requires: (project, needs) => `${project} bara om även dessa är med: ${needs}`,
      together: (n, of, effects) =>
        `När ${n === undefined ? 'alla dessa' : `minst ${n} av dessa`} är med: ${of}. ${effects}`,
    },
    en: {
      atLeast: (n, of) => `At least ${n} of these: ${of}`,
      atMost: (n, of) => `At most ${n} of these: ${of}`,
      moneyAtLeast: (money, budget, of) => `${budget}: at least ${money} for these together: ${of}`,
      moneyAtMost: (money, budget, of) => `${budget}: at most ${money} for these together: ${of}`,
      excludes: (of) => `At most one of these: ${of}`,
      allOrNone: (of) => `All of these or none: ${of}`,
      requires: (project, needs) => `${project} only if these are in too: ${needs}`,
      together: (n, of, effects) =>
        `When ${n === undefined ? 'all of these' : `at least ${n} of these`} are in: ${of}. ${effects}`,
    },
  },
)
