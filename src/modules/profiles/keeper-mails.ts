import type { Context } from '../../kernel/context.ts'
import type { Tx } from '../../kernel/db.ts'
import { queueMail } from '../../kernel/mail.ts'
import { localPath } from '../../kernel/page.ts'
import { type Language, pick } from '../../kernel/text.ts'
import { dayIn, formatDay } from '../../kernel/time.ts'
import type { Organisation } from './keeper-queries.ts'
import { nameOfActor } from './keeping.ts'
import { mailText as text } from './mail-text.ts'

const nameIn = (of: Pick<Organisation, 'names'>, language: Language): string =>
  pick(of.names, language)?.text ?? ''

export async function mailKeeperInvitation(
  ctx: Context<Tx>,
  letter: { of: Organisation; email: string; language: Language; token: string; until: Date },
): Promise<void> {
  const { of, email, language, token, until } = letter
  const t = text[language]
  const name = nameIn(of, language)
  const address = `${ctx.baseUrl}${localPath(language, `/profile-invitation?token=${token}`)}`
  await queueMail(ctx, {
    to: email,
    kind: 'profile-invitation',
    subject: t.invitationSubject(name),
    text: t.invitation(nameOfActor(ctx), name, address, formatDay(dayIn(until), language)),
  })
}

export async function mailAnswer(
  ctx: Context<Tx>,
  letter: { of: Organisation; to: string; person: string; language: Language; granted: boolean },
): Promise<void> {
  const { of, to, person, language, granted } = letter
  const t = text[language]
  const name = nameIn(of, language)
  const address = `${ctx.baseUrl}${localPath(language, `/organisations/${of.id}${granted ? '/profile' : ''}`)}`
  await queueMail(ctx, {
    to,
    person,
    kind: 'profile-answer',
    subject: granted ? t.grantedSubject(name) : t.refusedSubject(name),
    text: granted ? t.granted(name, address) : t.refused(nameOfActor(ctx), name, address),
  })
}
