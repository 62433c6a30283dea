import type { PublicResult } from '../engine/portfolio/index.ts'
import { triageOf } from '../engine/portfolio/triage.ts'

/** Words that the room's page gives its script; `{…}` is filled in. */
export type RoomWords = Record<
  | 'on'
  | 'off'
  | 'solving'
  | 'summary'
  | 'interim'
  | 'changed'
  | 'contradiction'
  | 'moved'
  | 'sure'
  | 'left'
  | 'over'
  | 'discussMoney'
  | 'unproved'
  | 'yes'
  | 'no'
  | 'range',
  string
> & { classes: Record<Kind, string> }

type Kind = 'yes' | 'discuss' | 'no'
const kinds: readonly Kind[] = ['yes', 'discuss', 'no']

export const fill = (words: string, values: Record<string, string | number>): string =>
  words.replaceAll(/\{(\w+)\}/g, (_, name: string) => String(values[name] ?? ''))

const formats = new Map<string, Intl.NumberFormat>()
function decimals(n: number, digits: number): string {
  const { lang } = document.documentElement
  const key = `${lang}-${digits}`
  const format =
    formats.get(key) ??
    new Intl.NumberFormat(lang === 'en' ? 'en-GB' : `${lang}-FI`, {
      minimumFractionDigits: digits,
      maximumFractionDigits: digits,
    })
  formats.set(key, format)
  return format.format(n)
}

/** Cents as the server writes them: "4,8 M€", "350 000 €" below a million. */
export const moneyWords = (cents: number): string =>
  Math.abs(cents) >= 100_000_000
    ? `${decimals(cents / 100_000_000, 1)}\u00a0M€`
    : `${decimals(Math.trunc(cents / 100), 0)}\u00a0€`

/**
 * Puts a result into the room while somebody drags: candidates move between the columns, bars and numbers follow. In
 * its column a candidate keeps its place until the hand rests and the server draws them in order, so that the eye can
 * follow it. The same elements stay, so that a fold that is open stays open, and what has the focus keeps it.
 */
export function paint(
  room: HTMLElement,
  result: PublicResult,
  limits: Record<string, number>,
  words: RoomWords,
): Record<Kind, number> | undefined {
  const triage = triageOf(result)
  const rows = new Map(
    [...room.querySelectorAll<HTMLElement>('[data-list] > li')].map((li) => [li.dataset.key!, li]),
  )
  const held = document.activeElement
  const sums: Record<Kind, Record<string, number>> = { yes: {}, discuss: {}, no: {} }
  for (const kind of kinds) {
    const list = room.querySelector(`[data-list="${kind}"]`)
    if (!list) return undefined
    for (const code of triage[kind]) {
      const row = rows.get(code)
      if (!row) continue
      if (row.parentElement !== list) list.append(row)
      paintRow(row, result.core[code]!, words)
      for (const [budget, cents] of Object.entries(costsOf(row)))
        sums[kind][budget] = (sums[kind][budget] ?? 0) + cents
    }
    setText(room.querySelector(`[data-count-of="${kind}"]`), String(triage[kind].length))
    setHidden(room.querySelector(`[data-none="${kind}"]`), triage[kind].length > 0)
  }
  if (held instanceof HTMLElement && held !== document.activeElement && room.contains(held))
    held.focus({ preventScroll: true })
  paintMoney(room, sums, limits, words)
  for (const row of room.querySelectorAll<HTMLElement>('.sel-table[open] tr[data-key]')) {
    const core = result.core[row.dataset.key!]
    if (!core) continue
    setText(row.querySelector('[data-class]'), words.classes[core.class])
    setText(row.querySelector('[data-index]'), decimals(core.index, 2))
    setText(row.querySelector('[data-proved]'), core.proved ? words.yes : words.no)
  }
  return Object.fromEntries(kinds.map((kind) => [kind, triage[kind].length])) as Record<Kind, number>
}

const costs = new WeakMap<HTMLElement, Record<string, number>>()
function costsOf(row: HTMLElement): Record<string, number> {
  const known = costs.get(row) ?? (JSON.parse(row.dataset.costs ?? '{}') as Record<string, number>)
  costs.set(row, known)
  return known
}

function paintRow(row: HTMLElement, core: PublicResult['core'][string], words: RoomWords): void {
  const width = `${Math.round(core.index * 1000) / 10}%`
  const bar = row.querySelector('[data-bar]')
  if (bar && bar.getAttribute('width') !== width) bar.setAttribute('width', width)
  setText(row.querySelector('[data-index]'), decimals(core.index, 2))
  const unproved = row.querySelector('[data-unproved]')
  setHidden(unproved, core.proved)
  setText(unproved, core.proved ? '' : `± ${decimals(core.error ?? 0, 2)} ${words.unproved}`)
}

function paintMoney(
  room: HTMLElement,
  sums: Record<Kind, Record<string, number>>,
  limits: Record<string, number>,
  words: RoomWords,
): void {
  let left = 0
  for (const budget of room.querySelectorAll<HTMLElement>('[data-budget]')) {
    const id = budget.dataset.budget!
    const [limit, sure, most] = [limits[id] ?? 0, sums.yes[id] ?? 0, Number(budget.dataset.most)]
    left += limit - sure
    const share = (cents: number) =>
      `${most > 0 ? Math.round(Math.min(1, Math.max(0, cents / most)) * 1000) / 10 : 0}%`
    budget.querySelector('[data-there]')?.setAttribute('width', share(limit))
    budget.querySelector('[data-sure]')?.setAttribute('width', share(sure))
    budget.querySelector('[data-end]')?.setAttribute('x', share(limit))
    setText(budget.querySelector('[data-limit]'), moneyWords(limit))
    setText(budget.querySelector('[data-sure-said]'), fill(words.sure, { money: moneyWords(sure) }))
    const said = budget.querySelector('[data-left-said]')
    setText(said, fill(limit < sure ? words.over : words.left, { money: moneyWords(Math.abs(limit - sure)) }))
    if (said) said.className = limit < sure ? 'over' : 'left'
  }
  for (const kind of kinds) {
    const sum = moneyWords(Object.values(sums[kind]).reduce((a, b) => a + b, 0))
    const said = kind === 'discuss' ? fill(words.discussMoney, { asked: sum, left: moneyWords(left) }) : sum
    setText(room.querySelector(`[data-money-of="${kind}"]`), said)
  }
}

function setText(element: Element | null, text: string): void {
  if (element && element.textContent !== text) element.textContent = text
}
const setHidden = (element: Element | null, hidden: boolean) => element?.toggleAttribute('hidden', hidden)
