import { z } from 'zod'
import { command, query } from '../../kernel/action.ts'
import { newId } from '../../kernel/id.ts'
import { stateAfter } from '../../kernel/machine.ts'
import { everyone, isAmong } from '../../kernel/rule.ts'
import { type Names, pick } from '../../kernel/text.ts'
import { callById } from '../calls/index.ts'
import { allEcosystems, idOfKey } from '../ecosystems/index.ts'
import { demandsFromCall, limitsFromCall } from './call-demands.ts'
import { readSettled, settled } from './consortium-input.ts'
import {
  consortiaOf,
  insertConsortium,
  insertEvent,
  insertPartner,
  listConsortia,
  setState,
  updateConsortium,
} from './consortium-queries.ts'
import { demandsOf, exclusionsOf, insertDemand, insertExclusion } from './demand-queries.ts'
import { complaint, fault, refuseAny } from './fault-text.ts'
import { keptOf } from './kept.ts'
import type { Consortium, Kept } from './record.ts'
import {
  acting,
  done,
  gatherers,
  gathering,
  gathers,
  one,
  openConsortium,
  pathOf,
  recordOf,
  seenConsortium,
} from './rights.ts'
import { consortiumMachine } from './rules.ts'

export const listAction = query({
  name: 'consortium.list',
  summary: {
    fi: 'Konsortiot, jotka saa nähdä: kaikki, ekosysteemin, haun, organisaation tai idean',
    sv: 'De konsortier som man får se: alla, ett ekosystems, en utlysnings, en organisations eller en idés',
    en: 'The consortia that you may see: all, of an ecosystem, of a call, of an organisation or of an idea',
  },
  route: { method: 'GET', path: '/consortia' },
  input: z.object({
    ecosystem: z.string().max(40).optional().describe('Key of the ecosystem.'),
    callCode: z.string().max(100).optional().describe('Code of a call of ours.'),
    organisation: z.uuid().optional(),
    idea: z.uuid().optional().describe('The idea of a portfolio that they began from.'),
  }),
  output: z.object({
    items: z.array(z.custom<Consortium>()),
    mine: z.array(z.string()).describe('Of them those that you founded or where your organisation is in.'),
    founding: z
      .array(z.object({ key: z.string(), name: z.custom<Names>() }))
      .describe('The ecosystems in which you may found one.'),
    ecosystem: z.string().nullable().describe('Key of the ecosystem that was asked for, or of the call.'),
    may: z.object({ add: z.boolean().describe('Whether you may found one in the ecosystem.') }),
  }),
  allow: everyone,
  run: async (ctx, { ecosystem: key, callCode, organisation, idea }) => {
    const found = callCode ? await callById(ctx.db, callCode) : undefined
    const call = found?.share === 'public' ? found : undefined
    if (callCode && !call) return { items: [], mine: [], founding: [], ecosystem: null, may: { add: false } }
    const where = key ?? call?.ecosystemKey
    const id = where ? await idOfKey(ctx.db, where) : undefined
    const until = call && (call.fullClosesAt ?? call.closesAt)
    const add =
      ctx.actor.kind === 'person' &&
      id !== undefined &&
      isAmong(gatherers.who, ctx.actor, id) &&
      !(until && until <= ctx.now)
    const asked = { ecosystem: key, call: call?.id, organisation, idea }
    const items = await listConsortia(ctx.db, ctx.actor, asked)
    const mine = await consortiaOf(ctx.db, ctx.actor)
    const founding =
      ctx.actor.kind === 'person'
        ? (await allEcosystems(ctx.db)).filter((e) => isAmong(gatherers.who, ctx.actor, e.id))
        : []
    return {
      items,
      mine: items.flatMap((c) => (mine.has(c.id) ? [c.id] : [])),
      founding: founding.map((e) => ({ key: e.key, name: e.name })),
      ecosystem: where ?? null,
      may: { add },
    }
  },
})

export const getAction = query({
  name: 'consortium.get',
  summary: {
    fi: 'Konsortio: vaatimukset, kumppanit, valinnat ja arviot',
    sv: 'Ett konsortium: krav, partner, val och bedömningar',
    en: 'A consortium: demands, partners, choices and judgements',
  },
  route: { method: 'GET', path: '/consortia/{consortium}' },
  input: z.object(one),
  output: z.custom<Kept>(),
  allow: { ...everyone, record: recordOf },
  run: (ctx, { consortium }) => keptOf(ctx, consortium),
})

