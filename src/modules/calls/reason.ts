import { z } from 'zod'
import { Refusal } from '../../kernel/refusal.ts'
import type { Names } from '../../kernel/text.ts'
import type { Call } from './call.ts'
import { complaint } from './error-text.ts'

export const reasonIn = z
  .object({
    fi: z.string().trim().max(4000).default(''),
    sv: z.string().trim().max(4000).default(''),
    en: z.string().trim().max(4000).default(''),
  })
  .describe('Why, in every language that the call must have.')
type Reason = z.output<typeof reasonIn>

/** The reason as it is kept; refuses where a language of the call is missing. */
export function reasonFor(call: Call, reason: Reason): Names {
  const lacking = call.settings.languages.filter((language) => reason[language] === '')
  if (lacking.length > 0)
    throw new Refusal(
      'invalid',
      'call.no-reason',
      lacking.map((language) => complaint('noReason', `reason.${language}`)),
    )
  return Object.fromEntries(Object.entries(reason).filter(([, text]) => text !== ''))
}
