import { hashOfContent } from '../../kernel/canonical.ts'
import type { Letter } from './letter-queries.ts'

/** What a template of letters may name in braces. */
export const letterFields = [
  'partner',
  'business-id',
  'lead',
  'title',
  'call',
  'programme',
  'deadline',
  'aim',
  'work',
  'share',
  'own-share',
  'date',
] as const
export type LetterField = (typeof letterFields)[number]
export type LetterValues = Readonly<Record<LetterField, string>>

const field = /\{([^{}\n]{1,40})\}/gu
const isField = (name: string): name is LetterField => (letterFields as readonly string[]).includes(name)
const named = (template: string): string[] => [...template.matchAll(field)].map((m) => m[1]!)

/** What a template names that there is none of. */
export const unknownFields = (template: string): string[] =>
  [...new Set(named(template))].filter((n) => !isField(n))

/** What every letter must name: who commits, to what. */
export const missingFields = (template: string): LetterField[] =>
  (['partner', 'title'] as const).filter((name) => !named(template).includes(name))

/**
 * The template with its fields filled in; what a value itself has in braces stays as it is. A line that names something
 * of which there is nothing to say is left out.
 */
export const filledLetter = (template: string, values: LetterValues): string =>
  template
    .replaceAll('\r\n', '\n')
    .split('\n')
    .filter((line) => named(line).every((name) => !isField(name) || values[name].trim() !== ''))
    .map((line) => line.replaceAll(field, (whole, name: string) => (isField(name) ? values[name] : whole)))
    .join('\n')
    .replaceAll(/\n{3,}/g, '\n\n')
    .trim()

/** What is under the hash: the words, and who signed them when in which position. */
export const hashOfLetter = (
  l: Pick<Letter, 'partner' | 'language' | 'body' | 'signer' | 'signerTitle' | 'signedAt'>,
): string =>
  hashOfContent({
    format: 'talkoot-letter-of-commitment/1',
    partner: l.partner,
    language: l.language,
    body: l.body,
    signer: l.signer,
    position: l.signerTitle,
    signedAt: l.signedAt.toISOString(),
  })
