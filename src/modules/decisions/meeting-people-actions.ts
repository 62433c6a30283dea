import { z } from 'zod'
import { command } from '../../kernel/action.ts'
import type { Context } from '../../kernel/context.ts'
import type { Rule } from '../../kernel/rule.ts'
import { readPeople } from '../people/index.ts'
import { personOf } from '../talk/index.ts'
import { putDeputy, removeAttendee } from './agenda-queries.ts'
import { itemOf, no, openOne } from './meeting-deeds.ts'
import { meetingPlace, putAttendee } from './meeting-queries.ts'
import { attendeeRoles, meetingMachine, memberOffice } from './meeting-rules.ts'

const one = { meeting: z.uuid() }
const kept: Rule<{ meeting: string }, Context> = {
  who: meetingMachine.events.call.by,
  in: (ctx, { meeting }) => meetingPlace(ctx.db, meeting),
}
const done = z.object({ path: z.string() })

export const attendMeeting = command({
  name: 'meeting.attend',
  summary: {
    fi: 'Kirjaa läsnä olevaksi tai poistuneeksi',
    sv: 'Anteckna som närvarande eller som utgången',
    en: 'Note who is there, and who has left',
  },
  route: { method: 'POST', path: '/meetings/{meeting}/attendance' },
  input: z.object({
    ...one,
    person: z.uuid(),
    role: z.enum(attendeeRoles).default('member').describe('Of somebody who is not on the list yet.'),
    present: z.boolean(),
  }),
  output: done,
  allow: kept,
  run: async (ctx, { meeting: id, person, role, present }) => {
    // Until it begins, somebody may be called besides; who is there is noted while it goes on.
    const meeting = await openOne(ctx, id, present ? ['open'] : ['planned', 'called', 'open'])
    const known = meeting.attendees.find((a) => a.person === person)
    const [who] = await readPeople(ctx.db, ctx.now, [person])
    const belongs = who?.actor.offices.some((o) => o.ecosystem === null || o.ecosystem === meeting.ecosystem)
    const office = memberOffice[meeting.part]
    // Nobody decides by sitting down: a member or deputy holds the office whose meeting it is.
    const mayDecide = who?.actor.offices.some(
      (o) => o.office === office && (o.ecosystem === null || o.ecosystem === meeting.ecosystem),
    )
    const as = known?.role ?? role
    if (!belongs || ((as === 'member' || as === 'deputy') && !mayDecide))
      throw no('not-yours', 'invalid', 'person')
    await putAttendee(ctx.db, id, {
      person,
      role: as,
      ...(present ? { came: ctx.now, left: null } : meeting.state === 'open' && known && { left: ctx.now }),
    })
    ctx.changed({
      kind: 'meeting',
      id,
      before: null,
      after: { attendee: person, present, ecosystem: meeting.ecosystem },
    })
    return { path: `/meetings/${id}` }
  },
})

export const dismissFromMeeting = command({
  name: 'meeting.dismiss',
  summary: {
    fi: 'Poista kutsuttu, joka ei ole ollut läsnä',
    sv: 'Ta bort en kallad som inte har varit närvarande',
    en: 'Take somebody off who was called and has not come',
  },
  route: { method: 'DELETE', path: '/meetings/{meeting}/attendance/{person}' },
  input: z.object({ ...one, person: z.uuid() }),
  output: done,
  allow: kept,
  run: async (ctx, { meeting: id, person }) => {
    const meeting = await openOne(ctx, id, ['planned', 'called', 'open'])
    const who = meeting.attendees.find((a) => a.person === person)
    // Members make the quorum: nobody lowers it by leaving one of them out.
    if (!who || who.role === 'member' || who.came) throw no('not-movable')
    await removeAttendee(ctx.db, id, person)
    ctx.changed({
      kind: 'meeting',
      id,
      before: { attendee: person, role: who.role },
      after: { ecosystem: meeting.ecosystem },
    })
    return { path: `/meetings/${id}` }
  },
})

export const seatDeputy = command({
  name: 'meeting.deputy',
  summary: {
    fi: 'Kirjaa varajäsen esteellisen tilalle kohdan ajaksi',
    sv: 'Anteckna en ersättare i stället för den jäviga under punkten',
    en: 'Note which deputy steps in for who stands aside from an item',
  },
  route: { method: 'POST', path: '/meetings/{meeting}/items/{item}/deputy' },
  input: z.object({ ...one, item: z.uuid(), person: z.uuid(), deputy: z.uuid() }),
  output: done,
  allow: kept,
  run: async (ctx, { meeting: id, item: itemId, person, deputy }) => {
    personOf(ctx)
    const meeting = await openOne(ctx, id)
    itemOf(meeting, itemId)
    const aside = meeting.recusals.filter((r) => r.item === itemId)
    if (!aside.some((r) => r.person === person)) throw no('not-on-agenda', 'missing')
    const who = meeting.attendees.find((a) => a.person === deputy)
    // Nobody steps in who stands aside too, or who has stepped in for another.
    const taken = aside.some((r) => r.person === deputy || (r.deputy === deputy && r.person !== person))
    if (who?.role !== 'deputy' || taken) throw no('no-deputy', 'invalid', 'deputy')
    await putDeputy(ctx.db, itemId, person, deputy)
    await putAttendee(ctx.db, id, {
      person: deputy,
      role: 'deputy',
      came: who.came ? new Date(who.came) : ctx.now,
      left: null,
    })
    ctx.changed({
      kind: 'meeting',
      id,
      before: null,
      after: { item: itemId, deputy, ecosystem: meeting.ecosystem },
    })
    return { path: `/meetings/${id}` }
  },
})
