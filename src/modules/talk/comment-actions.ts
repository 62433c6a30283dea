import { z } from 'zod'
import { tsvector } from '../../engine/language/index.ts'
import { command, query } from '../../kernel/action.ts'
import type { Person } from '../../kernel/actor.ts'
import type { Context } from '../../kernel/context.ts'
import type { Tx } from '../../kernel/db.ts'
import { newId } from '../../kernel/id.ts'
import { Refusal } from '../../kernel/refusal.ts'
import { type Rule, signedIn } from '../../kernel/rule.ts'
import { canSee, type SharedRecord } from '../../kernel/share.ts'
import { type FoundSubject, type Subject, seesSubject } from '../../kernel/subject.ts'
import type { Names } from '../../kernel/text.ts'
import { by, holds, type KnownPerson, readPeople } from '../people/index.ts'
import { body, textOf, told } from './comment-body.ts'
import {
  type CommentRow,
  commentById,
  commentsOn,
  insertComment,
  rewriteComment,
  type SaidComment,
  setHidden,
  setResolved,
  speakersOf,
} from './comment-queries.ts'
import { complaint } from './error-text.ts'
import { followAll, followersOf, isFollowing } from './follow-queries.ts'
import { type News, notify } from './notify.ts'
import { type Audience, audiences, mentionsIn } from './rules.ts'
import { personOf, seenSubject, speakers, subjectInput, subjectOf, subjectRecord } from './subject.ts'

const lexemesOf = (text: string) => tsvector([{ text, weight: 'D', language: 'auto' }])
const recordOf = (c: CommentRow): SharedRecord => ({
  share: c.share,
  ecosystem: c.ecosystem_id,
  person: c.person_id,
})
const subjectOfComment = (c: CommentRow): Subject => ({ kind: c.subject_kind, id: c.subject_id })

/** Whom a comment of the actor may mention and tell: those who see both the subject and the comment. */
export const listeners = async (ctx: Context, records: readonly SharedRecord[]): Promise<KnownPerson[]> =>
  (await readPeople(ctx.db, ctx.now)).filter(
    ({ actor }) => actor.offices.length > 0 && records.every((record) => canSee(actor, record)),
  )

/** The same for a subject: one that says itself who sees it is heard of by nobody else. */
const hearers = async (
  ctx: Context,
  { record, seenBy }: FoundSubject,
  more: readonly SharedRecord[] = [],
): Promise<KnownPerson[]> =>
  (await listeners(ctx, [record, ...more])).filter(({ actor }) => !seenBy || seenBy(actor))

/** Ids of those whom a text mentions. */
export const mentionedIn = (text: string, people: readonly KnownPerson[]): string[] => [
  ...new Set(
    mentionsIn(
      text,
      people.map((p) => p.actor),
    ).flatMap((m) => m.people),
  ),
]

export const listComments = query({
  name: 'comment.list',
  summary: {
    fi: 'Mitä hankkeesta, organisaatiosta, aiheesta tai muusta on sanottu, siltä osin kuin sen saa nähdä',
    sv: 'Vad som sagts om ett projekt, en organisation, ett ämne eller annat, så långt man får se det',
    en: 'What was said of a project, an organisation, a topic or anything else, as far as you may see it',
  },
  route: { method: 'GET', path: '/comments' },
  input: z.object(subjectInput),
  output: z.object({
    items: z.array(z.custom<SaidComment>()),
    following: z.boolean(),
    closed: z.boolean(),
    ecosystem: z.string().nullable().describe('To which ecosystem what is spoken of belongs.'),
    outsiders: z.boolean().describe('Whether also others than its members see it.'),
    places: z.array(z.object({ id: z.string(), name: z.custom<Names>() })).describe('Where you may speak.'),
    names: z.array(z.string()).describe('Whom you may mention.'),
  }),
  allow: { ...signedIn, record: subjectRecord },
  run: async (ctx, subject) => {
    const found = await seenSubject(ctx, subject)
    const { actor } = ctx
    const items = await commentsOn(ctx.db, subject, actor)
    const people = await hearers(ctx, found)
    return {
      items: items.map((c) =>
        c.hidden_at ? { ...c, body: '', versions: [], mentions: [], mentioned: [] } : c,
      ),
      following: actor.kind === 'person' && (await isFollowing(ctx.db, actor.id, subject)),
      closed: found.closed ?? false,
      ecosystem: found.record.ecosystem,
      outsiders: ['network', 'public'].includes(found.record.share),
      places: found.record.ecosystem ? [] : await placesOf(ctx),
      names: people
        .filter((p) => actor.kind !== 'person' || p.actor.id !== actor.id)
        .map((p) => p.actor.name),
    }
  },
})

