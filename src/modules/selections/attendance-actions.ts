import { z } from 'zod'
import { command } from '../../kernel/action.ts'
import { personOf } from '../talk/index.ts'
import { inIt, placeIn } from './access.ts'
import { recuse } from './conflicted.ts'
import { did, done, inHand } from './deeds.ts'
import { no } from './fault-text.ts'
import { candidatesOf, membersOf } from './queries.ts'
import { writeAttendance } from './write-queries.ts'

export const attendSelection = command({
  name: 'selection.attend',
  summary: {
    fi: 'Kirjaa läsnä olevaksi tai poistuneeksi: itsensä tai jäsenen',
    sv: 'Anteckna som närvarande eller utgången: sig själv eller en medlem',
    en: 'Note who is there and who has left: oneself or a member',
  },
  route: { method: 'POST', path: '/selections/{selection}/attendance' },
  input: z.object({
    selection: z.uuid(),
    person: z.uuid().optional().describe('Without it, oneself.'),
    what: z.enum(['came', 'left']),
  }),
  output: done,
  allow: inIt,
  run: async (ctx, { selection, person: asked, what }) => {
    const self = personOf(ctx)
    const head = await inHand(ctx, selection)
    const person = asked ?? self.id
    if (person !== self.id && !(await placeIn(ctx, selection)).runs) throw no('not-yours', 'forbidden')
    const seat = (await membersOf(ctx.db, selection)).find((m) => m.person === person)
    if (!seat) throw no('not-seated', 'invalid')
    await writeAttendance(
      ctx.db,
      selection,
      person,
      what === 'came'
        ? { ...(seat.came === null && { came_at: ctx.now }), left_at: null }
        : { left_at: ctx.now },
    )
    if (what === 'came') await recuse(ctx, [seat], await candidatesOf(ctx.db, selection))
    return did(ctx, head, what, { member: person })
  },
})
