import { centsOf, formatAmount } from '../../kernel/money.ts'
import { formatDecimal, type Language, languages, type Names, pick } from '../../kernel/text.ts'
import { formatInstant } from '../../kernel/time.ts'
import type { Call } from './call.ts'
import { lastDeadline, nextDeadline } from './taking.ts'
import { text } from './text.ts'

/** A decimal string of euros as people write it: "1 234,50". */
export const eurosIn = (amount: string, language: Language): string => formatAmount(centsOf(amount), language)

/** "62.5" -> "62,5 %". */
export function percentIn(percent: string, language: Language): string {
  const decimals = percent.includes('.') ? percent.split('.')[1]!.length : 0
  return `${formatDecimal(Number(percent), language, decimals)}${language === 'en' ? '%' : ' %'}`
}

export const nameIn = (names: Names, language: Language, otherwise = ''): string =>
  pick(names, language)?.text ?? otherwise

/** Time between two instants in the two largest units: "3 päivää 4 tuntia". */
export function spanIn(milliseconds: number, language: Language): string {
  const t = text[language].units
  let rest = Math.max(0, Math.floor(milliseconds / 1000))
  const parts: string[] = []
  for (const [unit, size] of [
    ['days', 86_400],
    ['hours', 3_600],
    ['minutes', 60],
    ['seconds', 1],
  ] as const) {
    const n = Math.floor(rest / size)
    rest -= n * size
    if (n > 0) parts.push(t[unit](n))
  }
  return parts.length > 0 ? parts.slice(0, 2).join(' ') : t.seconds(0)
}

/** The next instant that matters to an applicant, in words; undefined for a call that has no time yet. */
export function nextInWords(call: Call, now: Date, language: Language): string | undefined {
  const t = text[language]
  if (call.state === 'planned')
    return call.opensAt ? t.opens(formatInstant(call.opensAt, language)) : undefined
  const next = call.state === 'open' ? nextDeadline(call, now) : undefined
  if (next) {
    const at = formatInstant(next.at, language)
    if (!call.settings.twoSteps) return t.closes(at)
    return next.step === 'idea' ? t.ideasClose(at) : t.fullCloses(at)
  }
  const last = lastDeadline(call)
  return last ? t.closed(formatInstant(last, language)) : undefined
}

/** "1 päivä", "{n} päivää": how the browser says a span. */
export const unitWords = (language: Language): string =>
  JSON.stringify(
    Object.fromEntries(
      Object.entries(text[language].units).map(([unit, say]) => [unit, [say(1), say(7).replace('7', '{n}')]]),
    ),
  )

/** The other languages in which a text is there. */
export const alsoIn = (names: Names, language: Language): Language[] =>
  languages.filter((l) => l !== language && names[l])

/** A call in a list of another module: what it is called and what is next in it. */
export const callSaid = (call: Call, now: Date, language: Language): { name: string; next: string } => ({
  name: nameIn(call.title, language, call.code),
  next: nextInWords(call, now, language) ?? '',
})
