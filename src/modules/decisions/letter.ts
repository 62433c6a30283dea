import { localPath } from '../../kernel/page.ts'
import { type Language, type Names, pick } from '../../kernel/text.ts'
import { dayIn, formatDay } from '../../kernel/time.ts'
import { type Half, type Head, halfOf, numberOf } from './head.ts'
import { letterDefaults } from './letter-text.ts'
import { euros } from './money.ts'

export const letterKinds = ['granted', 'refused', 'left-out'] as const
export type LetterKind = (typeof letterKinds)[number]

export const letterFields = [
  'applicant',
  'project',
  'number',
  'call',
  'grant',
  'cost',
  'grounds',
  'conditions',
  'decider',
  'date',
  'link',
  'appeal',
] as const
export type LetterField = (typeof letterFields)[number]

const field = /\{([^{}\n]{1,40})\}/gu
const isField = (name: string): name is LetterField => (letterFields as readonly string[]).includes(name)

/** Which fields a template uses that there are none of. */
export const unknownFields = (template: string): string[] => [
  ...new Set([...template.matchAll(field)].map((m) => m[1]!).filter((name) => !isField(name))),
]

type Values = Readonly<Record<LetterField, string>>

/**
 * The template with its fields filled in; what a value itself has in braces stays as it is. A paragraph whose last line
 * is a field of which there is nothing to say is left out, heading and all.
 */
export const filled = (template: string, values: Values): string =>
  template
    .replaceAll('\r\n', '\n')
    .split(/\n{2,}/u)
    .filter((paragraph) => !saysNothing(paragraph, values))
    .map((paragraph) =>
      paragraph.replaceAll(field, (whole, name: string) => (isField(name) ? values[name] : whole)),
    )
    .join('\n\n')

function saysNothing(paragraph: string, values: Values): boolean {
  const last = /^\s*\{([^{}\n]{1,40})\}\s*$/u.exec(paragraph.split('\n').at(-1)!)?.[1]
  return last !== undefined && isField(last) && values[last].trim() === ''
}

export type Template = { subject: Names; body: Names }

/** Which letter a decision is told by: what could have had money and was not selected is no refusal of its merits. */
export function kindOf(head: Pick<Head, 'halves'>, legal: Half): LetterKind {
  if (legal.outcome === 'yes') return 'granted'
  const couldHave = legal.content.assessment.outcome === 'passed'
  return couldHave && halfOf(head, 'selection')?.outcome === 'no' ? 'left-out' : 'refused'
}

export type Letter = {
  kind: LetterKind
  language: Language
  subject: string
  body: string
  unknown: string[]
}

/** The letter of a decision in the applicant's language: from the ecosystem's template, else the product's own. */
export function letterOf(
  head: Head,
  legal: Half,
  own: Partial<Record<LetterKind, Template>>,
  appeal: Names,
  baseUrl: string,
): Letter {
  const kind = kindOf(head, legal)
  const language: Language = head.language === 'sv' || head.language === 'en' ? head.language : 'fi'
  const mine = own[kind]
  const subject = mine?.subject[language] || letterDefaults[language][kind].subject
  const body = mine?.body[language] || letterDefaults[language][kind].body
  const values: Values = {
    applicant: head.partners.find((p) => p.role === 'lead')?.name ?? '',
    project: head.title,
    number: numberOf(head),
    call: pick(head.call.title, language)?.text ?? head.call.code,
    grant: euros(legal.grant, language),
    cost: euros(legal.cost, language),
    grounds: legal.grounds,
    conditions: legal.conditions,
    decider: legal.by,
    date: formatDay(dayIn(legal.at), language),
    link: `${baseUrl}${localPath(language, `/decisions/${head.application}`)}`,
    appeal: appeal[language] ?? '',
  }
  return {
    kind,
    language,
    subject: filled(subject, values).replaceAll(/\s+/gu, ' '),
    body: filled(body, values),
    unknown: [...new Set([...unknownFields(subject), ...unknownFields(body)])],
  }
}
