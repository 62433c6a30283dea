import { z } from 'zod'
import { command, query } from '../../kernel/action.ts'
import { hashOfContent } from '../../kernel/canonical.ts'
import type { Context } from '../../kernel/context.ts'
import type { Tx } from '../../kernel/db.ts'
import { entryActOf } from '../../kernel/entries.ts'
import { newId } from '../../kernel/id.ts'
import { dayIn, readDay } from '../../kernel/time.ts'
import { projectFigures } from '../indicators/index.ts'
import { refuse, refuseAll } from './fault-text.ts'
import { tellOfPacket } from './news.ts'
import { composePacket, type PacketContent, type PacketWords } from './packet-content.ts'
import {
  eventsOf,
  insertEvent,
  insertPacket,
  insertVersion,
  lockPacket,
  type Packet,
  type PacketEventRow,
  type PacketVersion,
  packetById,
  setPacket,
  versionsOf,
} from './packet-queries.ts'
import { commitmentsOf } from './queries.ts'
import { gathered } from './read-actions.ts'
import { answerers, followedAt, one, readers, writers } from './rights.ts'
import { isWritable, type PacketEvent, packetKinds, packetMachine } from './rules.ts'
import type { Fault } from './typed.ts'

const packet = z.uuid().describe('Id of the packet.')

async function packetAt(ctx: Pick<Context, 'db'>, project: string, id: string): Promise<Packet> {
  const found = await packetById(ctx.db, id)
  if (found?.project !== project) throw refuse('missing', 'noPacket')
  return found
}

const nothing: PacketWords = { summary: '', lessons: '', lasts: '', after: '' }

/** What the packet would say if it were sent now. */
async function composed(
  ctx: Pick<Context, 'db' | 'actor' | 'now'>,
  of: Packet,
  words: PacketWords,
): Promise<PacketContent> {
  const told = await gathered(ctx, await followedAt(ctx, of.project))
  const { ecosystem, project } = told.followed
  return composePacket(
    { ...told, figures: await projectFigures(ctx.db, { ecosystem, project, until: of.to }) },
    of,
    {
      words,
      commitments: await commitmentsOf(ctx.db, project),
      on: dayIn(ctx.now),
      dayOf: dayIn,
    },
  )
}

export type ToldPacket = {
  packet: Packet
  /** What is shown: what was sent, or what would be sent now. */
  content: PacketContent
  versions: PacketVersion[]
  events: PacketEventRow[]
  writes: boolean
  /** What the reader may do to it as an officer. */
  may: Exclude<PacketEvent, 'send'>[]
  /** Why not, where only that stands between. */
  keptOut: 'ownPacket' | null
}

export const getPacket = query({
  name: 'followup.packet',
  summary: {
    fi: 'Hankkeen seuranta- tai loppuraportti kokonaisuutena',
    sv: 'Uppföljnings- eller slutrapporten om ett projekt som helhet',
    en: 'The follow-up or final report of a project as one packet',
  },
  route: { method: 'GET', path: '/followup/{project}/packets/{packet}' },
  input: z.object({
    ...one,
    packet,
    version: z.coerce.number().int().min(1).max(10_000).optional().describe('What was sent before.'),
  }),
  output: z.custom<ToldPacket>(),
  allow: readers,
  run: async (ctx, { project, packet: id, version }) => {
    const found = await packetAt(ctx, project, id)
    const versions = await versionsOf(ctx.db, id)
    const told = await gathered(ctx, await followedAt(ctx, project))
    const sent = versions.find((v) => v.version === (version ?? found.version))
    if (version && !sent) throw refuse('missing', 'noPacket')
    const live = !version && isWritable(found.state)
    const { actor } = ctx
    const own = actor.kind === 'person' && versions[0]?.person === actor.id
    const answers = told.answers && found.state === 'sent'
    return {
      packet: found,
      content: live ? await composed(ctx, found, sent?.content.words ?? nothing) : sent!.content,
      versions,
      events: await eventsOf(ctx.db, id),
      writes: told.writes && isWritable(found.state),
      may: answers && !own ? (['return', 'approve'] as const).slice() : [],
      keptOut: answers && own ? ('ownPacket' as const) : null,
    }
  },
})

const day = z.string().trim().max(20).describe('A day, d.m.yyyy.')

export const beginPacket = command({
  name: 'followup.begin-packet',
  summary: {
    fi: 'Aloita hankkeen seurantaraportti tai loppuraportti',
    sv: 'Börja en uppföljningsrapport eller slutrapport om ett projekt',
    en: 'Begin a follow-up report or the final report of a project',
  },
  route: { method: 'POST', path: '/followup/{project}/packets' },
  input: z.object({ ...one, kind: z.enum(packetKinds), from: day, to: day }),
  output: z.object({ packet: z.uuid() }),
  allow: writers,
  run: async (ctx, { project, kind, from: first, to: last }) => {
    const followed = await followedAt(ctx, project)
    const [from, to] = [readDay(first), readDay(last)]
    const faults: Fault[] = []
    if (!from) faults.push({ field: 'from', key: first ? 'badDay' : 'noDay' })
    if (!to) faults.push({ field: 'to', key: last ? 'badDay' : 'noDay' })
    if (from && to && to < from) faults.push({ field: 'to', key: 'endBefore' })
    refuseAll(faults)
    const id = newId(ctx.now.getTime())
    const { ecosystem } = followed
    const row = { id, project, ecosystem, kind, from: from!, to: to!, state: packetMachine.first, version: 0 }
    if (!(await insertPacket(ctx.db, row, entryActOf(ctx)))) throw refuse('invalid', 'samePeriod', 'from')
    ctx.changed({
      kind: 'followup-packet',
      id,
      before: null,
      after: { kind, from: from!, to: to!, ecosystem_id: ecosystem },
    })
    return { packet: id }
  },
})

