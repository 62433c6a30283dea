import { z } from 'zod'
import { command } from '../../kernel/action.ts'
import { takeTurns } from '../../kernel/limit.ts'
import { queueMail } from '../../kernel/mail.ts'
import { localPath } from '../../kernel/page.ts'
import { systemOnly } from '../../kernel/rule.ts'
import { isLanguage } from '../../kernel/text.ts'
import { personById } from './queries.ts'
import { watched } from './rules.ts'
import { administrators } from './security-queries.ts'
import { securityText } from './security-text.ts'

/**
 * Counts what was refused: sign-ins by network address, forbidden acts by person. The counts are leaky buckets, so
 * honest mistakes fade; one that runs over is told to the administrators, once in a while.
 */
export const noteRefusal = command({
  name: 'security.note-refusal',
  summary: {
    fi: 'Laske torjutut kirjautumiset ja kielletyt teot ja kerro ylläpitäjille, kun niitä on paljon',
    sv: 'Räkna avvisade inloggningar och förbjudna handlingar och underrätta administratörerna när de är många',
    en: 'Count a refused sign-in or a forbidden act; tell the administrators when there are many',
  },
  input: z.object({
    what: z.enum(['sign-in', 'forbidden']),
    /** A network address, or a person's id. */
    whose: z.string().max(100),
  }),
  output: z.object({ told: z.boolean() }),
  allow: systemOnly,
  unaudited: 'counts alone change; the mail that may follow is in the mail log',
  run: async (ctx, { what, whose }) => {
    const limit = watched[what]
    const over = await takeTurns(ctx.db, [{ key: `watch ${what} ${whose}`, limit }], ctx.now)
    if (!over) return { told: false }
    const silent = await takeTurns(
      ctx.db,
      [{ key: `watch told ${what} ${whose}`, limit: watched.told }],
      ctx.now,
    )
    if (silent) return { told: false }
    ctx.log.warn({ what, whose }, 'many refusals')
    const who = what === 'forbidden' ? ((await personById(ctx.db, whose))?.name ?? whose) : whose
    for (const administrator of await administrators(ctx.db, ctx.now)) {
      if (!administrator.email) continue
      const language = isLanguage(administrator.language) ? administrator.language : 'fi'
      const words = securityText[language].alarm
      const page = what === 'forbidden' ? `/administration/users/${whose}` : '/administration/users'
      const said = what === 'forbidden' ? words.forbidden(who, limit.burst) : words.signIn(who, limit.burst)
      await queueMail(ctx, {
        to: administrator.email,
        person: administrator.id,
        kind: 'security',
        subject: words.subject,
        text: `${said}\n${words.end(`${ctx.baseUrl}${localPath(language, page)}`)}`,
      })
    }
    return { told: true }
  },
})
