import { z } from 'zod'
import { command } from '../../kernel/action.ts'
import { newId } from '../../kernel/id.ts'
import { systemOnly } from '../../kernel/rule.ts'
import { dayIn } from '../../kernel/time.ts'
import { firstPerson } from './actions.ts'
import { ecosystemByKey, insertHolding, insertPerson, personByName } from './queries.ts'
import { type Office, offices } from './rules.ts'
import { client, entered, openSession } from './sessions.ts'

/** Invented people, one for each office: each name says that it is invented. */
const people: Record<Office, string> = {
  administrator: 'Yrjö Ylläpitäjä (keksitty)',
  coordinator: 'Kaisa Koordinaattori (keksitty)',
  preparer: 'Vilma Valmistelija (keksitty)',
  assessor: 'Arvi Arvioija (keksitty)',
  'city-decider': 'Päivi Päättäjä (keksitty)',
  'council-officer': 'Leo Liittolainen (keksitty)',
  'project-manager': 'Pia Projektipäällikkö (keksitty)',
  member: 'Jalmari Jäsen (keksitty)',
  viewer: 'Liisa Lukija (keksitty)',
}

const place = 'hev' // the ecosystem of the invented people

/**
 * Signs a visitor of the demo in: as its first person, who may do everything, or as an invented holder of one office.
 * The shell offers it only for demo data on a loopback address.
 */
export const signInToDemo = command({
  name: 'people.sign-in-to-demo',
  summary: {
    fi: 'Kirjaudu esittelyyn sen ensimmäisenä henkilönä tai tehtävän haltijana',
    sv: 'Logga in i demonstrationen som dess första person eller som innehavare av ett uppdrag',
    en: 'Sign in to the demo, as its first person or as the holder of an office',
  },
  input: z.object({ office: z.enum(offices).optional(), client: client.optional() }),
  output: entered,
  allow: systemOnly,
  run: async (ctx, { office, client }) => {
    if (!office) return openSession(ctx, await firstPerson(ctx), 'demo', client)
    const known = await personByName(ctx.db, people[office])
    if (known) return openSession(ctx, known.id, 'demo', client)
    const id = newId(ctx.now.getTime())
    await insertPerson(ctx.db, { id, name: people[office], language: 'fi', created_at: ctx.now })
    await insertHolding(ctx.db, {
      id: newId(ctx.now.getTime()),
      person_id: id,
      office,
      ecosystem_id: office === 'administrator' ? null : ((await ecosystemByKey(ctx.db, place))?.id ?? null),
      starts_on: dayIn(ctx.now),
      granted_at: ctx.now,
    })
    return openSession(ctx, id, 'demo', client)
  },
})
