import { z } from 'zod'
import { command } from '../../kernel/action.ts'
import { rememberKey } from '../../kernel/key.ts'
import { systemOnly } from '../../kernel/rule.ts'
import { resealWebhooks } from '../integration/index.ts'
import { reseal } from '../people/index.ts'

/** In one transaction: either everything is sealed with the new key, or nothing. */
export const resealAll = command({
  name: 'secret.renew',
  summary: {
    fi: 'Sinetöi kaikki salaisuudet uudelleen uudella avaimella',
    sv: 'Försegla alla hemligheter på nytt med en ny nyckel',
    en: 'Seal everything that is kept sealed under a new key of the installation',
  },
  // The audit leaves out what is called a secret.
  input: z.object({ oldSecret: z.string().min(32), newSecret: z.string().min(32) }),
  output: z.object({
    codes: z.number(),
    invitations: z.number(),
    webhooks: z.number(),
    recovery: z.number(),
    lost: z.number(),
  }),
  allow: systemOnly,
  run: async (ctx, { oldSecret, newSecret }) => {
    const people = await reseal(ctx, oldSecret, newSecret)
    const webhooks = await resealWebhooks(ctx.db, oldSecret, newSecret)
    await rememberKey(ctx.db, newSecret)
    const done = { ...people, webhooks: webhooks.webhooks, lost: people.lost + webhooks.lost }
    ctx.changed({ kind: 'setting', id: 'key', before: null, after: done })
    return done
  },
})
