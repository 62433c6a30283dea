import { z } from 'zod'
import type { Template } from '../../engine/assessment/index.ts'
import type { Form } from '../../engine/form/index.ts'
import { command, query } from '../../kernel/action.ts'
import { Refusal } from '../../kernel/refusal.ts'
import { everyone, isAmong } from '../../kernel/rule.ts'
import { settledTemplate } from '../criteria/index.ts'
import { frameValuesOf, type ValueOfFrame } from '../ecosystems/index.ts'
import { settledForm } from '../forms/index.ts'
import { holds, readPeople } from '../people/index.ts'
import { beyondOf, formChoices, templateChoices } from './beyond.ts'
import { type Call, callPath } from './call.ts'
import { complaint } from './error-text.ts'
import { type Happening, happeningsOf, writeAssessors } from './event-queries.ts'
import { type Lack, lacksOf } from './lacks.ts'
import { movesFor } from './move-actions.ts'
import { assessorsOf } from './queries.ts'
import { type CallEvent, callEvents } from './rules.ts'
import { heldCall, one, preparers, preparing, recordOfOne, seenCall } from './seen.ts'

const lack = z.custom<Lack>()
const choice = z.object({ value: z.string(), label: z.string() })

export const readCall = query({
  name: 'call.read',
  summary: {
    fi: 'Yksi haku: mitä siitä on päätetty, sen hakuaika, tapahtumat ja korjaukset',
    sv: 'En utlysning: vad som har bestämts, ansökningstiden, händelserna och rättelserna',
    en: 'One call: what is settled of it, its period, its events and corrections',
  },
  route: { method: 'GET', path: '/calls/{call}' },
  input: z.object(one),
  output: z.object({
    call: z.custom<Call>(),
    happenings: z.array(z.custom<Happening>()),
    frame: z.array(z.custom<ValueOfFrame>()),
    template: z.custom<Template>().nullable().describe('The criteria by which applications are judged.'),
    may: z.object({
      prepare: z.boolean().describe('Whether who asks may change and correct it.'),
      lead: z.boolean().describe('Whether who asks may publish and open it.'),
    }),
  }),
  allow: { ...everyone, record: recordOfOne },
  run: async (ctx, input) => {
    const call = await seenCall(ctx, input.call)
    const prepare = isAmong(preparers.who, ctx.actor, call.ecosystem)
    const happenings = await happeningsOf(ctx.db, call.id)
    const { template } = call.settings
    return {
      call,
      // Who did it is the office's own matter.
      happenings: prepare ? happenings : happenings.map((h) => ({ ...h, byWhom: '' })),
      frame: await frameValuesOf(ctx.db, call.ecosystem),
      template: (template && (await settledTemplate(ctx.db, template))) ?? null,
      may: { prepare, lead: holds(ctx.actor, ['coordinator'], call.ecosystem) },
    }
  },
})

export const checkCall = query({
  name: 'call.check',
  summary: {
    fi: 'Mitä haulta puuttuu ennen kuin sen voi julkaista, ja mitä sille voi nyt tehdä',
    sv: 'Vad utlysningen saknar innan den kan publiceras, och vad man kan göra med den nu',
    en: 'What a call lacks before it can be published, and what can be done to it now',
  },
  route: { method: 'GET', path: '/calls/{call}/check' },
  input: z.object(one),
  output: z.object({
    lacks: z.array(lack),
    moves: z.array(z.enum(callEvents)).describe('Events that who asks may cause in its state.'),
    assessors: z.array(z.object({ person: z.string(), name: z.string() })),
    assessing: z
      .array(z.object({ person: z.string(), name: z.string() }))
      .describe('Those who hold the office of assessor in the ecosystem.'),
    forms: z.array(choice),
    templates: z.array(choice),
  }),
  allow: preparing,
  run: async (ctx, input) => {
    const call = await seenCall(ctx, input.call)
    const people = await readPeople(ctx.db, ctx.now)
    return {
      lacks: lacksOf(call, await beyondOf(ctx.db, call)),
      moves: movesFor(call, ctx.actor, ctx.now) as CallEvent[],
      assessors: await assessorsOf(ctx.db, call.id),
      assessing: people
        .filter((p) => holds(p.actor, ['assessor'], call.ecosystem))
        .map((p) => ({ person: p.actor.id, name: p.actor.name }))
        .toSorted((a, b) => a.name.localeCompare(b.name, 'fi')),
      forms: await formChoices(ctx.db, call.ecosystem, ctx.language),
      templates: await templateChoices(ctx.db, call.ecosystem, ctx.language),
    }
  },
})

/** The form of a step as it is asked, for whoever sees the call: to read through before one begins, and to print. */
export const callForm = query({
  name: 'call.form',
  summary: {
    fi: 'Haun lomake tyhjänä: osiot ja kysymykset',
    sv: 'Utlysningens blankett tom: avsnitt och frågor',
    en: 'The empty form of a call: its sections and questions',
  },
  route: { method: 'GET', path: '/calls/{call}/form' },
  input: z.object({ ...one, step: z.enum(['idea', 'full']).default('full') }),
  output: z.object({ call: z.custom<Call>(), form: z.custom<Form>() }),
  allow: everyone,
  run: async (ctx, { step, ...input }) => {
    const call = await seenCall(ctx, input.call)
    const version = call.forms[step]
    const form = version && (await settledForm(ctx.db, version.id, version.version))
    if (!form) throw new Refusal('missing', 'call.no-form', [complaint('noForm')])
    return { call, form }
  },
})

export const setAssessors = command({
  name: 'call.set-assessors',
  summary: {
    fi: 'Nimeä ne, jotka arvioivat haun hakemukset',
    sv: 'Utse dem som bedömer ansökningarna i en utlysning',
    en: 'Name those who assess the applications of a call',
  },
  route: { method: 'PUT', path: '/calls/{call}/assessors' },
  input: z.object({ ...one, people: z.array(z.uuid()).max(100) }),
  output: z.object({ path: z.string() }),
  allow: preparing,
  run: async (ctx, { people, ...input }) => {
    const call = await heldCall(ctx, input.call)
    if (call.state === 'decided' || call.state === 'archived')
      throw new Refusal('conflict', 'call.frozen', [complaint('frozen')])
    const before = (await assessorsOf(ctx.db, call.id)).map((a) => a.person)
    const added = people.filter((person) => !before.includes(person))
    const known = added.length > 0 ? await readPeople(ctx.db, ctx.now, added) : []
    if (known.filter((p) => holds(p.actor, ['assessor'], call.ecosystem)).length < added.length)
      throw new Refusal('invalid', 'call.not-assessor', [complaint('notAssessor', 'people')])
    await writeAssessors(ctx.db, call.id, people, ctx.actor.kind === 'person' ? ctx.actor.id : null, ctx.now)
    ctx.changed({ kind: 'call', id: call.id, before: { assessors: before }, after: { assessors: people } })
    return { path: `${callPath(call)}/setup` }
  },
})
