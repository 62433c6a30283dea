import { z } from 'zod'
import { command } from '../../kernel/action.ts'
import { Refusal } from '../../kernel/refusal.ts'
import { shareLevels } from '../../kernel/share.ts'
import { lockImport, ofImport, refuseClosedEverywhere, shareText, updateImport } from '../sources/index.ts'
import { handOf } from './import-jobs.ts'
import { shareImport } from './import-share.ts'

/** Lists up to this long are changed while the person waits; longer ones by a job. */
const shortList = 1_000

const inWork: readonly string[] = ['applying', 'withdrawing']

export const changeShare = command({
  name: 'import.share',
  summary: {
    fi: 'Muuta, kuka näkee luettelon ja sen hankkeet',
    sv: 'Ändra vem som ser en förteckning och dess projekt',
    en: 'Change who sees a list and its projects',
  },
  route: { method: 'POST', path: '/imports/{id}/share' },
  input: z.object({ id: z.uuid(), share: z.enum(shareLevels) }),
  output: z.object({ id: z.uuid(), done: z.boolean().describe('False while a job goes on with it.') }),
  allow: ofImport,
  run: async (ctx, { id, share }) => {
    const head = await lockImport(ctx.db, id)
    if (!head) throw new Refusal('missing', 'imports.missing')
    refuseClosedEverywhere(share, head.ecosystem)
    if (inWork.includes(head.state) || head.shareWanted) {
      const { fi, sv, en } = shareText
      throw new Refusal('conflict', 'imports.busy', [{ text: { fi: fi.busy, sv: sv.busy, en: en.busy } }])
    }
    if (share === head.share) return { id, done: true }
    const { ecosystem } = head
    ctx.changed({ kind: 'import', id, before: { share: head.share, ecosystem }, after: { share, ecosystem } })
    if (head.state !== 'applied') {
      await updateImport(ctx.db, id, { share })
      // What applying would do is told anew: it depends on who will see it.
      if (head.state === 'staged') await ctx.jobs.emit(ctx.db, 'import.staged', { importId: id })
      return { id, done: true }
    }
    if (head.stagedRows <= shortList) {
      await shareImport(ctx.db, handOf(head), share, ctx.now, async () => undefined)
      return { id, done: true }
    }
    await updateImport(ctx.db, id, { shareWanted: share })
    await ctx.jobs.emit(ctx.db, 'import.share-changed', { importId: id })
    return { id, done: false }
  },
})
