import { readFile } from 'node:fs/promises'
import path from 'node:path'
import { z } from 'zod'
import { shippedData } from '../../../kernel/product.ts'
import { dayIn } from '../../../kernel/time.ts'
import { organisationsNamed } from '../../organisations/index.ts'
import { profileFactsOf } from '../../profiles/index.ts'
import type { Play, Step } from './play.ts'

const names = z.object({ fi: z.string(), sv: z.string(), en: z.string() })
const shipped = z.object({
  profiles: z.array(
    z.object({
      names: z
        .array(z.string())
        .describe('Spellings of a real organisation, the first that the registry has.'),
      activity: names,
      regions: z.array(z.string()),
      languages: z.array(z.string()),
      industries: z.array(z.string()),
      competences: z.array(z.string()).describe('Labels or words; each stands as it is written.'),
      cards: z.array(
        z.object({
          kind: z.string(),
          sort: z.string(),
          title: names,
          text: names,
          use: names.optional(),
          place: z.string().optional(),
          subjects: z.string(),
          openIn: z.number().optional().describe('Days from the first start for which it is open.'),
        }),
      ),
      keeper: z.string().optional().describe('The invented person who keeps it.'),
    }),
  ),
})
type Shipped = z.output<typeof shipped>['profiles'][number]

const asked = -395 // days from the first start: the keepers' year has passed
const written = -390

/** Whoever is to be asked in the demo has not checked for over a year; the other did so a few days ago. */
const checkedOn: Readonly<Record<string, number>> = { member: -380, viewer: -6 }

/** Profiles of real actors with invented content, marked as an exercise: filled in by the coordinator, two kept. */
export const profileSteps: readonly Step[] = [
  {
    name: 'profiles',
    run: async (play) => {
      const file = path.join(shippedData, 'demo', 'profiles.json')
      const { profiles } = shipped.parse(JSON.parse(await readFile(file, 'utf8')))
      for (const profile of profiles) {
        const id = await known(play, profile.names)
        if (id) await fillIn(play, id, profile)
      }
    },
  },
]

const system = { kind: 'system', name: 'exercise' } as const

/** The organisation that bears the first of the names that anybody bears; none where the lists are not there. */
async function known({ stage }: Play, names: readonly string[]): Promise<string | undefined> {
  for (const name of names) {
    const [found] = await organisationsNamed(stage.database, system, name)
    if (found) return found.id
  }
  return undefined
}

async function fillIn(play: Play, id: string, profile: Shipped): Promise<void> {
  const { does, at, stage } = play
  // A step that was stopped in the middle has filled some in already.
  if ((await profileFactsOf(stage.database, system, [id])).size > 0) return
  const { activity, regions, languages, industries, competences, cards, keeper } = profile
  const say = (action: string, input: object, clock = '09:00') =>
    does('coordinator', at(written, clock), `actor-profile.${action}`, { id, exercise: true, ...input })
  for (const code of industries) await say('add-industry', { code })
  for (const word of competences) await say('add-competence', { word })
  for (const { openIn, ...card } of cards)
    await say('state-card', { ...card, ...(openIn && { openUntil: dayIn(at(openIn)) }) })
  await say('state-basics', { activity, regions, languages })
  if (!keeper) return
  const words = 'Harjoitus: pidän tätä profiilia esittelyssä.'
  const request = await does<{ id: string }>(keeper, at(asked), 'actor-profile.ask', { id, words })
  await does('coordinator', at(asked, '10:00'), 'actor-profile.answer', {
    id,
    request: request.id,
    granted: true,
  })
  await does(keeper, at(checkedOn[keeper] ?? written), 'actor-profile.confirm', { id })
}
