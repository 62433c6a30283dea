import { z } from 'zod'
import { command, query } from '../../kernel/action.ts'
import type { Context } from '../../kernel/context.ts'
import type { Tx } from '../../kernel/db.ts'
import { newId } from '../../kernel/id.ts'
import { checkedAddress, NotSent } from '../../kernel/outward.ts'
import { Refusal } from '../../kernel/refusal.ts'
import type { Rule } from '../../kernel/rule.ts'
import { by } from '../people/index.ts'
import { deliverLater, kindsOf } from './announce.ts'
import { newWebhookSecret } from './rules.ts'
import {
  deleteWebhook,
  deliveriesOf,
  deliveryById,
  ecosystemNames,
  insertWebhook,
  updateDelivery,
  updateWebhook,
  webhookById,
  webhooksIn,
} from './webhook-queries.ts'
import { keepSecret } from './webhook-secret.ts'
import { text } from './webhook-text.ts'

const caretakers = ['administrator', 'coordinator'] as const

/** For a webhook that stands: an office in its ecosystem, or everywhere for what belongs to the installation. */
const ofWebhook: Rule<{ id: string }> = {
  ...by(...caretakers),
  in: async (ctx, { id }) => (await webhookById(ctx.db, id))?.ecosystem_id,
}
const ofDelivery: Rule<{ id: string }> = {
  ...by(...caretakers),
  in: async (ctx, { id }) => {
    const delivery = await deliveryById(ctx.db, id)
    return delivery && (await webhookById(ctx.db, delivery.webhook_id))?.ecosystem_id
  },
}

const address = z.string().trim().min(1).max(2_000).describe('An https address outside; it is sent a POST.')
const kinds = z.array(z.string().max(80)).min(1).max(500)
const byId = z.object({ id: z.uuid() })

export const createWebhook = command({
  name: 'webhook.create',
  summary: {
    fi: 'Ilmoita osoitteeseen, mitä ekosysteemissä tai koko palvelussa tehdään',
    sv: 'Låt en adress få veta vad som görs i ett ekosystem eller i hela tjänsten',
    en: 'Have an address told of what is done in an ecosystem, or anywhere',
  },
  input: z.object({
    ecosystem: z.uuid().nullable().default(null).describe('Null: whatever is done anywhere.'),
    address,
    kinds: kinds.describe('Names of actions, such as "import.confirm".'),
  }),
  output: z.object({ id: z.uuid(), secret: z.string() }),
  allow: { ...by(...caretakers), in: (_, { ecosystem }: { ecosystem: string | null }) => ecosystem },
  inPerson: true,
  run: async (ctx, input) => {
    checkKinds(ctx, input.kinds)
    checkAddress(ctx, input.address)
    const id = newId(ctx.now.getTime())
    const secret = newWebhookSecret()
    await insertWebhook(ctx.db, {
      id,
      ecosystem_id: input.ecosystem,
      address: input.address,
      kinds: input.kinds,
      secret: keepSecret(ctx, secret),
      created_by: ctx.actor.kind === 'person' ? ctx.actor.id : null,
      created_at: ctx.now,
    })
    ctx.changed({ kind: 'webhook', id, before: null, after: input })
    return { id, secret }
  },
})

const webhook = z.object({
  id: z.uuid(),
  ecosystem: z.object({ id: z.uuid(), name: z.record(z.string(), z.string().nullish()) }).nullable(),
  address: z.string(),
  kinds: z.array(z.string()),
  state: z.enum(['on', 'off', 'failing']),
  createdAt: z.date(),
})

/** The ecosystems whose webhooks the actor keeps. */
function keptBy({ actor }: Pick<Context, 'actor'>): readonly string[] | 'all' {
  if (actor.kind !== 'person') return actor.kind === 'system' ? 'all' : []
  const held = actor.offices.filter((o) => (caretakers as readonly string[]).includes(o.office))
  return held.some((o) => o.ecosystem === null) ? 'all' : held.flatMap((o) => o.ecosystem ?? [])
}

