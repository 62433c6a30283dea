import type { Context } from '../../kernel/context.ts'
import type { Tx } from '../../kernel/db.ts'
import { readPeople } from '../people/index.ts'
import { notify } from '../talk/index.ts'
import { countedSheets, type Judged } from './judged.ts'
import { noticeText } from './notice-text.ts'

export const assessmentPath = (application: string): string => `/applications/${application}/assessment`

/** Tells people one by one: each sees a notice of an application only as its assessor. */
async function tell(
  ctx: Context<Tx>,
  judged: Judged,
  people: readonly string[],
  what: keyof typeof noticeText.fi,
): Promise<void> {
  if (people.length === 0) return
  for (const known of await readPeople(ctx.db, ctx.now, people)) {
    await notify(ctx, {
      kind: 'assessment',
      subject: { kind: 'assessment', id: judged.application },
      about: `assessment:${what}:${judged.application}:${judged.version}:${ctx.now.getTime()}`,
      title: { [judged.language]: `${judged.call.code}/${judged.number} ${judged.title}` },
      path: assessmentPath(judged.application),
      text: noticeText[known.language][what],
      ecosystem: judged.ecosystem,
      records: [{ share: 'own', ecosystem: judged.ecosystem, person: known.actor.id }],
      to: [known],
    })
  }
}

const holders = (judged: Judged) => countedSheets(judged).map((s) => s.person)

export const tellAssigned = (ctx: Context<Tx>, judged: Judged, people: readonly string[]) =>
  tell(ctx, judged, people, 'assigned')

export const tellAllGiven = (ctx: Context<Tx>, judged: Judged) =>
  tell(ctx, judged, holders(judged), 'allGiven')

export const tellNewVersion = (ctx: Context<Tx>, judged: Judged) =>
  tell(ctx, judged, holders(judged), 'newVersion')
