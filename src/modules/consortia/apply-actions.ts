import { z } from 'zod'
import { command, query } from '../../kernel/action.ts'
import type { Context } from '../../kernel/context.ts'
import { newId } from '../../kernel/id.ts'
import { stateAfter } from '../../kernel/machine.ts'
import { centsOf, decimalOf } from '../../kernel/money.ts'
import { everyone } from '../../kernel/rule.ts'
import {
  applicationPath,
  beginWith,
  inviteAll,
  type NotCarried,
  type ToldPartner,
} from '../applications/index.ts'
import { readPeople } from '../people/index.ts'
import { keepersOf } from '../profiles/index.ts'
import { inside, inviteFault, isInside, refusing } from './answer-rights.ts'
import { consortiumOfApplication, leftOf, planOf, setApplied } from './apply-queries.ts'
import { applyText } from './apply-text.ts'
import { consortiumById, insertEvent } from './consortium-queries.ts'
import { type AskedPartner, askedPartners, invitationsOf } from './invitation-queries.ts'
import { type Letter, lettersOf } from './letter-queries.ts'
import type { Consortium } from './record.ts'
import { acting, gathering, one, openConsortium } from './rights.ts'
import { consortiumMachine, isIn } from './rules.ts'

const applyFault = refusing(applyText)

type Person = { email: string; level: 'edit' | 'submit'; organisation: string; name: string | null }

/** Who goes into the application: the lead, and those who have committed; each with the people who answered for it. */
async function gathered(ctx: Pick<Context, 'db' | 'now'>, c: Consortium) {
  const all = await askedPartners(ctx.db, c.id)
  const leads = (p: AskedPartner) => p.organisation !== null && p.organisation === c.lead?.id
  const partners = [
    ...all.filter((p) => leads(p) && isIn(p.state)),
    ...all.filter((p) => !leads(p) && p.state === 'committed'),
  ]
  const out = all.filter((p) => isIn(p.state) && !partners.includes(p))
  const answered = (await invitationsOf(ctx.db, c.id)).filter(
    (i) => i.answer === 'committed' && !i.withdrawnAt,
  )
  const people: Person[] = []
  for (const p of partners) {
    const level = leads(p) ? 'submit' : 'edit'
    const keepers = p.organisation ? await keepersOf(ctx.db, p.organisation, ctx.now) : []
    const found = [
      ...answered
        .filter((i) => i.partner === p.id)
        .map((i) => ({ email: i.email, name: i.answeredBy?.replace(/ \([^()]*\)$/, '') ?? null })),
      ...keepers,
    ]
    for (const { email, name } of found)
      if (email && !people.some((one) => one.email === email.toLowerCase()))
        people.push({ email: email.toLowerCase(), level, organisation: p.name, name })
  }
  return { partners, out, people, leads }
}

const amount = (decimal: string | null) => (decimal === null ? null : centsOf(decimal))

function toldOf(p: AskedPartner, lead: boolean, people: readonly Person[]): ToldPartner {
  const contact = people.find((one) => one.organisation === p.name)
  return {
    name: p.name,
    businessId: p.businessId,
    role: lead ? 'lead' : 'partner',
    task: p.said,
    contact: contact?.name ?? null,
    email: contact?.email ?? null,
    grant: amount(p.share),
    own: amount(p.ownShare),
  }
}

/** A partner as the packet and the page tell it. Amounts are decimal euros. */
export type PacketPartner = Pick<
  AskedPartner,
  'id' | 'name' | 'businessId' | 'state' | 'share' | 'ownShare' | 'said' | 'signed'
> & {
  lead: boolean
}

export type Packet = {
  consortium: Consortium
  partners: PacketPartner[]
  /** Names of those who are in but have not committed. */
  out: string[]
  together: { share: string; ownShare: string }
  letters: Letter[]
  /** Addresses to which the right to write is offered. */
  people: string[]
  application: string | null
  left: NotCarried[]
  invited: number
  may: { apply: boolean }
}

