import { z } from 'zod'
import { command, perform } from '../../kernel/action.ts'
import type { Context } from '../../kernel/context.ts'
import type { Tx } from '../../kernel/db.ts'
import { job } from '../../kernel/job.ts'
import { systemOnly } from '../../kernel/rule.ts'
import { dayIn, formatDay } from '../../kernel/time.ts'
import { holds, readPeople } from '../people/index.ts'
import { notify } from '../talk/index.ts'
import { noticeText } from './notice-text.ts'
import { dueWarning, warnings } from './rules.ts'
import { markWarned, tokensEnding } from './token-queries.ts'

/** Tells the owners of tokens that are about to end: 14 days before, and 3. */
export const warnOfTokens = command({
  name: 'token.warn',
  summary: {
    fi: 'Kerro tunnisteiden omistajille, että tunniste on päättymässä',
    sv: 'Berätta för nycklarnas ägare att nyckeln håller på att gå ut',
    en: 'Tell the owners of tokens that are about to end',
  },
  input: z.object({}),
  output: z.object({ told: z.number() }),
  allow: systemOnly,
  unaudited: 'Tells of a day that was set long ago.',
  run: async (ctx) => {
    const within = new Date(ctx.now.getTime() + warnings[0] * 24 * 60 * 60 * 1000)
    let told = 0
    for (const t of await tokensEnding(ctx.db, ctx.now, within)) {
      const days = dueWarning(
        { createdAt: t.created_at, expiresAt: t.expires_at, warnedDays: t.warned_days },
        ctx.now,
      )
      if (days === undefined) continue
      await markWarned(ctx.db, t.id, days)
      const [owner] = await readPeople(ctx.db, ctx.now, [t.person_id])
      if (!owner) continue
      const says = noticeText[owner.language]
      await notify(ctx, {
        kind: 'token',
        subject: { kind: 'token', id: t.id },
        about: `token ${t.id} ${days}`,
        title: { [owner.language]: says.token(t.name) },
        path: '/account/tokens',
        text: says.tokenEnds(formatDay(dayIn(t.expires_at), owner.language)),
        ecosystem: null,
        records: [{ share: 'own', ecosystem: null, person: t.person_id }],
        to: [owner],
      })
      told += 1
    }
    return { told }
  },
})

/** Each morning before the digests. */
export const nightlyWarnings = job({
  name: 'integration.warn-of-tokens',
  summary: {
    fi: 'Varoitukset vanhenevista tunnisteista ja pettävistä webhookeista',
    sv: 'Varna för nycklar som går ut och webhookar som felar',
    en: 'Warn of tokens that end and webhooks that fail',
  },
  input: z.object({}),
  schedule: '20 6 * * *',
  run: async (stage) => {
    await perform(warnOfTokens, stage, {})
  },
})

type Webhook = { id: string; address: string; ecosystem_id: string | null; created_by: string | null }

/** Tells who made a webhook that nothing more is sent to it; when they are gone, those who keep it now. */
export async function tellStopped(ctx: Context<Tx>, webhook: Webhook): Promise<void> {
  const made = webhook.created_by ? await readPeople(ctx.db, ctx.now, [webhook.created_by]) : []
  const owners =
    made.length > 0
      ? made
      : (await readPeople(ctx.db, ctx.now)).filter((p) =>
          holds(p.actor, ['administrator', 'coordinator'], webhook.ecosystem_id),
        )
  for (const owner of owners) {
    const says = noticeText[owner.language]
    await notify(ctx, {
      kind: 'webhook',
      subject: { kind: 'webhook', id: webhook.id },
      about: `webhook ${webhook.id} ${ctx.now.toISOString()}`,
      title: { [owner.language]: says.webhook(webhook.address) },
      path: `/webhooks/${webhook.id}`,
      text: says.webhookStopped,
      ecosystem: webhook.ecosystem_id,
      records: [{ share: 'own', ecosystem: null, person: owner.actor.id }],
      to: [owner],
    })
  }
}