/** Where the actor may speak of what belongs to no ecosystem: where an office is held; an empty id is everywhere. */
async function placesOf(ctx: Context): Promise<{ id: string; name: Names }[]> {
  const held = ctx.actor.kind === 'person' ? ctx.actor.offices : []
  const places = []
  for (const id of new Set(held.filter((o) => o.office !== 'administrator').map((o) => o.ecosystem))) {
    const found = id === null ? undefined : await ctx.subjects.get('ecosystem')?.find(ctx.db, id)
    if (id === null || found) places.push({ id: id ?? '', name: found?.title ?? {} })
  }
  return places
}

export const speaking: Rule<Subject> = { ...speakers, record: subjectRecord }

export const addComment = command({
  name: 'comment.add',
  summary: {
    fi: 'Kommentoi tai vastaa kommenttiin; @-merkillä mainitulle ilmoitetaan',
    sv: 'Kommentera eller svara på en kommentar; den som @nämns får veta det',
    en: 'Comment on something, or answer a comment; whoever is @mentioned is told',
  },
  route: { method: 'POST', path: '/comments' },
  untold: ['text'],
  input: z.object({
    ...subjectInput,
    text: body,
    parent: z.uuid().optional().describe('The comment that this answers.'),
    audience: z
      .enum(audiences)
      .default('agreement')
      .describe('agreement: inside the ecosystem; public: whoever is signed in and sees the subject.'),
    ecosystem: z.uuid().optional().describe('Where it is said, when the subject belongs to no ecosystem.'),
  }),
  output: z.object({ id: z.string(), path: z.string() }),
  allow: speaking,
  run: async (ctx, input) => {
    const person = personOf(ctx)
    const subject = { kind: input.kind, id: input.id }
    const found = await seenSubject(ctx, subject)
    if (found.closed) throw new Refusal('conflict', 'talk.closed', [complaint('closed')])
    const text = textOf(input.text)
    const parent = await parentOf(ctx, subject, input.parent)
    const place = placeOf(person, found, parent, input)
    const id = newId(ctx.now.getTime())
    const record = { share: place.share, ecosystem: place.ecosystem, person: person.id }
    const people = await hearers(ctx, found, [record])
    const mentions = mentionedIn(text, people)
    await insertComment(ctx.db, {
      id,
      subject_kind: subject.kind,
      subject_id: subject.id,
      parent_id: parent?.id ?? null,
      ecosystem_id: place.ecosystem,
      person_id: person.id,
      share: place.share,
      body: text,
      mentions,
      created_at: ctx.now,
      lexemes: lexemesOf(text),
    })
    ctx.changed({
      kind: 'comment',
      id,
      before: null,
      after: { subject, share: place.share, ...told(found, text) },
    })
    await followAll(ctx.db, [person.id, ...mentions], subject, ctx.now)
    await tell(ctx, { subject, found, record, id, text, people, mentions, parent })
    return { id, path: `${found.path}#comment-${id}` }
  },
})

/** The first comment of the thread that is answered: threads are one level deep. */
async function parentOf(ctx: Context, subject: Subject, id: string | undefined) {
  if (!id) return undefined
  const parent = await commentById(ctx.db, id)
  const here = parent?.subject_kind === subject.kind && parent.subject_id === subject.id
  if (!parent || !here || parent.hidden_at || !canSee(ctx.actor, recordOf(parent)))
    throw new Refusal('missing', 'comment.missing', [complaint('noComment')])
  if (parent.parent_id) throw new Refusal('invalid', 'comment.answer', [complaint('notAnswerable')])
  return parent
}

/**
 * Where a comment is said and how widely. An answer is never wider than what it answers; who acts from outside the
 * ecosystem speaks to all who see the subject, since inside nobody would know of an internal comment's author.
 */