/** Does an event of the table: the state, its row in the course, the audit, the news. */
async function happen(
  ctx: Context<Tx>,
  was: Packet,
  event: PacketEvent,
  { version, reason }: { version: number; reason: string },
): Promise<void> {
  const { to } = packetMachine.events[event]
  await setPacket(ctx.db, was.id, to, version)
  await insertEvent(
    ctx.db,
    {
      id: newId(ctx.now.getTime()),
      packet: was.id,
      event,
      version,
      reason: reason || null,
    },
    entryActOf(ctx),
  )
  ctx.changed({
    kind: 'followup-packet',
    id: was.id,
    before: { state: was.state, version: was.version, ecosystem_id: was.ecosystem },
    after: { state: to, version, reason: reason || null, ecosystem_id: was.ecosystem },
  })
  const followed = await followedAt(ctx, was.project)
  await tellOfPacket(ctx, followed, { event, packet: was.id, reason })
}

async function held(ctx: Context<Tx>, project: string, id: string, event: PacketEvent): Promise<Packet> {
  const found = await lockPacket(ctx.db, id)
  if (found?.project !== project) throw refuse('missing', 'noPacket')
  if (!packetMachine.events[event].from.includes(found.state)) throw refuse('conflict', 'notNow')
  return found
}

const said = z.string().trim().max(20_000).default('')

export const sendPacket = command({
  name: 'followup.send-packet',
  summary: {
    fi: 'Lähetä hankkeen raportti hyväksyttäväksi: se säilyy sellaisena kuin se lähetettiin',
    sv: 'Skicka rapporten om ett projekt för godkännande: den bevaras sådan den skickades',
    en: 'Send the report of a project for approval: it stays as it was sent',
  },
  route: { method: 'POST', path: '/followup/{project}/packets/{packet}/send' },
  input: z.object({
    ...one,
    packet,
    summary: said,
    lessons: said,
    lasts: said.describe('Of a final report: what lasts.'),
    after: said.describe('Of a final report: what happens after the project.'),
  }),
  output: z.object({ version: z.number().int(), hash: z.string() }),
  allow: writers,
  run: async (ctx, { project, packet: id, ...words }) => {
    const found = await held(ctx, project, id, 'send')
    const faults: Fault[] = []
    if (!words.summary) faults.push({ field: 'summary', key: 'noSummary' })
    if (found.kind === 'final' && !words.lasts) faults.push({ field: 'lasts', key: 'noLasts' })
    refuseAll(faults)
    const content = await composed(ctx, found, words)
    const version = found.version + 1
    const hash = hashOfContent(content)
    const { person, name, at } = entryActOf(ctx)
    await insertVersion(ctx.db, id, { version, content, hash, person, byWhom: name, at })
    await happen(ctx, found, 'send', { version, reason: '' })
    return { version, hash }
  },
})

/** Everything of an office's act on a packet but its name. Who sent it does not handle it. */
const handling = (event: Exclude<PacketEvent, 'send'>) => ({
  route: { method: 'POST', path: `/followup/{project}/packets/{packet}/${event}` } as const,
  input: z.object({
    ...one,
    packet,
    reason: z.string().trim().max(2_000).default('').describe('Why: the project sees it.'),
  }),
  output: z.object({}),
  allow: answerers(packetMachine.events[event].by),
  run: async (
    ctx: Context<Tx>,
    { project, packet: id, reason }: { project: string; packet: string; reason: string },
  ) => {
    if (packetMachine.events[event].reason && !reason) throw refuse('invalid', 'noReason', 'reason')
    const found = await held(ctx, project, id, event)
    const [sent] = await versionsOf(ctx.db, id)
    if (ctx.actor.kind === 'person' && sent?.person === ctx.actor.id) throw refuse('forbidden', 'ownPacket')
    await happen(ctx, found, event, { version: found.version, reason })
    return {}
  },
})

export const returnPacket = command({
  name: 'followup.return-packet',
  summary: {
    fi: 'Palauta hankkeen seuranta- tai loppuraportti korjattavaksi syineen',
    sv: 'Returnera ett projekts uppföljnings- eller slutrapport för rättelse med orsak',
    en: 'Return the follow-up or final report of a project for correction, with the reason',
  },
  ...handling('return'),
})

export const approvePacket = command({
  name: 'followup.approve-packet',
  summary: {
    fi: 'Hyväksy hankkeen seuranta- tai loppuraportti',
    sv: 'Godkänn ett projekts uppföljnings- eller slutrapport',
    en: 'Approve the follow-up or final report of a project',
  },
  ...handling('approve'),
})
