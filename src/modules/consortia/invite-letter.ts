import type { Language } from '../../kernel/text.ts'
import { dayIn, formatDay } from '../../kernel/time.ts'
import { inviteText } from './invite-text.ts'
import type { Consortium } from './record.ts'

/** What a message to a partner tells of. */
export type Context = {
  consortium: Consortium
  partner: { name: string; part: string | null }
  /** Names of those who are in or asked, without the one who is written to and the lead. */
  others: readonly string[]
  /** Demands that it would fill, and what shows it. */
  fills: readonly string[]
  facts: readonly string[]
}

const most = 5

/** The message that is offered: a paragraph for each thing that is known. People change it before it goes. */
export function messageOf(of: Context, language: Language): string {
  const t = inviteText[language]
  const { consortium: c, partner, others, fills, facts } = of
  const call = c.callName ?? c.callCode
  return [
    t.hello(partner.name),
    [
      call ? t.opens(c.title, call) : t.opensNoCall(c.title),
      c.deadline && t.deadline(formatDay(dayIn(c.deadline), language)),
    ],
    [c.aim && t.aim(c.aim)],
    [
      fills.length > 0 && t.fills(fills.slice(0, most).join(', ')),
      facts.length > 0 && t.why(facts.slice(0, most).join('; ')),
      partner.part && partner.part !== 'lead' && t.part(partner.part),
    ],
    [c.lead && t.lead(c.lead.name), others.length > 0 && t.inIt(others.slice(0, 12).join(', '))],
    t.asks,
  ]
    .map((lines) => [lines].flat().filter(Boolean).join(' '))
    .filter(Boolean)
    .join('\n\n')
}

/** The letter around the message: the way to answer, until when, and from whom. */
export function letterOf(
  of: {
    message: string
    consortium: Consortium
    inviter: string
    answerBy: string | null
    url: string
    byLink: boolean
  },
  language: Language,
): string {
  const t = inviteText[language]
  return [
    of.consortium.exercise && t.exerciseLine,
    of.message,
    of.byLink ? t.linkLine : t.signInLine,
    of.url,
    [of.answerBy && t.untilLine(formatDay(of.answerBy, language)), t.byLine(of.inviter)]
      .filter(Boolean)
      .join(' '),
  ]
    .filter(Boolean)
    .join('\n\n')
}