export const listWebhooks = query({
  name: 'webhook.list',
  summary: {
    fi: 'Omassa hoidossa olevat webhookit ja mitä niillä voi kuunnella',
    sv: 'Webhookar som du sköter och vad de kan lyssna på',
    en: 'The webhooks that you keep, and what one can listen to',
  },
  route: { method: 'GET', path: '/webhooks' },
  input: z.object({}),
  output: z.object({
    items: z.array(webhook),
    kinds: z.array(
      z.object({ name: z.string(), says: z.object({ fi: z.string(), sv: z.string(), en: z.string() }) }),
    ),
    ecosystems: z.array(z.object({ id: z.uuid(), name: z.record(z.string(), z.string().nullish()) })),
    everywhere: z.boolean().describe('Whether you may listen to what is done anywhere.'),
  }),
  allow: by(...caretakers),
  run: async (ctx) => {
    const kept = keptBy(ctx)
    const rows = await webhooksIn(ctx.db, kept)
    return {
      items: rows.map((r) => ({
        id: r.id,
        ecosystem: r.ecosystem_id ? { id: r.ecosystem_id, name: r.ecosystem_name ?? {} } : null,
        address: r.address,
        kinds: r.kinds,
        state: r.state as 'on',
        createdAt: r.created_at,
      })),
      kinds: kindsOf(ctx.catalogue).map((name) => ({ name, says: saidOfKind(ctx, name) })),
      ecosystems: await ecosystemNames(ctx.db, kept),
      everywhere: kept === 'all',
    }
  },
})

export const getWebhook = query({
  name: 'webhook.get',
  summary: {
    fi: 'Webhook, sen viimeisimmät lähetykset ja vastaanottajan vastaukset',
    sv: 'En webhook med de senaste leveranserna och mottagarens svar',
    en: 'A webhook with its latest deliveries and what the receiver answered',
  },
  route: { method: 'GET', path: '/webhooks/{id}' },
  input: byId,
  output: webhook.omit({ ecosystem: true }).extend({
    deliveries: z.array(
      z.object({
        id: z.uuid(),
        kind: z.string(),
        body: z.string(),
        state: z.string(),
        createdAt: z.date(),
        nextAt: z.date().nullable(),
        attempts: z.array(
          z.object({
            at: z.date(),
            milliseconds: z.number(),
            status: z.number().nullable(),
            answer: z.string().nullable(),
            error: z.string().nullable(),
          }),
        ),
      }),
    ),
  }),
  allow: ofWebhook,
  run: async (ctx, { id }) => {
    const found = await existing(ctx, id)
    const deliveries = await deliveriesOf(ctx.db, id, 50)
    return {
      id,
      address: found.address,
      kinds: found.kinds,
      state: found.state as 'on',
      createdAt: found.created_at,
      deliveries: deliveries.map((d) => ({
        id: d.id,
        kind: d.kind,
        body: d.body,
        state: d.state,
        createdAt: d.created_at,
        nextAt: d.next_at,
        attempts: d.attempts.map(({ at, milliseconds, status, answer, error }) => ({
          at,
          milliseconds,
          status,
          answer,
          error,
        })),
      })),
    }
  },
})

export const changeWebhook = command({
  name: 'webhook.change',
  summary: {
    fi: 'Muuta, mitä webhook kuuntelee tai minne se lähettää, tai kytke se päälle tai pois',
    sv: 'Ändra vad en webhook lyssnar på eller vart den sänder, eller slå på eller av den',
    en: 'Change what a webhook listens to or where it is sent, or turn it on or off',
  },
  route: { method: 'PUT', path: '/webhooks/{id}' },
  input: byId.extend({
    address: address.optional(),
    kinds: kinds.optional(),
    state: z.enum(['on', 'off']).optional(),
  }),
  output: z.object({}),
  allow: ofWebhook,
  inPerson: true,
  run: async (ctx, { id, ...what }) => {
    const found = await existing(ctx, id)
    if (what.kinds) checkKinds(ctx, what.kinds)
    if (what.address) checkAddress(ctx, what.address)
    await updateWebhook(ctx.db, id, { ...what, ...(what.state === 'on' && { failures: 0 }) })
    const { address, kinds, state } = found
    ctx.changed({
      kind: 'webhook',
      id,
      before: { address, kinds, state, ecosystem: found.ecosystem_id },
      after: { address, kinds, state, ...what },
    })
    return {}
  },
})

