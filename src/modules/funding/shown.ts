import { centsOf, currencySign, formatAmount } from '../../kernel/money.ts'
import { type Language, type Names, pick } from '../../kernel/text.ts'
import { formatDay } from '../../kernel/time.ts'
import type { Sign, Tone } from '../../ui/index.ts'
import type { ListedFunding } from './actions.ts'
import type { State } from './entry.ts'
import { text } from './text.ts'

export const stateLook: Record<State, { tone: Tone; sign: Sign }> = {
  open: { tone: 'ok', sign: 'running' },
  continuous: { tone: 'ok', sign: 'running' },
  coming: { tone: 'on', sign: 'waiting' },
  closed: { tone: 'plain', sign: 'stopped' },
}

/** Portals write their texts in HTML; read here as plain paragraphs. */
export function plainText(html: string): string {
  if (!/[<&]/.test(html)) return html
  return html
    .replaceAll(/<(?:br|\/p|\/li|\/div|\/h\d)\b[^<>]*>/gi, '\n')
    .replaceAll(/<li\b[^<>]*>/gi, '• ')
    .replaceAll(/<\/?[a-z][^<>]*>/gi, '')
    .replaceAll(
      /&(nbsp|amp|lt|gt|quot|#39|rsquo|ndash);/gi,
      (_, name: string) => named[name.toLowerCase()] ?? '',
    )
    .replaceAll(/\n{3,}/g, '\n\n')
    .trim()
}
const named: Record<string, string> = {
  nbsp: '\u00a0',
  amp: '&',
  lt: '<',
  gt: '>',
  quot: '"',
  '#39': "'",
  rsquo: '’',
  ndash: '–',
}

/** "1 000 000 €"; an amount with more digits than cents stays as its source writes it. */
export function moneyShown(amount: string, currency: string | null, language: Language): string {
  const whole = /^-?\d+(?:\.\d{1,2}0*)?$/.test(amount) ? formatAmount(centsOf(amount), language) : amount
  return `${whole}\u00a0${currencySign(currency ?? '')}`.trim()
}

/** "50 000–200 000 €", "enintään 70 %": what one applicant may get, in few words. */
export function aidShown(f: ListedFunding, language: Language): string {
  const t = text[language]
  const { amount_min: least, amount_max: most, currency } = f
  const of = (amount: string) => moneyShown(amount, currency, language)
  const range =
    least !== null && most !== null && least !== most
      ? `${of(least).replace(/\u00a0\D+$/u, '')}–${of(most)}`
      : most !== null
        ? `≤ ${of(most)}`
        : least !== null
          ? `≥ ${of(least)}`
          : ''
  const rate = f.aid_rate === null ? '' : t.upTo(f.aid_rate.replace('.', language === 'en' ? '.' : ','))
  return [rate, range].filter(Boolean).join(', ')
}

export function deadlineShown(f: ListedFunding, language: Language): string {
  const t = text[language]
  if (f.closes_on === null) return f.stage === 'continuous' ? t.noDeadline : t.unknown
  const day = formatDay(f.closes_on, language)
  return f.closes_at ? `${day} ${t.clock(clockShown(f.closes_at, language))}` : day
}

const clockShown = (clock: string, language: Language): string =>
  language === 'en' ? clock : clock.replace(/^0/, '').replace(':', '.')

export const nameOf = (names: Names, language: Language): string => pick(names, language)?.text ?? ''
