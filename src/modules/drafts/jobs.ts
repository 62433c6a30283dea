import { z } from 'zod'
import { transaction } from '../../kernel/db.ts'
import { job } from '../../kernel/job.ts'
import { dropDiscarded, foldMinutes } from './history-queries.ts'
import { forgetPresence } from './presence-queries.ts'
import { limits } from './rules.ts'

const dayMs = 86_400_000

/** Each night: changes of one person within a minute become one, and what was discarded a month ago goes. */
export const tidyDrafts = job({
  name: 'drafts.tidy',
  summary: {
    fi: 'Vanhojen luonnosten poisto ja historian tiivistys',
    sv: 'Ta bort gamla utkast och förtäta deras historik',
    en: 'Remove old drafts and thin out their history',
  },
  input: z.object({}),
  schedule: '40 3 * * *',
  run: async (stage) => {
    const ago = (ms: number) => new Date(stage.now.getTime() - ms)
    const [folded, dropped] = await transaction(stage.database, async (tx) => {
      await forgetPresence(tx, ago(limits.presenceMs))
      return [
        await foldMinutes(tx, ago(limits.apartDays * dayMs)),
        await dropDiscarded(tx, ago(limits.discardedDays * dayMs)),
      ]
    })
    stage.log.info({ folded, dropped }, 'drafts tidied')
  },
})
