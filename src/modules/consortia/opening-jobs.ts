import { setTimeout as wait } from 'node:timers/promises'
import { z } from 'zod'
import { command, perform } from '../../kernel/action.ts'
import { job } from '../../kernel/job.ts'
import { systemOnly } from '../../kernel/rule.ts'
import { inEach, pick } from '../../kernel/text.ts'
import type { Turn, TurnSource } from '../../kernel/turn.ts'
import { holds } from '../people/index.ts'
import { allKeepers, keptBy } from '../profiles/index.ts'
import { canonicalOf } from './consortium-queries.ts'
import { tellOpenings } from './opening-actions.ts'
import { newlyTold } from './opening-queries.ts'
import { openingText as text } from './opening-text.ts'
import { pathOf } from './rights.ts'
import { forgetInterests, waitingInterests } from './wanted-queries.ts'
import { wantedText } from './wanted-text.ts'

const day = 86_400_000
/** Days for which what somebody was told of stands on their own page. */
const shownFor = 14
/** Days after which an address is not needed any more, and one that was never confirmed goes. */
const kept = 90
const unused = 7

export const forgetInterestAddresses = command({
  name: 'wanted.forget-addresses',
  summary: {
    fi: 'Poista kumppanihakuihin annetut sähköpostiosoitteet, joita ei enää tarvita',
    sv: 'Radera e-postadresser i partnersökningar som inte längre behövs',
    en: 'Remove e-mail addresses of partner searches that are not needed any more',
  },
  input: z.object({}),
  output: z.object({ removed: z.number() }),
  allow: systemOnly,
  run: async (ctx) => {
    const before = (days: number) => new Date(ctx.now.getTime() - days * day)
    return { removed: await forgetInterests(ctx.db, { ended: before(kept), unused: before(unused) }) }
  },
})

/** How often it is asked whether what is known of organisations has been read, and for how many seconds at most. */
const tries = 120

/** Before the digest goes out, so that what is new is in it. */
export const tellKeepers = job({
  name: 'consortia.tell-openings',
  summary: inEach((l) => text[l].jobTell),
  input: z.object({}),
  schedule: '40 6 * * *',
  run: async (stage) => {
    await perform(forgetInterestAddresses, stage, {})
    for (const keeper of await allKeepers(stage.database, stage.now))
      for (let i = 0; i < tries; i++) {
        if ((await perform(tellOpenings, stage, keeper)).ready) break
        await wait(1_000)
      }
  },
})

/** For who keeps a profile: what is new that looks for what the organisation has. */
export const openingNews: TurnSource = {
  place: 'news',
  find: async ({ db, actor, now }) => {
    if (actor.kind !== 'person') return []
    const names = new Map((await keptBy(db, actor.id, now)).map((k) => [k.organisation, k.names]))
    const told = await newlyTold(db, actor.id, new Date(now.getTime() - shownFor * day))
    return told.flatMap(({ organisation, count, at }): Turn[] => {
      const name = names.get(organisation)
      if (!name) return []
      return [
        {
          what: inEach((l) => text[l].news(count, pick(name, l)?.text ?? '')),
          why: inEach((l) => text[l].newsWhy),
          path: `/openings?organisation=${organisation}`,
          since: at,
        },
      ]
    })
  },
}

/** For those who gather: somebody would join by themselves and waits for a word. */
export const interestTurns: TurnSource = {
  place: 'turn',
  find: async ({ db, actor }) => {
    if (actor.kind !== 'person') return []
    const own = await canonicalOf(db, actor.organisations)
    const mine = (await waitingInterests(db)).filter(
      ({ ecosystem, lead }) =>
        holds(actor, ['coordinator', 'preparer'], ecosystem) ||
        (lead !== null && own.includes(lead) && holds(actor, ['project-manager', 'member'], ecosystem)),
    )
    return mine.map(
      ({ consortium, title, count, since }): Turn => ({
        what: inEach((l) => wantedText[l].turn(count, title)),
        why: inEach((l) => wantedText[l].turnWhy),
        path: `${pathOf(consortium)}/interests`,
        since,
      }),
    )
  },
}
