import type { Context } from '../../kernel/context.ts'
import type { Tx } from '../../kernel/db.ts'
import { tellOffice, tellProject } from '../reports/index.ts'
import { newsText } from './news-text.ts'
import { followupPath } from './paths.ts'
import type { Followed } from './queries.ts'
import type { ChangeEvent, PacketEvent } from './rules.ts'

type Happened = { about: string; path: string; said: string; reason?: string }

/** What the project asks or sends is the office's turn; what an office answers is the project's. */
async function tell(
  ctx: Context<Tx>,
  followed: Followed,
  to: 'office' | 'project',
  { about, path, said, reason }: Happened,
): Promise<void> {
  await (to === 'office' ? tellOffice : tellProject)(ctx, followed, {
    subject: { kind: 'project', id: followed.project },
    about: `${about} ${ctx.now.toISOString()}`,
    title: followed.name,
    path,
    text: [said, reason].filter(Boolean).join(': '),
  })
}

export const tellOfChange = (
  ctx: Context<Tx>,
  followed: Followed,
  { event, entry, title, reason }: { event: ChangeEvent; entry: string; title: string; reason?: string },
): Promise<void> =>
  tell(ctx, followed, event === 'ask' ? 'office' : 'project', {
    about: `${entry} ${event}`,
    path: followupPath(followed.project, `/items/${entry}`),
    said: `${newsText[ctx.language].toldChange[event]}: ${title}`,
    ...(reason && { reason }),
  })

export const tellOfPacket = (
  ctx: Context<Tx>,
  followed: Followed,
  { event, packet, reason }: { event: PacketEvent; packet: string; reason?: string },
): Promise<void> =>
  tell(ctx, followed, event === 'send' ? 'office' : 'project', {
    about: `${packet} ${event}`,
    path: followupPath(followed.project, `/packets/${packet}`),
    said: newsText[ctx.language].toldPacket[event],
    ...(reason && { reason }),
  })