export const addConsortium = command({
  name: 'consortium.add',
  summary: {
    fi: 'Perusta konsortio hakua varten; haun ehdoista tulevat ensimmäiset vaatimukset',
    sv: 'Bilda ett konsortium för en utlysning; dess villkor blir de första kraven',
    en: 'Found a consortium for a call; its conditions become the first demands',
  },
  route: { method: 'POST', path: '/consortia' },
  input: z.object({
    ecosystem: z.string().max(40).describe('Key of the ecosystem.'),
    call: z.string().max(100).default('').describe('Code of a call of ours.'),
    language: z.enum(['fi', 'sv', 'en']).optional(),
    exercise: z.boolean().default(false).describe('Whether it is made to practise with.'),
    ...settled,
  }),
  output: z.object({ id: z.string(), path: z.string() }),
  allow: {
    ...gatherers,
    in: (ctx, { ecosystem }) => idOfKey(ctx.db, ecosystem),
  },
  run: async (ctx, input) => {
    const ecosystem = await idOfKey(ctx.db, input.ecosystem)
    if (!ecosystem) throw fault('missing', 'missing')
    const call = input.call ? await callById(ctx.db, input.call) : undefined
    refuseAny([input.call !== '' && call?.share !== 'public' && complaint('noCall', 'call')])
    const language = input.language ?? ctx.language
    const said = await readSettled(ctx.db, ctx.actor, input)
    const person = ctx.actor.kind === 'person' ? ctx.actor.id : null
    if (!(await gathers(ctx.db, ctx.actor, { ecosystem, lead: said.lead })))
      throw fault('invalid', 'notLead', 'lead')
    const id = newId(ctx.now.getTime())
    const { by, at } = acting(ctx)
    const fromCall = call && {
      callName: pick(call.title, language)?.text ?? call.code,
      deadline: said.deadline ?? call.fullClosesAt ?? call.closesAt,
      ...limitsFromCall(call.settings, said),
    }
    await insertConsortium(ctx.db, {
      ...said,
      ...fromCall,
      id,
      ecosystem,
      exercise: input.exercise || (call?.exercise ?? false),
      call: call?.id ?? null,
      language,
      person,
      at,
    })
    if (said.lead)
      await insertPartner(ctx.db, {
        id: newId(at.getTime()),
        consortium: id,
        organisation: said.lead,
        name: said.leadName,
        part: 'lead',
        person,
        at,
      })
    for (const demand of call ? demandsFromCall(call.settings, language) : [])
      await insertDemand(ctx.db, {
        ...demand,
        id: newId(at.getTime()),
        consortium: id,
        after: undefined,
        person,
        by,
        at,
      })
    await insertEvent(ctx.db, {
      id: newId(at.getTime()),
      consortium: id,
      what: 'add',
      details: {},
      person,
      by,
      at,
    })
    ctx.changed({
      kind: 'consortium',
      id,
      before: null,
      after: { ...said, ecosystem, call: call?.id ?? null },
    })
    return { id, path: pathOf(id) }
  },
})

export const editConsortium = command({
  name: 'consortium.edit',
  summary: {
    fi: 'Muuta konsortion nimeä, hakua, rajoja, johtajaa ja näkyvyyttä',
    sv: 'Ändra ett konsortiums namn, utlysning, gränser, ledare och synlighet',
    en: 'Change the name, call, limits, lead and share level of a consortium',
  },
  input: z.object({ ...one, ...settled }),
  output: done,
  allow: gathering,
  run: async (ctx, { consortium: id, ...input }) => {
    const before = await openConsortium(ctx, id)
    const said = await readSettled(ctx.db, ctx.actor, input)
    await updateConsortium(ctx.db, id, said)
    ctx.changed({ kind: 'consortium', id, before, after: { ...said, ecosystem: before.ecosystem.id } })
    return { path: pathOf(id) }
  },
})

export const changeState = command({
  name: 'consortium.set-state',
  summary: {
    fi: 'Päätä konsortio syyn kanssa tai jatka sen kokoamista',
    sv: 'Avsluta ett konsortium med ett skäl eller återuppta det',
    en: 'End a consortium with a reason, or go on gathering it',
  },
  route: { method: 'POST', path: '/consortia/{consortium}/state' },
  input: z.object({
    ...one,
    event: z.enum(['end', 'resume']),
    reason: z.string().trim().max(2000).default(''),
  }),
  output: done,
  allow: gathering,
  run: async (ctx, { consortium: id, event, reason }) => {
    const before = await seenConsortium(ctx, id)
    const state = stateAfter(consortiumMachine, before.state, event)
    if (!state) throw fault('conflict', 'badState')
    refuseAny([consortiumMachine.events[event].reason && reason === '' && complaint('noReason', 'reason')])
    const { at, by, person } = acting(ctx)
    await setState(
      ctx.db,
      id,
      state === 'ended' ? { state, at, why: reason } : { state, at: null, why: null },
    )
    const details = reason ? { reason } : {}
    await insertEvent(ctx.db, {
      id: newId(at.getTime()),
      consortium: id,
      what: event,
      details,
      person,
      by,
      at,
    })
    ctx.changed({ kind: 'consortium', id, before: { state: before.state }, after: { state, ...details } })
    return { path: pathOf(id) }
  },
})

export const copyDemands = command({
  name: 'consortium.copy-demands',
  summary: {
    fi: 'Kopioi vaatimukset ja rajaukset toisesta konsortiosta, jonka näet',
    sv: 'Kopiera krav och avgränsningar från ett annat konsortium som du ser',
    en: 'Copy demands and exclusions from another consortium that you see',
  },
  input: z.object({ ...one, from: z.uuid() }),
  output: done,
  allow: gathering,
  run: async (ctx, { consortium: id, from }) => {
    await openConsortium(ctx, id)
    await seenConsortium(ctx, from)
    const { at, by, person } = acting(ctx)
    const known = new Set((await demandsOf(ctx.db, id)).map(({ name }) => name))
    for (const demand of await demandsOf(ctx.db, from)) {
      if (known.has(demand.name)) continue
      const own = { id: newId(at.getTime()), consortium: id, after: undefined, person, by, at }
      await insertDemand(ctx.db, { ...demand, ...own })
    }
    const rules = new Set(
      (await exclusionsOf(ctx.db, id)).map((x) => JSON.stringify([x.by, x.codes, x.most])),
    )
    for (const x of await exclusionsOf(ctx.db, from))
      if (!rules.has(JSON.stringify([x.by, x.codes, x.most])))
        await insertExclusion(ctx.db, { ...x, id: newId(at.getTime()), consortium: id, person, at })
    ctx.changed({ kind: 'consortium', id, before: null, after: { copiedFrom: from } })
    return { path: `${pathOf(id)}/demands` }
  },
})
