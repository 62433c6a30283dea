import { readAmount } from '../../engine/budget/index.ts'
import { decimalOf } from '../../kernel/money.ts'
import type { Language } from '../../kernel/text.ts'
import type { Before, Sent } from '../drafts/index.ts'
import { idFrom } from './lines.ts'
import { prepareText } from './prepare-text.ts'
import type { Room } from './room.ts'
import type { SelectionSettings } from './settings.ts'

/** What a rule can demand; the last two are synergies, of worth and of money. */
export const ruleKinds = [
  'atLeast',
  'atMost',
  'moneyAtLeast',
  'moneyAtMost',
  'excludes',
  'allOrNone',
  'requires',
  'synergy',
  'saving',
] as const

export const beforeRule: Before = {
  name: '',
  nameSv: '',
  nameEn: '',
  kind: 'atLeast',
  group: '',
  codes: '',
  project: '',
  count: '',
  money: '',
  points: '',
  budget: '',
  criterion: '',
}

type Frame = readonly { value: string; label: string }[]

/** Groups that a rule can be about: values of the frame, cities and leads that candidates have. */
export function groupsOf(room: Room, frame: Frame, language: Language) {
  const t = prepareText[language].groups
  const distinct = (of: (c: Room['candidates'][number]) => string | null) =>
    [...new Set(room.candidates.flatMap((c) => of(c) ?? []))].sort((a, b) => a.localeCompare(b, language))
  return [
    ...frame
      .filter((f) => room.candidates.some((c) => c.values.includes(f.value)))
      .map((f) => ({ value: `value:${f.value}`, label: `${t.value}: ${f.label}` })),
    ...distinct((c) => c.city).map((city) => ({ value: `city:${city}`, label: `${t.city}: ${city}` })),
    ...distinct((c) => c.lead).map((lead) => ({ value: `lead:${lead}`, label: `${t.lead}: ${lead}` })),
  ]
}

const codesTyped = (sent: Sent): string[] =>
  sent
    .text('codes')
    .split(/[\s,;]+/)
    .filter(Boolean)

/** Codes that were typed and are no candidate's: a rule that passed them over would demand less than was asked. */
const unknownIn = (room: Room, sent: Sent): string[] =>
  codesTyped(sent).filter(
    (typed) => !room.candidates.some(({ code }) => code.toLowerCase() === typed.toLowerCase()),
  )

function codesIn(room: Room, sent: Sent): string[] {
  const [kind, ...rest] = sent.text('group').split(':')
  const of = rest.join(':')
  const grouped = room.candidates.filter((c) =>
    kind === 'value'
      ? c.values.includes(of)
      : kind === 'city'
        ? c.city === of
        : kind === 'lead' && c.lead === of,
  )
  const typed = codesTyped(sent)
  const named = typed.flatMap((code) =>
    room.candidates.filter((c) => c.code.toLowerCase() === code.toLowerCase()),
  )
  return (named.length > 0 ? named : grouped).map((c) => c.code)
}

/** In the languages in which it was typed. */
const nameFrom = (sent: Sent): SelectionSettings['rules'][number]['name'] =>
  Object.fromEntries(
    (
      [
        ['fi', 'name'],
        ['sv', 'nameSv'],
        ['en', 'nameEn'],
      ] as const
    ).flatMap(([language, typed]) => {
      const name = sent.text(typed)
      return name === '' ? [] : [[language, name]]
    }),
  )

type Made = Partial<Pick<SelectionSettings, 'rules' | 'synergies'>>

/** What keeps a form from being a rule, and the field to mend. */
export type NoRule = {
  at: string
  why:
    | 'no-name'
    | 'no-group'
    | 'no-codes'
    | 'unknown-codes'
    | 'no-project'
    | 'bad-count'
    | 'bad-amount'
    | 'bad-points'
  /** What of it is wrong, as it was typed. */
  of?: string
}

/** The settings with the rule that the form asks for; or why it is none. */
export function withRule(room: Room, sent: Sent): Made | NoRule {
  const { rules, synergies, budgets, criteria } = room.settings
  const name = nameFrom(sent)
  const [called] = Object.values(name)
  if (called === undefined) return { at: 'name', why: 'no-name' }
  const kind = ruleKinds.find((k) => k === sent.text('kind')) ?? 'atLeast'
  const projects = codesIn(room, sent)
  const taken = new Set([...rules, ...synergies, ...budgets].map((r) => r.id))
  const made = { id: idFrom(called, taken), name, off: false }
  const together = kind === 'excludes' || kind === 'allOrNone' || kind === 'synergy' || kind === 'saving'
  const unknown = unknownIn(room, sent)
  if (unknown.length > 0) return { at: 'codes', why: 'unknown-codes', of: unknown.join(', ') }
  if (projects.length === 0) return { at: 'codes', why: 'no-group' }
  if (together && projects.length < 2) return { at: 'codes', why: 'no-codes' }
  const budget = budgets.find((b) => b.id === sent.text('budget')) ?? budgets[0]
  const plus = (said: SelectionSettings['rules'][number]['said']) => ({
    rules: [...rules, { ...made, said }],
  })
  switch (kind) {
    case 'excludes':
    case 'allOrNone':
      return plus({ kind, projects })
    case 'requires': {
      const project = room.candidates.find((c) => c.code === sent.text('project'))?.code
      const needs = projects.filter((code) => code !== project)
      if (!project) return { at: 'project', why: 'no-project' }
      if (needs.length === 0) return { at: 'codes', why: 'no-group' }
      return plus({ kind, project, needs })
    }
    case 'atLeast':
    case 'atMost':
      if (!/^\d{1,4}$/.test(sent.text('count'))) return { at: 'count', why: 'bad-count' }
      return plus({ kind, projects, count: Number(sent.text('count')) })
    case 'moneyAtLeast':
    case 'moneyAtMost': {
      const amount = readAmount(sent.text('money'))
      if (!amount.ok || !budget) return { at: 'money', why: 'bad-amount' }
      return plus({ kind, projects, money: decimalOf(amount.cents), budget: budget.id })
    }
    case 'saving': {
      const typed = sent.text('money')
      const amount = readAmount(typed.replace(/^[-−]\s*/, ''))
      if (!amount.ok || !budget) return { at: 'money', why: 'bad-amount' }
      // A saving takes from the cost; with a minus it is a cost that comes on top.
      const costs = { [budget.id]: decimalOf(/^[-−]/.test(typed) ? amount.cents : -amount.cents) }
      return { synergies: [...synergies, { ...made, projects, scores: {}, costs }] }
    }
    case 'synergy': {
      const points = sent.text('points').replace(',', '.').replace('−', '-')
      const criterion = criteria.find((c) => c.id === sent.text('criterion')) ?? criteria[0]
      if (!/^-?\d{1,6}(\.\d{1,3})?$/.test(points) || !criterion) return { at: 'points', why: 'bad-points' }
      return {
        synergies: [...synergies, { ...made, projects, scores: { [criterion.id]: points }, costs: {} }],
      }
    }
  }
}
