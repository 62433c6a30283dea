import type { Context } from '../../kernel/context.ts'
import type { Tx } from '../../kernel/db.ts'
import { queueMail } from '../../kernel/mail.ts'
import { localPath } from '../../kernel/page.ts'
import { pick } from '../../kernel/text.ts'
import { formatDay } from '../../kernel/time.ts'
import { readPeople } from '../people/index.ts'
import type { Head, MemberRow } from './queries.ts'
import { text } from './text.ts'

/** The invitation to everybody who is called, each in their own language; it names no candidate. */
export async function sendInvitations(
  ctx: Context<Tx>,
  head: Head,
  members: readonly MemberRow[],
): Promise<void> {
  const ids = members.map((m) => m.person)
  for (const { actor, email, language } of await readPeople(ctx.db, ctx.now, ids)) {
    if (!email) continue
    const t = text[language]
    const name = pick(head.name, language)?.text ?? ''
    const day = formatDay(head.day, language)
    const address = `${ctx.baseUrl}${localPath(language, `/selections/${head.id}`)}`
    await queueMail(ctx, {
      to: email,
      person: actor.id,
      kind: 'meeting',
      subject: t.mailSubject(name, day),
      text: `${t.mailBody(name, day, head.clock?.replace(':', '.') ?? '', head.place ?? '')}\n\n${address}`,
    })
  }
}
