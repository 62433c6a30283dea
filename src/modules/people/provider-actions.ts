import { z } from 'zod'
import { command } from '../../kernel/action.ts'
import { newId } from '../../kernel/id.ts'
import { systemOnly } from '../../kernel/rule.ts'
import { languages } from '../../kernel/text.ts'
import { insertPerson, personByEmail } from './queries.ts'
import { client, enter, entered } from './sessions.ts'
import { insertIdentity, personOfIdentity } from './sign-in-queries.ts'

/**
 * Lets in whom an OpenID Connect provider vouches for. The first time the person is found by a mail address that the
 * provider has verified; from then on by the provider's own word for them, which stays when the address changes.
 */
export const signInWithProvider = command({
  name: 'people.sign-in-with-provider',
  summary: {
    fi: 'Kirjaudu henkilönä, jonka tunnistuspalvelu nimeää',
    sv: 'Logga in som den person som identitetstjänsten anger',
    en: 'Sign in as the person whom an identity provider names',
  },
  input: z.object({
    issuer: z.string(),
    subject: z.string().min(1),
    /** Only an address that the provider has verified. */
    email: z.email().optional(),
    name: z.string().max(200).optional(),
    /** Whether somebody unknown becomes known, without offices. */
    enrol: z.boolean(),
    language: z.enum(languages),
    client: client.optional(),
  }),
  output: z.object({ entered: entered.optional() }),
  allow: systemOnly,
  run: async (ctx, { issuer, subject, email, name, enrol, language, client }) => {
    const known = await personOfIdentity(ctx.db, issuer, subject)
    if (known) return known.closed_at ? {} : { entered: await enter(ctx, known.id, 'provider', client) }
    if (!email) return {}
    let person = (await personByEmail(ctx.db, email))?.id
    if (!person) {
      if (!enrol) return {}
      person = newId(ctx.now.getTime())
      const made = { name: name?.trim() || email, email: email.toLowerCase(), language }
      await insertPerson(ctx.db, { id: person, ...made, created_at: ctx.now })
      ctx.changed({ kind: 'person', id: person, before: null, after: made })
    }
    await insertIdentity(ctx.db, { issuer, subject, person_id: person, created_at: ctx.now })
    return { entered: await enter(ctx, person, 'provider', client) }
  },
})
