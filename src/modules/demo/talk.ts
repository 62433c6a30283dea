import { readFile } from 'node:fs/promises'
import path from 'node:path'
import { z } from 'zod'
import { perform } from '../../kernel/action.ts'
import type { Actor } from '../../kernel/actor.ts'
import type { Stage } from '../../kernel/context.ts'
import { shippedData } from '../../kernel/product.ts'
import { dayIn } from '../../kernel/time.ts'
import { addEvent, eventKinds, repeats } from '../calendar/index.ts'
import { addTopic, leadTopic, topics } from '../discussion/index.ts'
import { namesOfEcosystems } from '../ecosystems/index.ts'
import { holds, readPeople } from '../people/index.ts'
import { addComment } from '../talk/index.ts'

const share = z.enum(['agreement', 'network', 'public'])
const shipped = z.object({
  mark: z.string(),
  ecosystems: z.array(
    z.object({
      key: z.string(),
      topics: z.array(
        z.object({
          title: z.string(),
          text: z.string(),
          share,
          pinned: z.boolean(),
          comments: z.array(z.string()),
        }),
      ),
      events: z.array(
        z.object({
          kind: z.enum(eventKinds),
          title: z.string(),
          day: z.number().describe('Days from the day of loading.'),
          lasts: z.number().default(0),
          clock: z.string().default(''),
          endClock: z.string().default(''),
          repeats: z.enum(repeats).default('never'),
          place: z.string().default(''),
          share,
        }),
      ),
    }),
  ),
})

/**
 * A few topics, comments and events, each marked as invented, said by those who coordinate or are members. Does
 * nothing where there is talk already, or nobody to talk.
 */
export async function loadDemoTalk(stage: Stage): Promise<void> {
  const file = path.join(shippedData, 'demo', 'talk.json')
  const { mark, ecosystems } = shipped.parse(JSON.parse(await readFile(file, 'utf8')))
  const { items } = await perform(namesOfEcosystems, stage, {})
  const people = (await readPeople(stage.database, stage.now)).map((p) => p.actor)
  const day = (days: number) => dayIn(new Date(stage.now.getTime() + days * 86_400_000))
  for (const { key, ...said } of ecosystems) {
    const ecosystem = items.find((e) => e.key === key)?.id
    const coordinator = people.find((p) => holds(p, ['coordinator'], ecosystem))
    if (!ecosystem || !coordinator) continue
    if ((await perform(topics, stage, { ecosystem })).total > 0) continue
    const members = people.filter((p) => holds(p, ['member', 'project-manager', 'preparer'], ecosystem))
    const speakers: [Actor, ...Actor[]] = [coordinator, ...members]
    const as = (n: number): Stage => ({ ...stage, actor: speakers[n % speakers.length]! })
    for (const { comments, pinned, ...topic } of said.topics) {
      const text = `${topic.text}\n\n${mark}`
      const { id } = await perform(addTopic, as(0), { ...topic, text, ecosystem, language: 'fi' })
      if (pinned) await perform(leadTopic, as(0), { topic: id, pinned })
      for (const [n, comment] of comments.entries())
        await perform(addComment, as(n + 1), { kind: 'topic', id, text: comment, audience: 'public' })
    }
    for (const { day: after, lasts, clock, ...event } of said.events)
      await perform(addEvent, as(0), {
        ...event,
        text: mark,
        startDay: day(after),
        endDay: day(after + lasts),
        startClock: clock,
        ecosystem,
        language: 'fi',
      })
  }
}
