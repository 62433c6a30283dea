import type { Names } from '../../kernel/text.ts'

/** Why somebody is told of something. The rest of the product may tell of its own by these kinds alone. */
export const notificationKinds = [
  'mention',
  'answer',
  'followed',
  'topic',
  'event',
  'application',
  'alert',
  'health',
  'webhook',
  'token',
  'funding',
  'call-opened',
  'call-corrected',
  'assessment',
  'decision',
  'commitment',
  'tie',
  'consortium',
  'report',
] as const
export type NotificationKind = (typeof notificationKinds)[number]

/** Kinds that only holders of some offices are ever told of; others need not choose. */
const forOffices: Partial<Record<NotificationKind, readonly string[]>> = {
  health: ['administrator'],
  webhook: ['administrator', 'coordinator'],
  assessment: ['assessor'],
  funding: ['coordinator'],
  decision: ['coordinator', 'preparer', 'city-decider', 'council-officer'],
  commitment: ['coordinator', 'preparer', 'city-decider', 'council-officer'],
}

/** What somebody with these offices chooses among. */
export const kindsFor = (offices: readonly { office: string }[]): NotificationKind[] =>
  notificationKinds.filter((kind) => {
    const only = forOffices[kind]
    return !only || offices.some((held) => only.includes(held.office))
  })

export type Choice = { bell: boolean; mail: boolean }

/** Few by default: what is said to oneself rings at once; the rest waits for the daily digest. */
export const usual: Readonly<Record<NotificationKind, Choice>> = {
  mention: { bell: true, mail: true },
  answer: { bell: true, mail: true },
  followed: { bell: false, mail: true },
  topic: { bell: false, mail: true },
  event: { bell: false, mail: true },
  application: { bell: true, mail: true },
  alert: { bell: false, mail: true },
  health: { bell: true, mail: true },
  webhook: { bell: true, mail: true },
  token: { bell: true, mail: true },
  funding: { bell: true, mail: true },
  'call-opened': { bell: false, mail: true },
  'call-corrected': { bell: true, mail: true },
  assessment: { bell: true, mail: true },
  decision: { bell: true, mail: true },
  commitment: { bell: true, mail: true },
  tie: { bell: true, mail: true },
  consortium: { bell: true, mail: true },
  report: { bell: true, mail: true },
}

/** Whom a comment may be seen by: those inside the ecosystem, or whoever sees what it is about. */
export const audiences = ['agreement', 'public'] as const
export type Audience = (typeof audiences)[number]

export type Named = { id: string; name: string }

/** A mention in a text: half-open range of UTF-16 units, the @ included, and whom it may mean. */
export type Mention = { start: number; end: number; people: readonly string[] }

const wordEnd = /^(?:$|[^\p{L}\p{N}])/u
const wordStart = /(?:^|[^\p{L}\p{N}@])$/u

/**
 * Who is mentioned: "@Matti Meikäläinen" by the whole name, the longest that fits; "@Matti" when only one has that
 * first name. Letter case does not matter. Two of one name are both meant: which one, only they can tell.
 */
export function mentionsIn(text: string, people: readonly Named[]): Mention[] {
  const byKey = new Map<string, string[]>()
  const add = (key: string, id: string) => byKey.set(key, [...(byKey.get(key) ?? []), id])
  const firsts = new Map<string, Set<string>>()
  for (const { id, name } of people) {
    const whole = keyOf(name)
    if (whole === '') continue
    add(whole, id)
    const first = whole.split(' ')[0]!
    firsts.set(first, (firsts.get(first) ?? new Set()).add(whole))
  }
  for (const [first, wholes] of firsts) {
    if (wholes.size === 1 && !byKey.has(first)) byKey.set(first, byKey.get([...wholes][0]!)!)
  }
  const keys = [...byKey.keys()].sort((a, b) => b.length - a.length)
  const found: Mention[] = []
  for (let at = text.indexOf('@'); at >= 0; at = text.indexOf('@', at + 1)) {
    if (!wordStart.test(text.slice(0, at).slice(-2))) continue
    const key = keys.find((k) => fits(text, at + 1, k))
    if (key) found.push({ start: at, end: at + 1 + key.length, people: byKey.get(key)! })
  }
  return found
}

const fits = (text: string, at: number, key: string): boolean => {
  const said = text.slice(at, at + key.length)
  return keyOf(said) === key && said.length === key.length && wordEnd.test(text.slice(at + key.length))
}

/** A name as it is compared. Of the same length as the text it was made from, but for spaces at the ends. */
const keyOf = (name: string): string =>
  [...name.trim()]
    .map((c) => {
      const small = c.toLowerCase()
      return /\s/u.test(c) ? ' ' : small.length === c.length ? small : c
    })
    .join('')

