import { z } from 'zod'
import { Refusal } from '../../kernel/refusal.ts'
import { complaint } from './error-text.ts'

export const body = z.string().max(20_000).describe('Plain text: paragraphs, lists, web addresses, @names.')

/** The text as it is kept; refuses an empty or too long one in words. */
export function textOf(said: string): string {
  const text = said.replaceAll('\r\n', '\n').trim()
  if (text === '') throw new Refusal('invalid', 'comment.empty', [complaint('empty', 'text')])
  if (text.length > 10_000) throw new Refusal('invalid', 'comment.too-long', [complaint('tooLong', 'text')])
  return text
}

/**
 * What the audit tells of a text: nothing of one whose subject says itself who sees it, since more people read the
 * audit. The comment keeps its words, and the audit that it was said.
 */
export const told = (subject: { seenBy?: unknown }, text: string): { text?: string } =>
  subject.seenBy ? {} : { text }
