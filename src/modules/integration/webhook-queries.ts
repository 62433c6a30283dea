import { sql } from 'kysely'
import type { Read, Tx } from '../../kernel/db.ts'
import { isId } from '../../kernel/id.ts'
import type { Names } from '../../kernel/text.ts'

export type WebhookState = 'on' | 'off' | 'failing'

export const insertWebhook = (
  tx: Tx,
  webhook: {
    id: string
    ecosystem_id: string | null
    address: string
    kinds: string[]
    secret: string
    created_by: string | null
    created_at: Date
  },
) =>
  tx
    .insertInto('webhook')
    .values({ ...webhook, state: 'on' })
    .execute()

export const webhookById = async (db: Read, id: string) =>
  isId(id) ? db.selectFrom('webhook').selectAll().where('id', '=', id).executeTakeFirst() : undefined

/** The webhooks of the ecosystems given; all of them, the installation's too, for `'all'`. */
export const webhooksIn = (db: Read, ecosystems: readonly string[] | 'all') =>
  db
    .selectFrom('webhook')
    .leftJoin('ecosystem', 'ecosystem.id', 'webhook.ecosystem_id')
    .select([
      'webhook.id',
      'webhook.ecosystem_id',
      'webhook.address',
      'webhook.kinds',
      'webhook.state',
      'webhook.created_at',
    ])
    .select((eb) => eb.ref('ecosystem.name').$castTo<Names | null>().as('ecosystem_name'))
    .$if(ecosystems !== 'all', (q) =>
      q.where(
        'webhook.ecosystem_id',
        'in',
        ecosystems.length > 0 ? [...(ecosystems as string[])] : ([sql`null`] as never),
      ),
    )
    .orderBy('webhook.created_at')
    .execute()

/** The ecosystems whose webhooks may be set: for a person who may set all, every one. */
export const ecosystemNames = (db: Read, ids: readonly string[] | 'all') =>
  db
    .selectFrom('ecosystem')
    .select('id')
    .select((eb) => eb.ref('name').$castTo<Names>().as('name'))
    .$if(ids !== 'all', (q) => q.where('id', '=', sql<string>`any(${ids as string[]}::uuid[])`))
    .orderBy('key')
    .execute()

export const updateWebhook = (
  tx: Tx,
  id: string,
  what: {
    address?: string | undefined
    kinds?: string[] | undefined
    state?: WebhookState | undefined
    failures?: number
    secret?: string
  },
) => tx.updateTable('webhook').set(what).where('id', '=', id).execute()

export const deleteWebhook = (tx: Tx, id: string) => tx.deleteFrom('webhook').where('id', '=', id).execute()

/** Webhooks that listen to the kind. */
export const listeners = (db: Read, kind: string) =>
  db
    .selectFrom('webhook')
    .select(['id', 'ecosystem_id'])
    .where('state', '=', 'on')
    .where(sql<boolean>`kinds @> ${[kind]}::text[]`)
    .execute()

export const insertDelivery = (
  tx: Tx,
  delivery: { id: string; webhook_id: string; kind: string; body: string; created_at: Date },
) =>
  tx
    .insertInto('webhook_delivery')
    .values({ ...delivery, state: 'waiting', next_at: delivery.created_at })
    .execute()

export const deliveryById = (db: Read, id: string) =>
  db.selectFrom('webhook_delivery').selectAll().where('id', '=', id).executeTakeFirst()

export const deliveryForUpdate = (tx: Tx, id: string) =>
  tx.selectFrom('webhook_delivery').selectAll().where('id', '=', id).forUpdate().executeTakeFirst()

export const updateDelivery = (
  tx: Tx,
  id: string,
  what: { state: 'waiting' | 'done' | 'given-up'; next_at: Date | null },
) => tx.updateTable('webhook_delivery').set(what).where('id', '=', id).execute()

export type AttemptRow = {
  number: number
  at: Date
  milliseconds: number
  status: number | null
  answer: string | null
  error: string | null
}

export const insertAttempt = (tx: Tx, attempt: AttemptRow & { delivery_id: string }) =>
  tx.insertInto('webhook_attempt').values(attempt).execute()

export const countAttempts = async (db: Read, delivery: string): Promise<number> => {
  const { count } = await db
    .selectFrom('webhook_attempt')
    .select((eb) => eb.fn.countAll<number>().as('count'))
    .where('delivery_id', '=', delivery)
    .executeTakeFirstOrThrow()
  return Number(count)
}

/** The latest deliveries, each with its attempts, the first one first. */
export async function deliveriesOf(db: Read, webhook: string, limit: number) {
  const deliveries = await db
    .selectFrom('webhook_delivery')
    .select(['id', 'kind', 'body', 'state', 'created_at', 'next_at'])
    .where('webhook_id', '=', webhook)
    .orderBy('created_at', 'desc')
    .orderBy('id', 'desc')
    .limit(limit)
    .execute()
  const attempts = await db
    .selectFrom('webhook_attempt')
    .selectAll()
    .where('delivery_id', '=', sql<string>`any(${deliveries.map((d) => d.id)}::uuid[])`)
    .orderBy('number')
    .execute()
  return deliveries.map((d) => ({ ...d, attempts: attempts.filter((a) => a.delivery_id === d.id) }))
}

export const deleteDeliveriesBefore = (tx: Tx, before: Date) =>
  tx.deleteFrom('webhook_delivery').where('created_at', '<', before).execute()