export type Inline = { text: string } | { link: string; text: string } | { mention: string }
export type Block =
  | { kind: 'paragraph'; lines: Inline[][] }
  | { kind: 'list'; ordered: boolean; items: Inline[][] }
  | { kind: 'quote'; lines: Inline[][] }

const bullet = /^\s*[-*•]\s+(.*)$/
const number = /^\s*\d{1,3}[.)]\s+(.*)$/
const quoted = /^>\s?(.*)$/

/** Plain text as people write it: paragraphs, lists (- or 1.), quotes (>), web addresses, mentions. Never markup. */
export function blocksOf(text: string, mentioned: readonly Named[] = []): Block[] {
  const blocks: Block[] = []
  let goesOn = false
  for (const line of text.replaceAll('\r\n', '\n').split('\n')) {
    if (line.trim() === '') {
      goesOn = false
      continue
    }
    const kind = kindOf(line)
    const said = inlines(kind.text, mentioned)
    const last = goesOn ? blocks.at(-1) : undefined
    if (kind.is === 'list') {
      if (last?.kind === 'list' && last.ordered === kind.ordered) last.items.push(said)
      else blocks.push({ kind: 'list', ordered: kind.ordered, items: [said] })
    } else if (last?.kind === kind.is) last.lines.push(said)
    else blocks.push({ kind: kind.is, lines: [said] })
    goesOn = true
  }
  return blocks
}

type LineKind = { is: 'list'; ordered: boolean; text: string } | { is: 'quote' | 'paragraph'; text: string }

function kindOf(line: string): LineKind {
  const item = bullet.exec(line)
  if (item) return { is: 'list', ordered: false, text: item[1]! }
  const numbered = number.exec(line)
  if (numbered) return { is: 'list', ordered: true, text: numbered[1]! }
  const quote = quoted.exec(line)
  if (quote) return { is: 'quote', text: quote[1]! }
  return { is: 'paragraph', text: line.trim() }
}

const address = /https?:\/\/[^\s<>"']+/gu

function inlines(text: string, mentioned: readonly Named[]): Inline[] {
  const marks: { start: number; end: number; made: Inline }[] = []
  for (const found of text.matchAll(address)) {
    // What ends a sentence is no part of the address; a bracket is one when it was opened in it.
    let said = found[0].replace(/[.,;:!?]+$/u, '')
    if (said.endsWith(')') && !said.includes('(')) said = said.slice(0, -1)
    if (!URL.canParse(said)) continue
    marks.push({ start: found.index, end: found.index + said.length, made: { link: said, text: said } })
  }
  for (const { start, end } of mentionsIn(text, mentioned)) {
    marks.push({ start, end, made: { mention: text.slice(start, end) } })
  }
  marks.sort((a, b) => a.start - b.start)
  const parts: Inline[] = []
  let at = 0
  for (const { start, end, made } of marks) {
    if (start < at) continue
    if (start > at) parts.push({ text: text.slice(at, start) })
    parts.push(made)
    at = end
  }
  if (at < text.length) parts.push({ text: text.slice(at) })
  return parts
}

/** The first lines of a text as one, cut at a word. */
export function excerptOf(text: string, most = 240): string {
  const line = text.replaceAll(/\s+/gu, ' ').trim()
  if (line.length <= most) return line
  const cut = line.slice(0, most - 1)
  const space = cut.lastIndexOf(' ')
  return `${(space > most / 2 ? cut.slice(0, space) : cut).replace(/[\uD800-\uDBFF]$/, '')}…`
}

export type Told = {
  ecosystem: string | null
  /** What it is about: its title, kind and id. */
  subject: string
  title: Names
  kind: NotificationKind
  at: Date
}

export type DigestGroup<T extends Told> = {
  ecosystem: string | null
  subjects: { title: Names; items: T[] }[]
}

/** A digest's order: by ecosystem, in it by subject; what is said to oneself comes first, then the oldest. */
export function groupedForDigest<T extends Told>(items: readonly T[]): DigestGroup<T>[] {
  const personal = (t: T) => (t.kind === 'mention' || t.kind === 'answer' ? 0 : 1)
  const sorted = [...items].sort((a, b) => personal(a) - personal(b) || a.at.getTime() - b.at.getTime())
  const groups: DigestGroup<T>[] = []
  const places = new Map<string, DigestGroup<T>['subjects'][number]>()
  for (const item of sorted) {
    let group = groups.find((g) => g.ecosystem === item.ecosystem)
    if (!group) {
      group = { ecosystem: item.ecosystem, subjects: [] }
      groups.push(group)
    }
    const key = `${item.ecosystem} ${item.subject}`
    let place = places.get(key)
    if (!place) {
      place = { title: item.title, items: [] }
      places.set(key, place)
      group.subjects.push(place)
    }
    place.items.push(item)
  }
  return groups
}
