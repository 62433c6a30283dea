import { Refusal } from '../../../kernel/refusal.ts'
import { factsText as text } from './text.ts'

/** One complaint about a field of these forms, in the three languages. */
export const complaint = (field: string, say: (t: (typeof text)['fi']) => string): Refusal =>
  new Refusal('invalid', `ecosystem.${field || 'facts'}`, [
    { ...(field && { field }), text: { fi: say(text.fi), sv: say(text.sv), en: say(text.en) } },
  ])
