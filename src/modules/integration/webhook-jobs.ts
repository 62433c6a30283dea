import { z } from 'zod'
import type { Stage } from '../../kernel/context.ts'
import { transaction } from '../../kernel/db.ts'
import { job } from '../../kernel/job.ts'
import { whyNotReached } from '../../kernel/outward.ts'
import { announce } from './announce.ts'
import { tellStopped } from './owner-notices.ts'
import { type Answer, post } from './posting.ts'
import { isGone, isTaken, mostFailures, nextAttempt, secondsOf, signatureOf } from './rules.ts'
import {
  countAttempts,
  deleteDeliveriesBefore,
  deliveryById,
  deliveryForUpdate,
  insertAttempt,
  updateDelivery,
  updateWebhook,
  webhookById,
} from './webhook-queries.ts'
import { readSecret } from './webhook-secret.ts'

type Delivery = NonNullable<Awaited<ReturnType<typeof deliveryById>>>
type Webhook = NonNullable<Awaited<ReturnType<typeof webhookById>>>

/** One attempt at one delivery. What came of it is written down; a failure plans the next attempt. */
export const deliver = job({
  name: 'integration.deliver',
  summary: {
    fi: 'Webhook-ilmoituksen lähetys',
    sv: 'Skicka ett webhookmeddelande',
    en: 'Send a webhook’s message',
  },
  input: z.object({ delivery: z.uuid() }),
  workers: 4,
  run: async (stage, input) => {
    const delivery = await deliveryById(stage.database, input.delivery)
    if (delivery?.state !== 'waiting') return
    const webhook = await webhookById(stage.database, delivery.webhook_id)
    if (!webhook || webhook.state === 'off') return
    const came = await attempt(stage, webhook, delivery)
    await settle(stage, webhook, delivery.id, came)
  },
})

type Came = Partial<Answer> & { error?: string }

async function attempt(stage: Stage, webhook: Webhook, { id, body }: Delivery): Promise<Came> {
  const began = performance.now()
  try {
    const headers = {
      'content-type': 'application/json',
      'user-agent': 'Talkoot-Webhooks',
      'webhook-id': id,
      'webhook-timestamp': String(secondsOf(stage.now)),
      'webhook-signature': signatureOf(readSecret(stage, webhook.secret), id, stage.now, body),
    }
    return await post(webhook.address, headers, body, stage.outward ?? { allowPrivate: false })
  } catch (error) {
    const milliseconds = Math.round(performance.now() - began)
    return { error: whyNotReached(error as Error & { code?: string }), milliseconds }
  }
}

async function settle(stage: Stage, webhook: Webhook, id: string, came: Came): Promise<void> {
  await transaction(stage.database, async (tx) => {
    if (!(await deliveryForUpdate(tx, id))) return
    const number = (await countAttempts(tx, id)) + 1
    await insertAttempt(tx, {
      delivery_id: id,
      number,
      at: stage.now,
      milliseconds: came.milliseconds ?? 0,
      status: came.status ?? null,
      answer: came.answer ?? null,
      error: came.error ?? null,
    })
    if (isTaken(came.status)) {
      await updateDelivery(tx, id, { state: 'done', next_at: null })
      return updateWebhook(tx, webhook.id, { failures: 0, state: 'on' })
    }
    const again = isGone(came.status) ? undefined : nextAttempt(number, stage.now)
    if (again) {
      await updateDelivery(tx, id, { state: 'waiting', next_at: again })
      return stage.jobs.enqueue(tx, 'integration.deliver', { delivery: id }, { startAfter: again })
    }
    const failures = webhook.failures + 1
    await updateDelivery(tx, id, { state: 'given-up', next_at: null })
    const failing = isGone(came.status) || failures >= mostFailures
    await updateWebhook(tx, webhook.id, { failures, ...(failing && { state: 'failing' as const }) })
    if (!failing || webhook.state === 'failing') return
    const { database: _, followers: __, ...rest } = stage
    await tellStopped({ ...rest, db: tx, changed: () => undefined }, webhook)
  })
}

const keptMs = 30 * 24 * 60 * 60 * 1000

/** The log of deliveries is kept for a month. */
export const forget = job({
  name: 'integration.forget-deliveries',
  summary: {
    fi: 'Vanhojen webhook-lähetysten poisto lokista',
    sv: 'Ta bort gamla webhookleveranser ur loggen',
    en: 'Take old webhook deliveries out of the log',
  },
  input: z.object({}),
  schedule: '40 3 * * *',
  run: async (stage) => {
    await transaction(stage.database, (tx) =>
      deleteDeliveriesBefore(tx, new Date(stage.now.getTime() - keptMs)),
    )
  },
})

/** A list is applied by a job, not by an action: it is told when that is done. */
export const tellApplied = job({
  name: 'integration.tell-applied',
  summary: {
    fi: 'Valmistuneesta tuonnista kertominen webhookeille',
    sv: 'Meddela webhookar om en färdig import',
    en: 'Tell webhooks of a finished import',
  },
  input: z.object({ importId: z.uuid() }),
  run: async (stage, { importId }) => {
    const { database, followers: _, ...rest } = stage
    await transaction(database, (tx) =>
      announce(
        { ...rest, db: tx, changed: () => undefined },
        {
          action: 'import.applied',
          changes: [{ kind: 'import', id: importId, before: null, after: null }],
          ecosystems: async () => [],
        },
      ),
    )
  },
})
