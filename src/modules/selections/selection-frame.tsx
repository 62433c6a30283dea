import { centsOf, formatAmount } from '../../kernel/money.ts'
import type { PageAnswer, PageRequest } from '../../kernel/page.ts'
import { type Language, type Names, pick } from '../../kernel/text.ts'
import { formatDay } from '../../kernel/time.ts'
import { text } from './text.ts'

type Body = Extract<PageAnswer, { as: 'page' }>['body']

/** What a name is in the page's language, or the best other one. */
export const said = (names: Names, language: Language): string => pick(names, language)?.text ?? ''

export const euros = (amount: string, language: Language): string => formatAmount(centsOf(amount), language)

/** "1.3.2027 klo 13.00" */
export const whenOf = ({ day, clock }: { day: string; clock: string | null }, language: Language): string =>
  text[language].at(formatDay(day, language), clock?.replace(':', '.') ?? '')

/** The frame of every page about selection meetings; `meeting` is the one whose page it is under. */
export function framed(
  request: PageRequest,
  title: string,
  body: Body,
  { meeting, bad = false }: { meeting?: { id: string; name: Names } | undefined; bad?: boolean } = {},
): PageAnswer {
  const { language, link } = request
  const t = text[language]
  return {
    as: 'page',
    sheet: 'selection',
    title,
    robots: 'noindex',
    nav: 'calls',
    ...(bad && { status: 422 as const }),
    crumbs: [
      { text: t.home, href: link('/') },
      ...(title === t.title ? [] : [{ text: t.title, href: link('/selections') }]),
      ...(meeting ? [{ text: said(meeting.name, language), href: link(`/selections/${meeting.id}`) }] : []),
      { text: title },
    ],
    body,
  }
}
