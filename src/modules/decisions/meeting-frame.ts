import type { PageAnswer, PageRequest } from '../../kernel/page.ts'
import type { Language } from '../../kernel/text.ts'
import { meetingText } from './meeting-text.ts'
import { text } from './text.ts'

/** "Kaupungin ohjausryhmän kokous 3/2027" */
export const meetingName = (
  { part, number, day }: { part: 'selection' | 'legal'; number: number; day: string },
  language: Language,
): string => `${meetingText[language].parts[part]} ${number}/${day.slice(0, 4)}`

type Body = Extract<PageAnswer, { as: 'page' }>['body']

/** The frame of every page about meetings. */
export const framed = (request: PageRequest, title: string, body: Body, bad = false): PageAnswer => {
  const { language, link } = request
  const t = meetingText[language]
  return {
    as: 'page',
    title,
    robots: 'noindex',
    nav: 'calls',
    ...(bad && { status: 422 as const }),
    crumbs: [
      { text: text[language].home, href: link('/') },
      ...(title === t.title ? [] : [{ text: t.title, href: link('/meetings') }]),
      { text: title },
    ],
    body,
  }
}