function placeOf(
  person: Person,
  found: FoundSubject,
  parent: CommentRow | undefined,
  asked: { audience: Audience; ecosystem?: string | undefined },
): { ecosystem: string | null; share: Audience } {
  const own = [...new Set(person.offices.map((o) => o.ecosystem))]
  const only = own.length === 1 ? own[0]! : null
  const ecosystem = parent?.ecosystem_id ?? found.record.ecosystem ?? asked.ecosystem ?? only
  const share = parent?.share === 'agreement' ? 'agreement' : asked.audience
  const inside = own.includes(null) || (ecosystem !== null && own.includes(ecosystem))
  if (share === 'agreement' && !inside) {
    if (!found.record.ecosystem)
      throw new Refusal('invalid', 'comment.no-office', [complaint('noOffice', 'ecosystem')])
    return { ecosystem, share: 'public' }
  }
  return { ecosystem, share }
}

type Said = {
  subject: Subject
  found: FoundSubject
  record: SharedRecord
  id: string
  text: string
  people: readonly KnownPerson[]
  mentions: readonly string[]
  parent: CommentRow | undefined
}

/** Who is mentioned, who is answered, who follows: each is told once, by the nearest reason. */
async function tell(ctx: Context<Tx>, said: Said): Promise<void> {
  const { found, id, subject, record } = said
  const news = {
    subject,
    about: id,
    title: found.title,
    path: `${found.path}#comment-${id}`,
    text: said.text,
    ecosystem: found.record.ecosystem ?? record.ecosystem,
    records: [found.record, record],
  } satisfies Partial<News>
  const among = (ids: readonly string[]) => said.people.filter((p) => ids.includes(p.actor.id))
  const answered = said.parent ? await speakersOf(ctx.db, said.parent.id) : [found.record.person ?? '']
  await notify(ctx, { ...news, kind: 'mention', to: among(said.mentions) })
  await notify(ctx, { ...news, kind: 'answer', to: among(answered) })
  await notify(ctx, { ...news, kind: 'followed', to: among(await followersOf(ctx.db, subject)) })
}

type One = { comment: string }
const one = { comment: z.uuid().describe('Id of the comment.') }
const recordOfOne = async (ctx: Context, { comment }: One) => {
  const found = await commentById(ctx.db, comment)
  return found && recordOf(found)
}
const placeOfOne = async (ctx: Context, { comment }: One) =>
  (await commentById(ctx.db, comment))?.ecosystem_id

/** Who sees a comment may answer it. */
export const answering: Rule<One> = { ...speakers, record: recordOfOne }

export const findTalk = query({
  name: 'comment.place',
  summary: {
    fi: 'Missä kohteesta keskustellaan',
    sv: 'Var det talas om något',
    en: 'Where something is spoken of',
  },
  route: { method: 'GET', path: '/comments/about' },
  input: z.object(subjectInput),
  output: z.object({ path: z.string() }),
  allow: { ...signedIn, record: subjectRecord },
  run: async (ctx, subject) => ({ path: (await seenSubject(ctx, subject)).path }),
})

/** The comment with its subject, when the actor sees both. */
async function seenComment(ctx: Context, id: string) {
  const comment = await commentById(ctx.db, id)
  const subject = comment && (await subjectOf(ctx, subjectOfComment(comment)))
  if (!comment || !subject || !canSee(ctx.actor, recordOf(comment)) || !seesSubject(ctx.actor, subject))
    throw new Refusal('missing', 'comment.missing', [complaint('noComment')])
  return { comment, subject, path: `${subject.path}#comment-${id}` }
}

const where = z.object({ path: z.string() })

export const findComment = query({
  name: 'comment.find',
  summary: {
    fi: 'Missä kommentti on sanottu',
    sv: 'Var en kommentar har sagts',
    en: 'Where a comment is said',
  },
  route: { method: 'GET', path: '/comments/{comment}' },
  input: z.object(one),
  output: where.extend({ comment: z.string(), kind: z.string(), id: z.string(), text: z.string() }),
  allow: { ...signedIn, record: recordOfOne },
  run: async (ctx, { comment: id }) => {
    const { comment, path } = await seenComment(ctx, id)
    return { path, comment: id, ...subjectOfComment(comment), text: comment.hidden_at ? '' : comment.body }
  },
})

