import { z } from 'zod'
import { tsvector } from '../../engine/language/index.ts'
import { command, query } from '../../kernel/action.ts'
import type { Actor } from '../../kernel/actor.ts'
import type { Context } from '../../kernel/context.ts'
import type { Read } from '../../kernel/db.ts'
import { newId } from '../../kernel/id.ts'
import { paging } from '../../kernel/list.ts'
import { Refusal } from '../../kernel/refusal.ts'
import { everyone, type Rule } from '../../kernel/rule.ts'
import { canSee, type SharedRecord, shareLevels } from '../../kernel/share.ts'
import { type Language, languages } from '../../kernel/text.ts'
import { by, holds, offices } from '../people/index.ts'
import { searchFor } from '../search/index.ts'
import { followAll, listeners, mentionedIn, notify, personOf, speakers } from '../talk/index.ts'
import {
  anyTopic,
  insertTopic,
  type ListedTopic,
  listTopics,
  type Topic,
  topicById,
  topicPath,
  updateTopic,
} from './queries.ts'
import { complaint } from './text.ts'

const lexemesOf = (title: string, body: string, language: Language) =>
  tsvector([
    { text: title, weight: 'A', language },
    { text: body, weight: 'C', language: 'auto' },
  ])

const recordOf = (t: Topic): SharedRecord => ({
  share: t.share,
  ecosystem: t.ecosystem_id,
  person: t.person_id,
})

export const topicList = z.object({
  q: z.string().max(500).optional().describe('Words of a topic or of what was said in it.'),
  ecosystem: z.uuid().optional(),
  value: z.string().max(100).optional().describe('A value of the frame, such as priority/1.'),
  state: z.enum(['open', 'closed']).optional(),
  ...paging,
})

export const topics = query({
  name: 'topic.list',
  summary: {
    fi: 'Keskustelunaiheet siltä osin kuin ne saa nähdä',
    sv: 'Diskussionsämnen så långt man får se dem',
    en: 'Topics of discussion, as far as you may see them',
  },
  route: { method: 'GET', path: '/topics' },
  input: topicList,
  output: z.object({ items: z.array(z.custom<ListedTopic>()), total: z.number() }),
  allow: everyone,
  run: (ctx, input) => findTopics(ctx.db, ctx.actor, input),
})

/** Topics by words and filters, as far as the actor sees them: what the list page, REST and saved views stand on. */
export async function findTopics(db: Read, actor: Actor, asked: z.output<typeof topicList>) {
  const { q, limit, offset, ...filters } = asked
  const words = q?.trim()
  if (!words) return listTopics(db, actor, filters, { limit, offset })
  const finds = (tsquery: string) => anyTopic(db, actor, { ...filters, tsquery })
  const tsquery = (await searchFor(db, words, finds, 1_000))?.tsquery ?? ''
  return listTopics(db, actor, { ...filters, tsquery }, { limit, offset })
}

const one = { topic: z.string().max(100).describe('Id of the topic.') }
type One = { topic: string }
const recordOfOne = async (ctx: Context, { topic }: One) => {
  const found = await topicById(ctx.db, topic)
  return found && recordOf(found)
}
const placeOfOne = async (ctx: Context, { topic }: One) => (await topicById(ctx.db, topic))?.ecosystem_id

async function seenTopic(ctx: Context, id: string) {
  const topic = await topicById(ctx.db, id)
  if (!topic || !canSee(ctx.actor, recordOf(topic)))
    throw new Refusal('missing', 'topic.missing', [complaint('missing')])
  return topic
}

export const readTopic = query({
  name: 'topic.get',
  summary: {
    fi: 'Yksi keskustelunaihe; keskustelu on sen kommenteissa',
    sv: 'Ett diskussionsämne; det som sagts finns i kommentarerna',
    en: 'One topic; what was said in it are its comments',
  },
  route: { method: 'GET', path: '/topics/{topic}' },
  input: z.object(one),
  output: z.object({
    topic: z.custom<Topic & { author: string; ecosystem_key: string }>(),
    mayEdit: z.boolean(),
    mayLead: z.boolean().describe('Whether you may pin and close it.'),
  }),
  allow: { ...everyone, record: recordOfOne },
  run: async (ctx, { topic: id }) => {
    const topic = await seenTopic(ctx, id)
    return {
      topic,
      mayEdit: ctx.actor.kind === 'person' && ctx.actor.id === topic.person_id,
      mayLead: holds(ctx.actor, ['coordinator', 'preparer'], topic.ecosystem_id),
    }
  },
})

const written = {
  title: z.string().max(300),
  text: z.string().max(40_000),
  share: z.enum(shareLevels),
  values: z.array(z.string().max(100)).max(20).describe('Values of the frame that it is about.'),
}

function checked(input: { title: string; text: string }) {
  const title = input.title.replaceAll(/\s+/gu, ' ').trim()
  const body = input.text.replaceAll('\r\n', '\n').trim()
  const wrong = [
    title === '' && complaint('noTitle', 'title'),
    title.length > 200 && complaint('longTitle', 'title'),
    body.length > 20_000 && complaint('longText', 'text'),
  ].filter((c) => c !== false)
  if (wrong.length > 0) throw new Refusal('invalid', 'topic.invalid', wrong)
  return { title, body }
}

