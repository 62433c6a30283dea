import { languages, type Names } from '../../kernel/text.ts'
import { type Day, readDay } from '../../kernel/time.ts'
import { applicantKinds, blankEntry, type Entry, levels, stages } from './entry.ts'
import { plainAmount, tidied, webAddress } from './rules.ts'
import type { ColumnName } from './sheet-text.ts'
import { type ComplaintKey, text } from './text.ts'

/** What was typed in a form or stands in a row of a file, by the column. */
export type Typed = Partial<Record<ColumnName, string>>
export type Wrong = { field: ColumnName; key: ComplaintKey }

/** "1 234,50", "1234.50" and "70 %" as decimal strings; undefined for what is no number. */
export function numberTyped(said: string): string | undefined {
  const plain = said.replaceAll(/[\s\u00a0\u202f%€]/g, '').replace(',', '.')
  return /^\d+(?:\.\d+)?$/.test(plain) ? plainAmount(plain) : undefined
}

/** "16.15" and "16:15" are a clock. */
export function clockTyped(said: string): string | undefined {
  const m = /^([01]?\d|2[0-3])(?:[.:]([0-5]\d))?$/.exec(said.trim())
  return m ? `${m[1]!.padStart(2, '0')}:${m[2] ?? '00'}` : undefined
}

const folded = (said: string): string => said.trim().toLowerCase()

/** A chosen word: as its code, or as a page says it in any language, with or without what it says after a colon. */
function coded<T extends string>(
  codes: readonly T[],
  said: (code: T) => readonly string[],
): (word: string) => T | undefined {
  const byWord = new Map<string, T>()
  for (const code of codes)
    for (const word of [code, ...said(code)]) {
      byWord.set(folded(word), code)
      byWord.set(folded(word.split(':')[0]!), code)
    }
  return (word) => byWord.get(folded(word))
}

const level = coded(levels, (c) => languages.map((l) => text[l].levels[c]))
const applicant = coded(applicantKinds, (c) => languages.map((l) => text[l].applicants[c]))
const stage = coded(stages, (c) => {
  const state = c === 'forecast' ? 'coming' : c
  return languages.flatMap((l) => [text[l].stages[c], text[l].states[state]])
})

const several = (said: string): string[] => [
  ...new Set(
    said
      .split(/[;\n]/)
      .map((s) => s.trim())
      .filter(Boolean),
  ),
]

const names = (fi = '', sv = '', en = ''): Names => {
  const told = { fi, sv, en }
  return Object.fromEntries(languages.filter((l) => told[l].trim()).map((l) => [l, tidied(told[l])]))
}
const line = (said = ''): string | null => said.replaceAll(/\s+/gu, ' ').trim().slice(0, 1_000).trim() || null

