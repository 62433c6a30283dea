import { z } from 'zod'
import { command, query } from '../../kernel/action.ts'
import { newId } from '../../kernel/id.ts'
import { Refusal } from '../../kernel/refusal.ts'
import { signedIn } from '../../kernel/rule.ts'
import { copiesOf, copyById, insertCopy } from './copy-queries.ts'
import { me } from './person-actions.ts'

const copy = z.object({
  id: z.uuid(),
  askedAt: z.date(),
  state: z.enum(['making', 'ready', 'failed']),
  done: z.number(),
  total: z.number().nullable(),
})
export type OwnCopy = z.output<typeof copy>

export const listCopies = query({
  name: 'privacy.copies',
  summary: {
    fi: 'Omien tietojen kopiot ja niiden valmistuminen',
    sv: 'Kopior av egna uppgifter och hur långt de har kommit',
    en: 'The copies of one’s own data and how far they are',
  },
  input: z.object({}),
  output: z.object({ items: z.array(copy) }),
  allow: signedIn,
  inPerson: true,
  run: async (ctx) => {
    const rows = await copiesOf(ctx.db, me(ctx))
    return {
      items: rows.map((r) => ({
        id: r.id,
        askedAt: r.askedAt,
        state: r.readyAt ? ('ready' as const) : r.failed ? ('failed' as const) : ('making' as const),
        done: r.done ?? 0,
        total: r.total,
      })),
    }
  },
})

export const askCopy = command({
  name: 'privacy.copy',
  summary: {
    fi: 'Pyydä kopio kaikista omista tiedoista; se tehdään taustalla',
    sv: 'Begär en kopia av alla egna uppgifter; den görs i bakgrunden',
    en: 'Ask for a copy of all of one’s own data; it is made in the background',
  },
  input: z.object({}),
  output: z.object({ id: z.uuid() }),
  allow: signedIn,
  inPerson: true,
  run: async (ctx) => {
    const person = me(ctx)
    const under = (await copiesOf(ctx.db, person)).find((c) => !c.readyAt && !c.failed)
    if (under) return { id: under.id }
    const id = newId(ctx.now.getTime())
    const job_id = await ctx.jobs.enqueue(ctx.db, 'privacy.copy', { copy: id })
    await insertCopy(ctx.db, { id, person_id: person, job_id, asked_at: ctx.now })
    return { id }
  },
})

export const openCopy = query({
  name: 'privacy.open-copy',
  summary: {
    fi: 'Missä oma valmis kopio on',
    sv: 'Var den egna färdiga kopian finns',
    en: 'Where one’s own finished copy is stored',
  },
  input: z.object({ id: z.uuid() }),
  output: z.object({ hash: z.string() }),
  allow: signedIn,
  inPerson: true,
  run: async (ctx, { id }) => {
    const found = await copyById(ctx.db, id)
    // Whose it is not is not told that it is there.
    if (!found?.file_hash || found.person_id !== me(ctx)) throw new Refusal('missing', 'privacy.no-copy')
    return { hash: found.file_hash }
  },
})