export const addTopic = command({
  name: 'topic.add',
  summary: {
    fi: 'Avaa keskustelunaihe ekosysteemissä',
    sv: 'Öppna ett diskussionsämne i ett ekosystem',
    en: 'Open a topic of discussion in an ecosystem',
  },
  route: { method: 'POST', path: '/topics' },
  input: z.object({
    ecosystem: z.uuid(),
    language: z.enum(languages).default('fi'),
    ...written,
    share: written.share.default('agreement'),
    values: written.values.default([]),
  }),
  output: z.object({ id: z.string(), path: z.string() }),
  allow: { ...speakers, in: (_ctx, input) => input.ecosystem },
  run: async (ctx, input) => {
    const person = personOf(ctx)
    const home = await ctx.subjects.get('ecosystem')?.find(ctx.db, input.ecosystem)
    if (!home) throw new Refusal('missing', 'topic.no-ecosystem', [complaint('missing')])
    const { title, body } = checked(input)
    const topic = {
      id: newId(ctx.now.getTime()),
      ecosystem_id: input.ecosystem,
      person_id: person.id,
      language: input.language,
      title,
      body,
      share: input.share,
      frame_values: input.values,
      pinned: false,
      created_at: ctx.now,
    }
    await insertTopic(ctx.db, { ...topic, lexemes: lexemesOf(title, body, input.language) })
    ctx.changed({ kind: 'topic', id: topic.id, before: null, after: { title, body, share: input.share } })
    await followAll(ctx.db, [person.id], { kind: 'topic', id: topic.id }, ctx.now)
    const record = recordOf({ ...topic, closed_at: null, edited_at: null })
    const path = `${home.path}/discussion/${topic.id}`
    const people = await listeners(ctx, [record])
    const mentioned = mentionedIn(body, people)
    const news = {
      subject: { kind: 'topic', id: topic.id },
      about: topic.id,
      title: { [topic.language]: title },
      path,
      text: body || title,
      ecosystem: topic.ecosystem_id,
      records: [record],
    }
    await followAll(ctx.db, mentioned, news.subject, ctx.now)
    await notify(ctx, {
      ...news,
      kind: 'mention',
      to: people.filter((p) => mentioned.includes(p.actor.id)),
    })
    // Those of this ecosystem; who holds an office everywhere is told of all.
    const near = people.filter((p) => holds(p.actor, told, topic.ecosystem_id))
    await notify(ctx, { ...news, kind: 'topic', to: near })
    return { id: topic.id, path }
  },
})

/** Who is told of a new topic: everybody in the ecosystem but administrators, who keep the service running. */
const told = offices.filter((office) => office !== 'administrator')

/** Who may change a topic. */
export const editing: Rule<One, Context> = {
  ...speakers,
  record: recordOfOne,
  only: {
    says: { fi: 'oma keskustelu', sv: 'egen diskussion', en: "one's own topic" },
    check: async (ctx, { topic }) => {
      const found = await topicById(ctx.db, topic)
      return !found || (ctx.actor.kind === 'person' && ctx.actor.id === found.person_id)
    },
  },
}

export const editTopic = command({
  name: 'topic.edit',
  summary: {
    fi: 'Muuta omaa keskustelunaihetta',
    sv: 'Ändra ett eget diskussionsämne',
    en: 'Change one’s own topic',
  },
  input: z.object({ ...one, ...written }),
  output: z.object({ path: z.string() }),
  allow: editing,
  run: async (ctx, input) => {
    const topic = await seenTopic(ctx, input.topic)
    const { title, body } = checked(input)
    const next = { title, body, share: input.share, frame_values: input.values }
    const lexemes = lexemesOf(title, body, topic.language)
    await updateTopic(ctx.db, topic.id, { ...next, edited_at: ctx.now, lexemes })
    const before = {
      title: topic.title,
      body: topic.body,
      share: topic.share,
      frame_values: topic.frame_values,
    }
    ctx.changed({ kind: 'topic', id: topic.id, before, after: next })
    return { path: topicPath(topic, topic.ecosystem_key) }
  },
})

export const leadTopic = command({
  name: 'topic.lead',
  summary: {
    fi: 'Kiinnitä aihe ylimmäksi, sulje se tai peru nämä',
    sv: 'Fäst ett ämne överst, stäng det eller ångra detta',
    en: 'Pin a topic on top, or close it; and the other way round',
  },
  input: z.object({ ...one, pinned: z.boolean().optional(), closed: z.boolean().optional() }),
  output: z.object({ path: z.string() }),
  allow: { ...by('coordinator', 'preparer'), in: placeOfOne, record: recordOfOne },
  run: async (ctx, input) => {
    const topic = await seenTopic(ctx, input.topic)
    const pinned = input.pinned ?? topic.pinned
    const closed = input.closed ?? topic.closed_at !== null
    await updateTopic(ctx.db, topic.id, { pinned, closed_at: closed ? (topic.closed_at ?? ctx.now) : null })
    ctx.changed({
      kind: 'topic',
      id: topic.id,
      before: { pinned: topic.pinned, closed: topic.closed_at !== null },
      after: { pinned, closed },
    })
    return { path: topicPath(topic, topic.ecosystem_key) }
  },
})