/** What was typed as values, and everything that is wrong in it. Columns that are not there are left as they were. */
export function entryTyped(typed: Typed): { entry: Entry; checkedOn: Day | undefined; wrong: Wrong[] } {
  const wrong: Wrong[] = []
  const read = <T>(field: ColumnName, by: (said: string) => T | undefined, key: ComplaintKey): T | null => {
    const said = typed[field]?.trim() ?? ''
    if (said === '') return null
    const value = by(said)
    if (value === undefined) wrong.push({ field, key })
    return value ?? null
  }
  const title = names(typed.titleFi, typed.titleSv, typed.titleEn)
  const first = languages.find((l) => title[l])
  if (!first) wrong.push({ field: 'titleFi', key: 'noTitle' })
  const said = languages.find((l) => l === folded(typed.language ?? ''))
  const opens_on = read('opens', readDay, 'noDay')
  const closes_on = read('closes', readDay, 'noDay')
  const amounts = {
    amount_total: read('total', numberTyped, 'noAmount'),
    amount_min: read('least', numberTyped, 'noAmount'),
    amount_max: read('most', numberTyped, 'noAmount'),
  }
  const currency = read('currency', currencyTyped, 'noCurrency')
  const hasAmount = Object.values(amounts).some((a) => a !== null)
  const entry: Entry = {
    ...blankEntry,
    // The language of its source must be one in which it has a name.
    language: said && title[said] ? said : (first ?? 'fi'),
    title,
    summary: names(typed.summaryFi, typed.summarySv, typed.summaryEn),
    programme: line(typed.programme),
    funder: line(typed.funder),
    level: level(typed.level ?? '') ?? 'other',
    applicants: [...new Set(several(typed.applicants ?? '').flatMap((w) => applicant(w) ?? []))],
    applicant_text: names(typed.applicantFi, typed.applicantSv, typed.applicantEn),
    aid_rate: read('aidRate', rateTyped, 'noRate'),
    ...amounts,
    currency: currency ?? (hasAmount ? 'EUR' : null),
    awards: read('awards', wholeTyped, 'noAmount'),
    money_text: tidied(typed.moneyText ?? '') || null,
    stage: stage(typed.stage ?? '') ?? (closes_on === null && !typed.stage ? 'continuous' : 'open'),
    opens_on,
    closes_on,
    closes_at: closes_on === null ? null : read('clock', clockTyped, 'noClock'),
    link: read('link', webAddress, 'noLink'),
    read_from: read('readFrom', webAddress, 'noLink'),
    themes: several(typed.themes ?? '')
      .map((t) => t.slice(0, 1_000))
      .slice(0, 100),
    region: line(typed.region),
  }
  // Words for who may apply that are no kind of ours are still words.
  const unknown = several(typed.applicants ?? '').filter((w) => applicant(w) === undefined)
  if (unknown.length > 0 && Object.keys(entry.applicant_text).length === 0) {
    entry.applicants = [...new Set([...entry.applicants, 'other' as const])]
    entry.applicant_text = { [entry.language]: unknown.join('; ') }
  }
  const checkedOn = read('checked', readDay, 'noDay') ?? undefined
  return { entry, checkedOn, wrong }
}

const rateTyped = (said: string) => {
  const rate = numberTyped(said)
  return rate !== undefined && Number(rate) <= 100 ? rate : undefined
}
const wholeTyped = (said: string) => {
  const n = numberTyped(said)
  return n !== undefined && /^\d{1,9}$/.test(n) ? Number(n) : undefined
}
const currencyTyped = (said: string) => {
  const code = said === '€' ? 'EUR' : said.toUpperCase()
  return /^[A-Z]{3}$/.test(code) ? code : undefined
}

/** Values as they are typed: what `entryTyped` reads back the same. Words are in the language of the page or codes. */
export function typedOf(e: Entry, say: { day: (d: Day) => string; words?: 'fi' | 'sv' | 'en' }): Typed {
  const t = say.words && text[say.words]
  const day = (d: Day | null) => (d === null ? '' : say.day(d))
  const of = (n: Names, key: 'fi' | 'sv' | 'en') => n[key] ?? ''
  return {
    language: e.language,
    titleFi: of(e.title, 'fi'),
    titleSv: of(e.title, 'sv'),
    titleEn: of(e.title, 'en'),
    summaryFi: of(e.summary, 'fi'),
    summarySv: of(e.summary, 'sv'),
    summaryEn: of(e.summary, 'en'),
    programme: e.programme ?? '',
    funder: e.funder ?? '',
    level: t ? t.levels[e.level] : e.level,
    applicants: e.applicants.map((a) => (t ? t.applicants[a] : a)).join('; '),
    applicantFi: of(e.applicant_text, 'fi'),
    applicantSv: of(e.applicant_text, 'sv'),
    applicantEn: of(e.applicant_text, 'en'),
    aidRate: e.aid_rate ?? '',
    total: e.amount_total ?? '',
    least: e.amount_min ?? '',
    most: e.amount_max ?? '',
    currency: e.currency ?? '',
    awards: e.awards === null ? '' : String(e.awards),
    moneyText: e.money_text ?? '',
    stage: t ? t.stages[e.stage].split(':')[0]! : e.stage,
    opens: day(e.opens_on),
    closes: day(e.closes_on),
    clock: (e.closes_at ?? '').replace(':', '.'),
    link: e.link ?? '',
    readFrom: e.read_from ?? '',
    themes: e.themes.join('; '),
    region: e.region ?? '',
  }
}
