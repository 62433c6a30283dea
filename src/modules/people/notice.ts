import type { Context } from '../../kernel/context.ts'
import type { Tx } from '../../kernel/db.ts'
import { queueMail } from '../../kernel/mail.ts'
import { localPath } from '../../kernel/page.ts'
import { isLanguage } from '../../kernel/text.ts'
import { mailText } from './mail-text.ts'
import { personById } from './queries.ts'

type Notice = (typeof mailText)['fi']['notice']

/** Tells a person by mail that their way of signing in has changed, so that a stranger's change does not stay unseen. */
export async function notice(
  ctx: Context<Tx>,
  personId: string,
  say: (words: Notice) => string,
  address?: string,
): Promise<void> {
  const person = await personById(ctx.db, personId)
  const to = address ?? person?.email
  if (!person || !to) return
  const language = isLanguage(person.language) ? person.language : 'fi'
  const words = mailText[language].notice
  const account = `${ctx.baseUrl}${localPath(language, '/account')}`
  await queueMail(ctx, {
    to,
    person: person.id,
    kind: 'security',
    subject: words.subject,
    text: `${say(words)}\n${words.end(account)}`,
  })
}
