import { z } from 'zod'
import { perform } from '../../kernel/action.ts'
import type { Stage } from '../../kernel/context.ts'
import { snapshot } from '../../kernel/db.ts'
import { job } from '../../kernel/job.ts'
import { Refusal } from '../../kernel/refusal.ts'
import { clockJob } from './clock.ts'
import { dueCalls } from './event-queries.ts'
import { moveCall } from './move-actions.ts'

/** Opens and closes the calls whose time has come. One that may not be opened yet is left as it is: its coordinators see why. */
async function windClock(stage: Stage): Promise<void> {
  const due = await snapshot(stage.database, (db) => dueCalls(db, stage.now))
  for (const { id, event } of due) {
    try {
      await perform(moveCall, stage, { call: id, event })
    } catch (error) {
      if (!(error instanceof Refusal)) throw error
      stage.log.warn({ call: id, event, reason: error.reason }, 'call not moved by the clock')
    }
  }
}

export const windClocks = job({
  name: clockJob,
  summary: {
    fi: 'Avaa ja päättää haut kellonajallaan',
    sv: 'Öppnar och stänger utlysningar på utsatt tid',
    en: 'Opens and closes calls at their time',
  },
  input: z.object({}),
  run: windClock,
})

/** The same now and then, should the time of a planned look have been missed. */
export const rewindClocks = job({
  name: 'calls.clock-again',
  summary: {
    fi: 'Tarkistaa, ettei haun avaaminen tai päättäminen ole jäänyt tekemättä',
    sv: 'Kontrollerar att ingen utlysning har blivit oöppnad eller ostängd',
    en: 'Looks that no call was left unopened or unclosed',
  },
  input: z.object({}),
  schedule: '*/5 * * * *',
  run: windClock,
})
