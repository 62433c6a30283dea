import { z } from 'zod'
import { command } from '../../kernel/action.ts'
import type { Context } from '../../kernel/context.ts'
import type { Tx } from '../../kernel/db.ts'
import { keepVersion } from './actions.ts'
import { refuse } from './fault-text.ts'
import { tellOfChange } from './news.ts'
import { items } from './queries.ts'
import { answerers, followedAt, one } from './rights.ts'
import { type ChangeEvent, changeMachine } from './rules.ts'
import { stateOfProject } from './stating.ts'

/** Everything of an office's answer to a change but its name: an answer is a new version of the change. */
const answering = (event: Exclude<ChangeEvent, 'ask'>) => ({
  route: { method: 'POST', path: `/followup/{project}/items/{entry}/${event}` } as const,
  input: z.object({
    ...one,
    entry: z.uuid(),
    reason: z.string().trim().max(2_000).default('').describe('Why: the project sees it.'),
  }),
  output: z.object({}),
  allow: answerers(changeMachine.events[event].by),
  run: async (
    ctx: Context<Tx>,
    { project, entry, reason }: { project: string; entry: string; reason: string },
  ) => {
    const followed = await followedAt(ctx, project)
    const was = await items.lock(ctx.db, project, entry)
    if (!was?.content.change) throw refuse('missing', 'noItem')
    const { from, to, reason: needs } = changeMachine.events[event]
    if (!from.includes(was.content.change)) throw refuse('conflict', 'notNow')
    if (needs && !reason) throw refuse('invalid', 'noReason', 'reason')
    const content = { ...was.content, change: to }
    await keepVersion(ctx, followed, was, { kind: 'change', content, share: was.share, reason })
    // A new last day becomes the project's own at once, with the change as where it comes from.
    if (event === 'approve' && content.end)
      await stateOfProject(ctx, followed, {
        values: { end: content.end },
        document: { entry, ...content },
        why: 'change',
      })
    await tellOfChange(ctx, followed, { event, entry, title: content.title, reason })
    return {}
  },
})

export const approveChange = command({
  name: 'followup.approve-change',
  summary: {
    fi: 'Hyväksy hankkeen muutos: uusi päättymispäivä tai talousarvio tulee voimaan',
    sv: 'Godkänn en ändring av ett projekt: den nya slutdagen eller budgeten börjar gälla',
    en: 'Approve a change of a project: its new end or budget takes effect',
  },
  ...answering('approve'),
})

export const returnChange = command({
  name: 'followup.return-change',
  summary: {
    fi: 'Palauta hankkeen muutospyyntö syineen',
    sv: 'Returnera en begäran om ändring av ett projekt med orsak',
    en: 'Return a change that a project asks for, with the reason',
  },
  ...answering('return'),
})
