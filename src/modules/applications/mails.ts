import type { Context } from '../../kernel/context.ts'
import type { Tx } from '../../kernel/db.ts'
import { newId } from '../../kernel/id.ts'
import { queueMail } from '../../kernel/mail.ts'
import { localPath } from '../../kernel/page.ts'
import { type Language, pick } from '../../kernel/text.ts'
import { formatInstant } from '../../kernel/time.ts'
import { readPeople } from '../people/index.ts'
import { notify } from '../talk/index.ts'
import { type Application, applicationPath, numberOf, titleOf } from './application.ts'
import { mailText } from './mail-text.ts'
import { text } from './text.ts'

type Letter = (words: (typeof mailText)['fi'], language: Language) => { subject: string; text: string }

const peopleOf = ({ db, now }: Context<Tx>, { rights }: Application) =>
  readPeople(
    db,
    now,
    rights.map((right) => right.person),
  )

/** The address of a page of ours in a language, as mails give it. */
export const addressOf = ({ baseUrl }: Pick<Context, 'baseUrl'>, language: Language, path: string): string =>
  `${baseUrl}${localPath(language, path)}`

/** Writes to everybody who has a right in the application. */
async function writeToAll(ctx: Context<Tx>, application: Application, kind: string, letter: Letter) {
  for (const { actor, email, language } of await peopleOf(ctx, application))
    if (email)
      await queueMail(ctx, { to: email, person: actor.id, kind, ...letter(mailText[language], language) })
}

/** Tells those who have a right, but for who did it. */
async function tellAll(
  ctx: Context<Tx>,
  application: Application,
  say: (t: (typeof text)['fi'], language: Language) => string,
) {
  const people = await peopleOf(ctx, application)
  for (const person of people)
    await notify(ctx, {
      kind: 'application',
      subject: { kind: 'application', id: application.id },
      about: newId(ctx.now.getTime()),
      title: titleOf(application),
      path: applicationPath(application),
      text: say(text[person.language], person.language),
      ecosystem: application.call.ecosystem,
      // Who has a right sees it, whatever their office.
      records: [],
      to: [person],
    })
}

/** The receipt to all, and a notice to the colleagues of who sent it. */
export async function tellReceipt(
  ctx: Context<Tx>,
  application: Application,
  sent: { version: number; receipt: string; hash: string; at: Date; late: boolean },
): Promise<void> {
  const number = numberOf(application)
  const path = `${applicationPath(application)}/receipt`
  await writeToAll(ctx, application, 'application-receipt', ({ receipt }, language) => ({
    subject: receipt.subject(number),
    text: receipt.body({
      ...sent,
      title: application.title,
      number,
      at: formatInstant(sent.at, language),
      url: addressOf(ctx, language, path),
    }),
  }))
  const who = ctx.actor.kind === 'person' ? ctx.actor.name : ''
  await tellAll(ctx, application, (t) => t.notices.submitted(who, sent.receipt))
}

export async function tellCompletion(
  ctx: Context<Tx>,
  application: Application,
  request: { message: string; dueAt: Date },
): Promise<void> {
  await writeToAll(ctx, application, 'application-completion', ({ completion }, language) => ({
    subject: completion.subject(numberOf(application)),
    text: completion.body({
      title: application.title,
      message: request.message,
      due: formatInstant(request.dueAt, language),
      url: addressOf(ctx, language, applicationPath(application)),
    }),
  }))
  await tellAll(ctx, application, (t) => t.notices.completion(request.message))
}

export const tellLate = (ctx: Context<Tx>, application: Application, accepted: boolean, reason: string) =>
  tellAll(ctx, application, (t) => t.notices.late(accepted, reason))

/** Offers a right to somebody by mail; the secret stands only in the mail. */
export async function mailInvitation(
  ctx: Context<Tx>,
  application: Application,
  to: string,
  token: string,
  until: Date,
): Promise<void> {
  const { language } = ctx
  const words = mailText[language].invitation
  const path = `/applications/invitation?token=${token}`
  await queueMail(ctx, {
    to,
    kind: 'application-invitation',
    subject: words.subject(application.title),
    text: words.body({
      from: ctx.actor.kind === 'person' ? ctx.actor.name : 'Talkoot',
      title: application.title,
      call: pick(application.call.title, language)?.text ?? application.call.code,
      url: addressOf(ctx, language, path),
      until: formatInstant(until, language),
    }),
  })
}
