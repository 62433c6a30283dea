import { z } from 'zod'
import { command, query } from '../../kernel/action.ts'
import type { Context } from '../../kernel/context.ts'
import { newId } from '../../kernel/id.ts'
import { Refusal } from '../../kernel/refusal.ts'
import { signedIn } from '../../kernel/rule.ts'
import { scopeOf } from '../../kernel/scope.ts'
import { expiryOf, tokenDays, usualTokenDays } from './rules.ts'
import { endingOf, hashOfToken, newToken } from './token.ts'
import { countLiveTokens, insertToken, revokeTokenOf, tokensOf } from './token-queries.ts'
import { text } from './token-text.ts'

/** So many a person may have at once. */
const mostTokens = 20
const monthMs = 30 * 24 * 60 * 60 * 1000

/** Who the token will act as: a token is always a person's. */
function personOf(ctx: Pick<Context, 'actor'>): string {
  if (ctx.actor.kind === 'person') return ctx.actor.id
  const { fi, sv, en } = text
  throw new Refusal('forbidden', 'token.nobody', [{ text: { fi: fi.nobody, sv: sv.nobody, en: en.nobody } }])
}

/** The groups of actions that a token may be given, in order of name. */
export function scopesOf({ catalogue = [] }: Pick<Context, 'catalogue'>): string[] {
  return [...new Set(catalogue.filter((a) => !a.inPerson).map(scopeOf))].sort()
}

export const createToken = command({
  name: 'token.create',
  summary: {
    fi: 'Luo tunniste, jolla ohjelma toimii puolestasi rajatuin oikeuksin määräajan',
    sv: 'Skapa en nyckel med vilken ett program handlar för dig, inom rättigheterna, tills den går ut',
    en: 'Make a token by which a program acts as you, within the scopes, until it expires',
  },
  input: z.object({
    name: z.string().trim().min(1).max(80).describe('What the token is for.'),
    scopes: z
      .array(z.string().regex(/^(read|[a-z-]+:(read|write))$/))
      .min(1)
      .max(200)
      .describe('"read" for everything that you may read, or groups such as "import:write".'),
    days: z.coerce
      .number()
      .refine((d) => (tokenDays as readonly number[]).includes(d))
      .default(usualTokenDays),
  }),
  output: z.object({ id: z.uuid(), token: z.string(), expiresAt: z.date() }),
  allow: signedIn,
  inPerson: true,
  fresh: true,
  run: async (ctx, { name, scopes, days }) => {
    const person = personOf(ctx)
    const known = new Set(['read', ...scopesOf(ctx)])
    const { fi, sv, en } = text
    const unknown = scopes.filter((s) => !known.has(s)).join(', ')
    if (unknown) {
      throw new Refusal('invalid', 'token.unknown-scope', [
        {
          field: 'scopes',
          text: { fi: fi.unknownScope(unknown), sv: sv.unknownScope(unknown), en: en.unknownScope(unknown) },
        },
      ])
    }
    if ((await countLiveTokens(ctx.db, person, ctx.now)) >= mostTokens) {
      throw new Refusal('conflict', 'token.too-many', [
        { text: { fi: fi.tooMany(mostTokens), sv: sv.tooMany(mostTokens), en: en.tooMany(mostTokens) } },
      ])
    }
    const token = newToken()
    const id = newId(ctx.now.getTime())
    const expiresAt = expiryOf(days, ctx.now)
    await insertToken(ctx.db, {
      id,
      person_id: person,
      name,
      token_hash: hashOfToken(token),
      ending: endingOf(token),
      scopes: [...new Set(scopes)],
      created_at: ctx.now,
      expires_at: expiresAt,
    })
    ctx.changed({ kind: 'token', id, before: null, after: { name, scopes, expiresAt } })
    return { id, token, expiresAt }
  },
})

export const listTokens = query({
  name: 'token.list',
  summary: {
    fi: 'Omat tunnisteet ilman salaista osaa',
    sv: 'Egna nycklar till gränssnittet utan den hemliga delen',
    en: 'Your own tokens, without their secrets',
  },
  route: { method: 'GET', path: '/tokens' },
  input: z.object({}),
  output: z.object({
    items: z.array(
      z.object({
        id: z.uuid(),
        name: z.string(),
        ending: z.string().describe('The last letters of the secret.'),
        scopes: z.array(z.string()),
        createdAt: z.date(),
        expiresAt: z.date(),
        usedAt: z.date().nullable(),
        revokedAt: z.date().nullable(),
      }),
    ),
    scopes: z.array(z.string()).describe('The groups of actions that a token may be given.'),
  }),
  allow: signedIn,
  inPerson: true,
  run: async (ctx) => {
    const rows = await tokensOf(ctx.db, personOf(ctx), new Date(ctx.now.getTime() - monthMs))
    return {
      items: rows.map((r) => ({
        id: r.id,
        name: r.name,
        ending: r.ending,
        scopes: r.scopes,
        createdAt: r.created_at,
        expiresAt: r.expires_at,
        usedAt: r.used_at,
        revokedAt: r.revoked_at,
      })),
      scopes: scopesOf(ctx),
    }
  },
})

export const revokeToken = command({
  name: 'token.revoke',
  summary: {
    fi: 'Peru oma tunniste heti',
    sv: 'Återkalla en egen nyckel genast',
    en: 'End one of your tokens at once',
  },
  route: { method: 'DELETE', path: '/tokens/{id}' },
  input: z.object({ id: z.uuid() }),
  output: z.object({}),
  allow: signedIn,
  inPerson: true,
  run: async (ctx, { id }) => {
    const ended = await revokeTokenOf(ctx.db, personOf(ctx), id, ctx.now)
    const { fi, sv, en } = text
    if (!ended) {
      throw new Refusal('missing', 'token.missing', [
        { text: { fi: fi.missing, sv: sv.missing, en: en.missing } },
      ])
    }
    ctx.changed({ kind: 'token', id, before: { name: ended.name }, after: { revoked: true } })
    return {}
  },
})
