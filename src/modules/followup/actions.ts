import { z } from 'zod'
import { command } from '../../kernel/action.ts'
import type { Context } from '../../kernel/context.ts'
import type { Tx } from '../../kernel/db.ts'
import { entryActOf } from '../../kernel/entries.ts'
import { newId } from '../../kernel/id.ts'
import { bumpRevision } from '../../kernel/revision.ts'
import { dayIn } from '../../kernel/time.ts'
import { plannedFor } from './budget.ts'
import { type Content, type Item, kinds } from './content.ts'
import { refuse, refuseAll } from './fault-text.ts'
import { tellOfChange } from './news.ts'
import { type Followed, followedById, items, projectCoded, saveFollowed } from './queries.ts'
import { beginners, ecosystemAt, followedAt, key, one, writers } from './rights.ts'
import { itemTyped } from './typed.ts'

/** Writes a version: what held gives way in the same moment. */
export async function keepVersion(
  ctx: Context<Tx>,
  followed: Followed,
  was: Item | undefined,
  said: { kind: Item['kind']; content: Content; share: Item['share']; reason: string },
): Promise<string> {
  const id = newId(ctx.now.getTime())
  const { reason, ...rest } = said
  const after = { id, entry: was?.entry ?? id, owner: followed.project, ...rest, reason: reason || null }
  const act = entryActOf(ctx)
  if (was) await items.end(ctx.db, was.id, act)
  await items.insert(ctx.db, after, act)
  ctx.changed({
    kind: 'followup-item',
    id: after.entry,
    before: was ? { ...was.content, share: was.share, ecosystem_id: followed.ecosystem } : null,
    after: { ...said.content, share: said.share, ecosystem_id: followed.ecosystem },
  })
  if (said.share === 'public' || was?.share === 'public') await bumpRevision(ctx.db)
  return after.entry
}

export const saveItem = command({
  name: 'followup.save',
  summary: {
    fi: 'Kirjaa hankkeelle välitavoite, tuotos, riski, kustannukset tai muutos, tai tee siitä uusi versio',
    sv: 'Anteckna ett delmål, en leverans, en risk, kostnader eller en ändring av ett projekt, eller gör en ny version',
    en: 'Write down a milestone, a deliverable, a risk, costs or a change of a project, or make a new version',
  },
  route: { method: 'POST', path: '/followup/{project}/items' },
  input: z.object({
    ...one,
    entry: z.uuid().optional().describe('What is changed; without it a new one is added.'),
    kind: z.enum(kinds),
    fields: z
      .record(z.string().max(80), z.string().max(20_000))
      .describe(
        'What is typed, by field: title, text, due, state, reached, shows, form, url, public, likelihood and effect 1–5, response, owner, from, to, subject, end; used.CODE and plan.CODE amounts by cost category.',
      ),
    reason: z.string().trim().max(500).default('').describe('What changed and why, for the history.'),
  }),
  output: z.object({ entry: z.uuid() }),
  allow: writers,
  run: async (ctx, { project, entry, kind: asked, fields, reason }) => {
    const followed = await followedAt(ctx, project)
    const was = entry ? await items.lock(ctx.db, project, entry) : undefined
    if (entry && !was) throw refuse('conflict', 'ended')
    if (was?.content.change === 'approved') throw refuse('conflict', 'settled')
    const kind = was?.kind ?? asked
    const all = await items.current(ctx.db, ctx.actor, project)
    const lines = await plannedFor(ctx.db, followed, all)
    const { content, share, faults } = itemTyped(kind, (field) => fields[field] ?? '', {
      today: dayIn(ctx.now),
      lines,
    })
    refuseAll(faults)
    const kept = await keepVersion(ctx, followed, was, { kind, content, share, reason })
    if (kind === 'change')
      await tellOfChange(ctx, followed, { event: 'ask', entry: kept, title: content.title })
    return { entry: kept }
  },
})

export const dropItem = command({
  name: 'followup.drop',
  summary: {
    fi: 'Poista kirjaus hankkeen seurannasta; se säilyy historiassa',
    sv: 'Ta bort en anteckning ur uppföljningen av ett projekt; den finns kvar i historiken',
    en: 'Take an entry out of a project’s follow-up; it stays in the history',
  },
  route: { method: 'POST', path: '/followup/{project}/items/{entry}/drop' },
  input: z.object({ ...one, entry: z.uuid() }),
  output: z.object({}),
  allow: writers,
  run: async (ctx, { project, entry }) => {
    const followed = await followedAt(ctx, project)
    const item = await items.lock(ctx.db, project, entry)
    if (!item) throw refuse('conflict', 'ended')
    if (item.content.change === 'approved') throw refuse('conflict', 'settled')
    await items.end(ctx.db, item.id, entryActOf(ctx))
    ctx.changed({
      kind: 'followup-item',
      id: entry,
      before: { ended: false, ecosystem_id: followed.ecosystem },
      after: { ended: true, ecosystem_id: followed.ecosystem },
    })
    if (item.share === 'public') await bumpRevision(ctx.db)
    return {}
  },
})

export const beginFollowing = command({
  name: 'followup.begin',
  summary: {
    fi: 'Ota muualla rahoitettu hanke ekosysteemin seurantaan',
    sv: 'Ta ett projekt som finansierats annanstans till ekosystemets uppföljning',
    en: 'Take a project that was funded elsewhere into the follow-up of an ecosystem',
  },
  route: { method: 'POST', path: '/ecosystems/{key}/followup' },
  input: z.object({ key, code: z.string().trim().max(60).describe('Code of the project.') }),
  output: z.object({ project: z.uuid() }),
  allow: beginners,
  run: async (ctx, asked) => {
    const ecosystem = await ecosystemAt(ctx, asked.key)
    const project = asked.code ? await projectCoded(ctx.db, ctx.actor, asked.code) : undefined
    if (!project) throw refuse('invalid', 'noProject', 'code')
    if (!(await followedById(ctx.db, project))) {
      await saveFollowed(ctx.db, { project, ecosystem: ecosystem.id, ...entryActOf(ctx) })
      ctx.changed({ kind: 'followup', id: project, before: null, after: { ecosystem_id: ecosystem.id } })
    }
    return { project }
  },
})
