import { z } from 'zod'
import { command, perform } from '../../kernel/action.ts'
import { job } from '../../kernel/job.ts'
import { systemOnly } from '../../kernel/rule.ts'
import { inEach, languages, pick } from '../../kernel/text.ts'
import { dayIn } from '../../kernel/time.ts'
import type { TurnSource } from '../../kernel/turn.ts'
import { holds, readPeople } from '../people/index.ts'
import { notify } from '../talk/index.ts'
import { newlyStale, noteStaleTold, staleCount } from './queries.ts'
import { text } from './text.ts'

const stalePath = '/funding?stale=1'
const record = { share: 'public', ecosystem: null } as const
const named = 5

/** Tells those who keep the catalogue which entries have grown old; each entry once until it is checked again. */
export const tellStale = command({
  name: 'funding.tell-stale',
  summary: {
    fi: 'Kerro koordinaattoreille, mitkä rahoitusmahdollisuudet on tarkistettava',
    sv: 'Berätta för koordinatorerna vilka finansieringsmöjligheter som bör kontrolleras',
    en: 'Tell coordinators which funding opportunities are to be checked',
  },
  input: z.object({}),
  output: z.object({ told: z.number() }),
  allow: systemOnly,
  run: async (ctx) => {
    const today = dayIn(ctx.now)
    const old = await newlyStale(ctx.db, today)
    const [first] = old
    if (!first) return { told: 0 }
    const ids = old.map((f) => f.id)
    await noteStaleTold(ctx.db, ids, ctx.now)
    const keepers = (await readPeople(ctx.db, ctx.now)).filter((p) => holds(p.actor, ['coordinator']))
    for (const language of languages) {
      const names = old.slice(0, named).map((f) => pick(f.title, language)?.text ?? f.external_id)
      const more = old.length > named ? ` ${text[language].andOthers(old.length - named)}` : ''
      await notify(ctx, {
        kind: 'funding',
        subject: { kind: 'funding', id: first.id },
        about: `funding ${today}`,
        title: inEach((l) => text[l].staleNews(old.length)),
        path: stalePath,
        text: `${names.join('; ')}${more}`,
        ecosystem: null,
        records: [record],
        to: keepers.filter((p) => p.language === language),
      })
    }
    ctx.changed({ kind: 'funding', id: first.id, before: null, after: { stale: old.length } })
    return { told: old.length }
  },
})

/** Before the digest goes out, so that what has grown old is in it. */
export const watchStale = job({
  name: 'funding.watch-stale',
  summary: {
    fi: 'Vanhentuneiden rahoitusmahdollisuuksien etsiminen',
    sv: 'Sök finansieringsmöjligheter som bör kontrolleras',
    en: 'Look for funding opportunities that have grown old',
  },
  input: z.object({}),
  schedule: '50 6 * * *',
  run: async (stage) => {
    await perform(tellStale, stage, {})
  },
})

export const staleTurns: TurnSource = {
  place: 'turn',
  find: async ({ db, actor, now }) => {
    if (!holds(actor, ['coordinator'])) return []
    const old = await staleCount(db, dayIn(now))
    if (old === 0) return []
    return [{ what: inEach((l) => text[l].turn(old)), why: inEach((l) => text[l].turnWhy), path: stalePath }]
  },
}
