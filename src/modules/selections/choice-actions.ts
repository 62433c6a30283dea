import { z } from 'zod'
import { command } from '../../kernel/action.ts'
import { newId } from '../../kernel/id.ts'
import { personOf } from '../talk/index.ts'
import { inItBy, placeIn, runsIt, runsItBy } from './access.ts'
import { recuse } from './conflicted.ts'
import { did, done, inHand, inHandBy, mustBeFree } from './deeds.ts'
import { no } from './fault-text.ts'
import { breaking } from './keeping.ts'
import { candidatesOf, forcesOf, membersOf } from './queries.ts'
import { insertNote, putForce, putRecusals, withdrawForce, writeSelection } from './write-queries.ts'

export const forceCandidate = command({
  name: 'selection.force',
  summary: {
    fi: 'Pakota hanke mukaan tai pois, perustellen',
    sv: 'Tvinga med eller ut ett projekt, med motivering',
    en: 'Force a candidate in or out, with a reason',
  },
  route: { method: 'POST', path: '/selections/candidates/{candidate}/force' },
  input: z.object({ candidate: z.uuid(), way: z.enum(['in', 'out']), reason: z.string().max(2_000) }),
  output: done.extend({ id: z.string() }),
  allow: runsItBy('candidate'),
  run: async (ctx, { candidate, way, reason }) => {
    const person = personOf(ctx)
    const head = await inHandBy(ctx, 'candidate', candidate)
    await mustBeFree(ctx, head, [candidate])
    if (reason.trim() === '') throw no('no-reason', 'invalid', { field: 'reason' })
    const id = newId(ctx.now.getTime())
    await putForce(ctx.db, { id, candidate, way, reason: reason.trim(), person: person.id, at: ctx.now })
    return { id, ...(await did(ctx, head, 'force', { candidate, way })) }
  },
})

export const unforceCandidate = command({
  name: 'selection.unforce',
  summary: {
    fi: 'Peru hankkeen pakottaminen',
    sv: 'Ta tillbaka tvånget på ett projekt',
    en: 'Take back the forcing of a candidate',
  },
  route: { method: 'DELETE', path: '/selections/forces/{force}' },
  input: z.object({ force: z.uuid() }),
  output: done,
  allow: runsItBy('force'),
  run: async (ctx, { force }) => {
    const person = personOf(ctx)
    const head = await inHandBy(ctx, 'force', force)
    const known = (await forcesOf(ctx.db, head.id)).find((f) => f.id === force)
    if (!known) throw no('no-part', 'missing')
    await mustBeFree(ctx, head, [known.candidate])
    await withdrawForce(ctx.db, force, person.id, ctx.now)
    return did(ctx, head, 'unforce', { candidate: known.candidate })
  },
})

export const noteCandidate = command({
  name: 'selection.note',
  summary: {
    fi: 'Kirjoita huomio ehdokkaasta; esteelliset eivät näe sitä',
    sv: 'Skriv en anteckning om en kandidat; de jäviga ser den inte',
    en: 'Write a note on a candidate; those with a conflict do not see it',
  },
  route: { method: 'POST', path: '/selections/candidates/{candidate}/notes' },
  input: z.object({ candidate: z.uuid(), body: z.string().max(5_000) }),
  output: done,
  allow: inItBy('candidate'),
  untold: ['body'],
  run: async (ctx, { candidate, body }) => {
    const person = personOf(ctx)
    const head = await inHandBy(ctx, 'candidate', candidate)
    await mustBeFree(ctx, head, [candidate])
    const said = body.replaceAll('\r\n', '\n').trim()
    if (said === '') throw no('no-body', 'invalid', { field: 'body' })
    await insertNote(ctx.db, {
      id: newId(ctx.now.getTime()),
      candidate,
      person: person.id,
      body: said,
      at: ctx.now,
    })
    return did(ctx, head, 'note', { candidate })
  },
})

export const stepAsideFrom = command({
  name: 'selection.step-aside',
  summary: {
    fi: 'Kirjaa esteellisyys ehdokkaan käsittelyssä: oma tai jäsenen',
    sv: 'Anteckna jäv i behandlingen av en kandidat: eget eller en medlems',
    en: 'Note a conflict of interest in a candidate: one’s own or a member’s',
  },
  route: { method: 'POST', path: '/selections/candidates/{candidate}/recusals' },
  input: z.object({
    candidate: z.uuid(),
    person: z.uuid().optional().describe('A member, noted by who runs the meeting; without it, oneself.'),
    ground: z.coerce.number().int().min(1).max(7).optional().describe('Point of hallintolaki 28 § 1 mom.'),
    words: z.string().max(2_000).default(''),
  }),
  output: done,
  allow: inItBy('candidate'),
  untold: ['words'],
  run: async (ctx, { candidate, person: asked, ground, words }) => {
    const self = personOf(ctx)
    const head = await inHandBy(ctx, 'candidate', candidate, ['preparing', 'called', 'open'])
    const person = asked ?? self.id
    if (person !== self.id) {
      if (!(await placeIn(ctx, head.id)).runs) throw no('not-yours', 'forbidden')
      if (!(await membersOf(ctx.db, head.id)).some((m) => m.person === person))
        throw no('not-seated', 'invalid')
    }
    // What the register shows is written first: it stands, whatever is declared besides.
    const all = await candidatesOf(ctx.db, head.id)
    await recuse(
      ctx,
      [{ person }],
      all.filter((c) => c.id === candidate),
    )
    await putRecusals(ctx.db, [
      {
        id: newId(ctx.now.getTime()),
        candidate,
        person,
        found: 'declared',
        ground: ground ?? 7,
        words: words.trim(),
        at: ctx.now,
      },
    ])
    return did(ctx, head, 'step-aside', { candidate, member: person })
  },
})

export const choosePortfolio = command({
  name: 'selection.choose',
  summary: {
    fi: 'Valitse hankkeet: budjetit ja säännöt tarkistetaan',
    sv: 'Välj projekten: budgetar och regler kontrolleras',
    en: 'Choose the projects; budgets and rules are checked',
  },
  route: { method: 'POST', path: '/selections/{selection}/choice' },
  input: z.object({
    selection: z.uuid(),
    candidates: z.array(z.uuid()).max(2_000),
    reasons: z.string().max(20_000),
  }),
  output: done,
  allow: runsIt,
  run: async (ctx, { selection, candidates: asked, reasons }) => {
    personOf(ctx)
    const head = await inHand(ctx, selection)
    const all = await candidatesOf(ctx.db, selection)
    const chosen = all.filter((c) => asked.includes(c.id))
    if (chosen.length < new Set(asked).size) throw no('unknown-candidate', 'invalid', { field: 'candidates' })
    // Choosing some decides on all: who has a conflict in any of them leaves it to another.
    await mustBeFree(
      ctx,
      head,
      all.map((c) => c.id),
      'aside-from-some',
    )
    if (reasons.trim() === '') throw no('no-reason', 'invalid', { field: 'reasons' })
    const broken = await breaking(ctx, head, all, new Set(asked))
    if (broken.length > 0) throw no('infeasible', 'conflict', { field: 'candidates', more: broken })
    await writeSelection(ctx.db, selection, { chosen: chosen.map((c) => c.id), reasons: reasons.trim() })
    return did(ctx, head, 'choose', { candidates: chosen.map((c) => c.code) })
  },
})