export const renewSecret = command({
  name: 'webhook.renew-secret',
  summary: {
    fi: 'Anna webhookille uusi salaisuus; vanha lakkaa heti',
    sv: 'Ge en webhook en ny hemlighet; den gamla upphör genast',
    en: 'Give a webhook a new secret; the old one ends at once',
  },
  input: byId,
  output: z.object({ secret: z.string() }),
  allow: ofWebhook,
  inPerson: true,
  run: async (ctx, { id }) => {
    await existing(ctx, id)
    const secret = newWebhookSecret()
    await updateWebhook(ctx.db, id, { secret: keepSecret(ctx, secret) })
    ctx.changed({ kind: 'webhook', id, before: {}, after: { renewed: true } })
    return { secret }
  },
})

export const removeWebhook = command({
  name: 'webhook.remove',
  summary: {
    fi: 'Poista webhook ja sen loki',
    sv: 'Ta bort en webhook och dess logg',
    en: 'Take a webhook away, with its log',
  },
  route: { method: 'DELETE', path: '/webhooks/{id}' },
  input: byId,
  output: z.object({}),
  allow: ofWebhook,
  run: async (ctx, { id }) => {
    const { address, kinds, state, ecosystem_id } = await existing(ctx, id)
    await deleteWebhook(ctx.db, id)
    ctx.changed({
      kind: 'webhook',
      id,
      before: { address, kinds, state, ecosystem: ecosystem_id },
      after: null,
    })
    return {}
  },
})

export const testWebhook = command({
  name: 'webhook.test',
  summary: {
    fi: 'Lähetä koeviesti',
    sv: 'Sänd ett provmeddelande',
    en: 'Send a trial message',
  },
  input: byId,
  output: z.object({ delivery: z.uuid() }),
  allow: ofWebhook,
  run: async (ctx, { id }) => {
    await existing(ctx, id)
    return { delivery: await deliverLater(ctx, id, 'webhook.test', { ecosystems: [], records: [] }) }
  },
})

export const redeliver = command({
  name: 'webhook.redeliver',
  summary: {
    fi: 'Lähetä sama viesti uudelleen samalla tunnisteella',
    sv: 'Sänd samma meddelande igen med samma id',
    en: 'Send a message again, the same with the same id',
  },
  input: byId.extend({ id: z.uuid().describe('The delivery.') }),
  output: z.object({ webhook: z.uuid() }),
  allow: ofDelivery,
  run: async (ctx, { id }) => {
    const delivery = await deliveryById(ctx.db, id)
    if (!delivery) throw missing()
    await updateDelivery(ctx.db, id, { state: 'waiting', next_at: ctx.now })
    await ctx.jobs.enqueue(ctx.db, 'integration.deliver', { delivery: id })
    return { webhook: delivery.webhook_id }
  },
})

async function existing(ctx: Context | Context<Tx>, id: string) {
  const found = await webhookById(ctx.db, id)
  if (!found) throw missing()
  return found
}

const { fi, sv, en } = text
const missing = () =>
  new Refusal('missing', 'webhook.missing', [{ text: { fi: fi.missing, sv: sv.missing, en: en.missing } }])

/** What an event is, in words: what its action does. */
const saidOfKind = ({ catalogue = [] }: Context, kind: string) =>
  catalogue.find((a) => a.name === kind)?.summary ?? { fi: fi.applied, sv: sv.applied, en: en.applied }

function checkKinds(ctx: Context, asked: readonly string[]): void {
  const known = new Set(kindsOf(ctx.catalogue))
  const unknown = asked.filter((kind) => !known.has(kind)).join(', ')
  if (!unknown) return
  throw new Refusal('invalid', 'webhook.unknown-kind', [
    {
      field: 'kinds',
      text: { fi: fi.unknownKind(unknown), sv: sv.unknownKind(unknown), en: en.unknownKind(unknown) },
    },
  ])
}

function checkAddress(ctx: Context, asked: string): void {
  try {
    checkedAddress(asked, ctx.outward ?? { allowPrivate: false })
  } catch (error) {
    if (!(error instanceof NotSent)) throw error
    const { reason } = error
    throw new Refusal('invalid', `webhook.${reason}`, [
      { field: 'address', text: { fi: fi.why[reason], sv: sv.why[reason], en: en.why[reason] } },
    ])
  }
}