export const editComment = command({
  name: 'comment.edit',
  summary: {
    fi: 'Muuta omaa kommenttia; aiempi sisältö säilyy',
    sv: 'Ändra en egen kommentar; det tidigare innehållet bevaras',
    en: 'Change one’s own comment; what it said before is kept',
  },
  untold: ['text'],
  input: z.object({ ...one, text: body }),
  output: where,
  allow: {
    ...speakers,
    record: recordOfOne,
    only: {
      says: { fi: 'oma kommentti', sv: 'egen kommentar', en: "one's own comment" },
      check: async (ctx, { comment }) => {
        const found = await commentById(ctx.db, comment)
        return !found || (ctx.actor.kind === 'person' && ctx.actor.id === found.person_id)
      },
    },
  },
  run: async (ctx, input) => {
    const { comment, subject, path } = await seenComment(ctx, input.comment)
    if (subject.closed) throw new Refusal('conflict', 'talk.closed', [complaint('closed')])
    const text = textOf(input.text)
    if (text === comment.body) return { path }
    const people = await hearers(ctx, subject, [recordOf(comment)])
    const mentions = mentionedIn(text, people)
    await rewriteComment(ctx.db, comment, ctx.now, { body: text, mentions, lexemes: lexemesOf(text) })
    ctx.changed({
      kind: 'comment',
      id: comment.id,
      before: told(subject, comment.body),
      after: told(subject, text),
    })
    const fresh = mentions.filter((m) => !comment.mentions.includes(m))
    await followAll(ctx.db, fresh, subjectOfComment(comment), ctx.now)
    await notify(ctx, {
      kind: 'mention',
      subject: subjectOfComment(comment),
      about: `${comment.id}:edit`,
      title: subject.title,
      path,
      text,
      ecosystem: subject.record.ecosystem ?? comment.ecosystem_id,
      records: [subject.record, recordOf(comment)],
      to: people.filter((p) => fresh.includes(p.actor.id)),
    })
    return { path }
  },
})

export const resolveComment = command({
  name: 'comment.resolve',
  summary: {
    fi: 'Merkitse keskusteluketju ratkaistuksi tai avaa se uudelleen',
    sv: 'Märk en tråd som avklarad eller öppna den igen',
    en: 'Mark a thread as settled, or open it again',
  },
  input: z.object({ ...one, resolved: z.boolean() }),
  output: where,
  allow: { ...speakers, record: recordOfOne },
  run: async (ctx, input) => {
    const { comment, path } = await seenComment(ctx, input.comment)
    const by = input.resolved ? personOf(ctx).id : null
    await setResolved(ctx.db, comment.id, by, input.resolved ? ctx.now : null)
    ctx.changed({
      kind: 'comment',
      id: comment.id,
      before: { resolved: comment.resolved_at !== null },
      after: { resolved: input.resolved },
    })
    return { path }
  },
})

export const hideComment = command({
  name: 'comment.hide',
  summary: {
    fi: 'Piilota kommentti perustellen tai palauta se näkyviin; kommenttia ei poisteta',
    sv: 'Dölj en kommentar med motivering eller visa den igen; den raderas aldrig',
    en: 'Hide a comment with a reason, or show it again; it is never deleted',
  },
  input: z.object({ ...one, reason: z.string().trim().max(500).nullable() }),
  output: where,
  allow: { ...by('coordinator'), in: placeOfOne, record: recordOfOne },
  run: async (ctx, input) => {
    const { comment, path } = await seenComment(ctx, input.comment)
    if (input.reason === '')
      throw new Refusal('invalid', 'comment.no-reason', [complaint('noReason', 'reason')])
    const hidden = input.reason !== null
    const who = ctx.actor.kind === 'person' ? ctx.actor.id : null
    await setHidden(ctx.db, comment.id, hidden ? who : null, hidden ? ctx.now : null, input.reason)
    ctx.changed({
      kind: 'comment',
      id: comment.id,
      before: { hidden: comment.hidden_at !== null, reason: comment.hidden_reason },
      after: { hidden, reason: input.reason },
    })
    return { path }
  },
})

/** Whether the actor may speak of a subject at all; the page shows a form only then. */
export const maySpeak = (ctx: Pick<Context, 'actor'>): boolean =>
  holds(ctx.actor, [...speakers.who].filter((w) => w !== 'system') as Parameters<typeof holds>[1])
