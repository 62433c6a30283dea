import { languages } from '../../kernel/text.ts'
import { dayOf as calendarDay } from '../../kernel/time.ts'
import { officeNames, offices } from '../people/index.ts'

export const checkNames = [
  'database',
  'migrations',
  'extensions',
  'audit',
  'backup',
  'summaries',
  'jobs',
  'mails',
  'mail',
  'address',
  'contact',
  'disk',
  'folder',
  'files',
  'rights',
  'clock',
  'node',
] as const
export type CheckName = (typeof checkNames)[number]

/** `warn`: to be seen to; `bad`: something does not work or is not safe. */
export type Health = 'ok' | 'warn' | 'bad'

/** What one check saw; the words for people are made from the facts. */
export type Finding = { check: CheckName; health: Health; facts: Record<string, string | number> }

const order = { bad: 0, warn: 1, ok: 2 }

/** The worst first; among equals in the order in which the checks are named. */
export const worst = (findings: readonly Finding[]): Finding[] =>
  [...findings].sort(
    (a, b) => order[a.health] - order[b.health] || checkNames.indexOf(a.check) - checkNames.indexOf(b.check),
  )

/** 0: nothing to do; 1: something should be seen to; 3: something is broken. */
export const exitCodeOf = (findings: readonly Finding[]): 0 | 1 | 3 =>
  findings.some((f) => f.health === 'bad') ? 3 : findings.some((f) => f.health === 'warn') ? 1 : 0

export type ReadUser = {
  row: number
  name: string
  email: string
  office: string
  ecosystem: string
  ends: string
  language: string
  wrong?: 'no-name' | 'no-email' | 'twice' | 'office' | 'day' | undefined
}

/** What a column of people may be called, in the three languages, in small letters. */
const columns = {
  name: ['nimi', 'namn', 'name', 'koko nimi'],
  email: ['sähköposti', 'sähköpostiosoite', 'e-post', 'e-postadress', 'email', 'e-mail', 'mail'],
  office: ['tehtävä', 'rooli', 'uppdrag', 'roll', 'office', 'role'],
  ecosystem: ['ekosysteemi', 'ekosystem', 'ecosystem'],
  ends: ['päättyy', 'voimassa asti', 'upphör', 'till', 'ends', 'until'],
  language: ['kieli', 'språk', 'language'],
} as const

/** Offices as people write them: the product's own words in its languages, and words that sheets use beside them. */
const officeWords = new Map<string, string>([
  ...offices.map((office): [string, string] => [office, office]),
  ...languages.flatMap((language) =>
    offices.map((office): [string, string] => [officeNames[language][office].toLowerCase(), office]),
  ),
  ['hankepäällikkö', 'project-manager'],
  ['projektpäällikkö', 'project-manager'],
  ['projektchef', 'project-manager'],
  ['kaupunkipäättäjä', 'city-decider'],
  ['rahoittaja', 'council-officer'],
  ['rahoituskäsittelijä', 'council-officer'],
  ['katselija', 'viewer'],
])

const mailAddress = /^[^\s@<>"]+@[^\s@<>"]+\.[^\s@<>"]+$/

/** People in a sheet: its columns by their names in any of the three languages, each row with the first thing wrong. */
export function readUserRows(
  header: readonly string[],
  body: readonly (readonly string[])[],
): { rows: ReadUser[]; missing: string[] } {
  const names = header.map((h) => h.trim().toLowerCase())
  const placeOf = (words: readonly string[]) => names.findIndex((n) => words.includes(n))
  const places = Object.fromEntries(
    Object.entries(columns).map(([key, words]) => [key, placeOf(words)]),
  ) as Record<keyof typeof columns, number>
  const missing = (['name', 'email'] as const).filter((key) => places[key] < 0)
  if (missing.length > 0) return { rows: [], missing }
  const seen = new Set<string>()
  const rows = body.map(([number = '0', ...cells]): ReadUser => {
    const cell = (key: keyof typeof columns) => (cells[places[key]] ?? '').trim()
    const email = cell('email').toLowerCase()
    const said = cell('office').toLowerCase()
    const office = officeWords.get(said) ?? said
    const ends = dayOf(cell('ends'))
    const language = /^(sv|ruotsi|svenska)/i.test(cell('language'))
      ? 'sv'
      : /^(en|englan|engelska)/i.test(cell('language'))
        ? 'en'
        : 'fi'
    const twice = seen.has(email)
    seen.add(email)
    const wrong = !cell('name')
      ? 'no-name'
      : !mailAddress.test(email)
        ? 'no-email'
        : twice
          ? 'twice'
          : office && !officeWords.has(office)
            ? 'office'
            : ends === undefined
              ? 'day'
              : undefined
    return {
      row: Number(number),
      name: cell('name'),
      email,
      office,
      ecosystem: cell('ecosystem').toLowerCase(),
      ends: ends ?? cell('ends'),
      language,
      wrong,
    }
  })
  return { rows, missing }
}

/** "31.12.2026" or "2026-12-31" as the latter, empty for none; undefined when it is no day. */
function dayOf(typed: string): string | undefined {
  if (typed === '') return ''
  const [, d, m, y] = /^(\d{1,2})\.(\d{1,2})\.(\d{4})$/.exec(typed) ?? []
  const [, y2, m2, d2] = /^(\d{4})-(\d{2})-(\d{2})/.exec(typed) ?? []
  return calendarDay(Number(y ?? y2), Number(m ?? m2), Number(d ?? d2))
}