export const packetAction = query({
  name: 'consortium.packet',
  summary: {
    fi: 'Mitä konsortiosta siirtyy hakemukseen: kumppanit, raha, kirjeet ja mitä ei voitu siirtää',
    sv: 'Vad som förs över från konsortiet till ansökan: partner, pengar, brev och vad som inte kunde föras över',
    en: 'What goes from a consortium into the application: partners, money, letters, and what found no place',
  },
  route: { method: 'GET', path: '/consortia/{consortium}/packet' },
  input: z.object(one),
  output: z.custom<Packet>(),
  allow: inside,
  run: async (ctx, { consortium: id }) => {
    const consortium = await consortiumById(ctx.db, id)
    const plan = consortium && (await planOf(ctx.db, id))
    if (!consortium || !plan) throw inviteFault('missing', 'noPartner')
    const { partners, out, people, leads } = await gathered(ctx, consortium)
    const sum = (of: 'share' | 'ownShare') =>
      decimalOf(partners.reduce((all, p) => all + (amount(p[of]) ?? 0n), 0n))
    return {
      consortium,
      partners: partners.map((p) => ({
        id: p.id,
        name: p.name,
        businessId: p.businessId,
        state: p.state,
        share: p.share,
        ownShare: p.ownShare,
        said: p.said,
        signed: p.signed,
        lead: leads(p),
      })),
      out: out.map(({ name }) => name),
      together: { share: sum('share'), ownShare: sum('ownShare') },
      letters: (await lettersOf(ctx.db, id)).filter((l) => !l.withdrawnAt),
      people: people.map(({ email }) => email),
      application: plan.application,
      ...(await leftOf(ctx.db, id)),
      may: { apply: consortium.state === 'gathering' && consortium.callCode !== null },
    }
  },
})

export const applyAction = command({
  name: 'consortium.apply',
  inPerson: true,
  summary: {
    fi: 'Tee konsortiosta hakemus: kumppanit, raha ja kirjoitusoikeudet yhdellä kertaa',
    sv: 'Gör en ansökan av konsortiet: partner, pengar och skrivrättigheter på en gång',
    en: 'Make an application of the consortium: partners, money and rights to write in one act',
  },
  route: { method: 'POST', path: '/consortia/{consortium}/application' },
  input: z.object(one),
  output: z.object({ application: z.string(), path: z.string(), left: z.array(z.custom<NotCarried>()) }),
  allow: gathering,
  run: async (ctx, { consortium: id }) => {
    const consortium = await openConsortium(ctx, id)
    const state = stateAfter(consortiumMachine, consortium.state, 'apply')
    if (!state) throw applyFault('conflict', 'already')
    if (!consortium.callCode) throw applyFault('conflict', 'noCall')
    const { partners, people, leads } = await gathered(ctx, consortium)
    if (!consortium.lead || !partners.some(leads)) throw applyFault('conflict', 'noLead')
    if (!partners.some((p) => !leads(p))) throw applyFault('conflict', 'noCommitted')
    const plan = await planOf(ctx.db, id)
    const begun = await beginWith(ctx, {
      call: consortium.callCode,
      language: consortium.language,
      told: {
        title: consortium.title,
        aim: consortium.aim,
        starts: plan?.startsOn ?? null,
        ends: plan?.endsOn ?? null,
        lead: consortium.lead.id,
        partners: partners.map((p) => toldOf(p, leads(p), people)),
      },
    })
    const { at, by, person } = acting(ctx)
    const [self] = person ? await readPeople(ctx.db, at, [person]) : []
    const others = people.filter(({ email }) => email !== self?.email?.toLowerCase())
    const invited = await inviteAll(ctx, begun.id, others)
    await setApplied(ctx.db, id, begun.id)
    const details = { application: begun.id, left: begun.left, invited }
    await insertEvent(ctx.db, {
      id: newId(at.getTime()),
      consortium: id,
      what: 'apply',
      details,
      person,
      by,
      at,
    })
    ctx.changed({
      kind: 'consortium',
      id,
      before: { state: consortium.state },
      after: { state, application: begun.id, invited },
    })
    return { application: begun.id, path: begun.path, left: begun.left }
  },
})

/** The consortium behind an application, for those who are in it; others are told of none. */
export const consortiumOf = query({
  name: 'consortium.of-application',
  summary: {
    fi: 'Konsortio, josta hakemus on tehty',
    sv: 'Konsortiet av vilket ansökan är gjord',
    en: 'The consortium from which an application was made',
  },
  input: z.object({ application: z.uuid() }),
  output: z.object({ id: z.string(), title: z.string(), left: z.array(z.custom<NotCarried>()) }).nullable(),
  allow: everyone,
  run: async (ctx, { application }) => {
    const id = await consortiumOfApplication(ctx.db, application)
    const found = id ? await consortiumById(ctx.db, id) : undefined
    if (!found || !(await isInside(ctx, found))) return null
    return { id: found.id, title: found.title, left: (await leftOf(ctx.db, found.id)).left }
  },
})

export const addressOf = (application: string): string => applicationPath({ id: application })
