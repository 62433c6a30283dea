import { z } from 'zod'
import { command, query } from '../../kernel/action.ts'
import { Refusal } from '../../kernel/refusal.ts'
import { systemOnly } from '../../kernel/rule.ts'
import { by } from './rules.ts'
import { administrators, saveSecuritySetting, securitySetting } from './security-queries.ts'
import { securityText } from './security-text.ts'

export const getSecurity = query({
  name: 'security.get',
  summary: {
    fi: 'Vaaditaanko ylläpitäjiltä toinen tunnistautumistapa ja kenellä se on',
    sv: 'Om administratörer måste ha en andra faktor och vem av dem som har en',
    en: 'Whether administrators must have a second factor, and who of them has one',
  },
  route: { method: 'GET', path: '/settings/security' },
  input: z.object({}),
  output: z.object({
    administratorsNeedSecondFactor: z.boolean(),
    administrators: z.array(z.object({ id: z.uuid(), name: z.string(), hasFactor: z.boolean() })),
  }),
  allow: by('administrator'),
  run: async (ctx) => ({
    administratorsNeedSecondFactor: (await securitySetting(ctx.db))?.administratorsNeedSecondFactor ?? false,
    administrators: (await administrators(ctx.db, ctx.now)).map((a) => ({
      id: a.id,
      name: a.name,
      hasFactor: a.passkeys > 0 || a.code || a.provider,
    })),
  }),
})

/** Whoever switches it on has a second factor: nobody shuts themselves out. */
export const setSecurity = command({
  name: 'security.set',
  summary: {
    fi: 'Määritä, vaaditaanko ylläpitäjiltä toinen tunnistautumistapa',
    sv: 'Bestäm om administratörer måste logga in med en andra faktor',
    en: 'Say whether administrators must sign in with a second factor',
  },
  route: { method: 'PUT', path: '/settings/security' },
  input: z.object({ administratorsNeedSecondFactor: z.boolean() }),
  output: z.object({}),
  allow: by('administrator'),
  inPerson: true,
  fresh: true,
  run: async (ctx, input) => {
    const before = await securitySetting(ctx.db)
    if (input.administratorsNeedSecondFactor && ctx.actor.kind === 'person') {
      const self = ctx.actor.id
      const own = (await administrators(ctx.db, ctx.now)).find((a) => a.id === self)
      if (own && own.passkeys === 0 && !own.code && !own.provider) {
        const { fi, sv, en } = securityText
        throw new Refusal('conflict', 'security.own-factor-first', [
          { text: { fi: fi.ownFirst, sv: sv.ownFirst, en: en.ownFirst } },
        ])
      }
    }
    await saveSecuritySetting(ctx.db, input)
    ctx.changed({ kind: 'setting', id: 'security', before: before ?? null, after: input })
    return {}
  },
})

/** The first start of a real installation: administrators need a second factor unless somebody has said otherwise. */
export const guardFromStart = command({
  name: 'security.guard-from-start',
  summary: {
    fi: 'Vaadi ylläpitäjiltä toinen tunnistautumistapa, ellei toisin ole määrätty',
    sv: 'Kräv en andra faktor av administratörer om inget annat har bestämts',
    en: 'Ask administrators for a second factor, where nobody has said otherwise',
  },
  input: z.object({}),
  output: z.object({}),
  allow: systemOnly,
  run: async (ctx) => {
    if (await securitySetting(ctx.db)) return {}
    const after = { administratorsNeedSecondFactor: true }
    await saveSecuritySetting(ctx.db, after)
    ctx.changed({ kind: 'setting', id: 'security', before: null, after })
    return {}
  },
})
