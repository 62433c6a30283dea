import { z } from 'zod'
import { command } from '../../kernel/action.ts'
import { Refusal } from '../../kernel/refusal.ts'
import { signedIn } from '../../kernel/rule.ts'
import { ecosystemOf } from './member-actions.ts'
import { ecosystemByKey, setPreview } from './member-queries.ts'
import { membersText as text } from './members-text.ts'
import { mayGive, offices } from './rules.ts'

/** Sees the product as the holder of an office would; nothing can be changed until the preview is ended. */
export const startPreview = command({
  name: 'preview.start',
  inPerson: true,
  summary: {
    fi: 'Katso palvelua sellaisena kuin tehtävän haltija sen näkee',
    sv: 'Se tjänsten så som innehavaren av ett uppdrag ser den',
    en: 'See the product as the holder of an office sees it',
  },
  input: z.object({
    office: z.enum(offices),
    ecosystem: z.string().max(40).optional().describe('Key of the ecosystem; without it, everywhere.'),
  }),
  output: z.object({}),
  allow: {
    who: ['administrator', 'coordinator'],
    in: async (ctx, { ecosystem }) => (ecosystem ? (await ecosystemByKey(ctx.db, ecosystem))?.id : null),
    only: {
      says: {
        fi: text.fi.onlyOfficesOneGives,
        sv: text.sv.onlyOfficesOneGives,
        en: text.en.onlyOfficesOneGives,
      },
      check: async (ctx, { office, ecosystem }) => {
        const where = ecosystem ? (await ecosystemByKey(ctx.db, ecosystem))?.id : null
        return ctx.actor.kind === 'person' && mayGive(ctx.actor.offices, office, where ?? null)
      },
    },
  },
  run: async (ctx, { office, ecosystem }) => {
    const where = await ecosystemOf(ctx, ecosystem)
    if (ctx.actor.kind !== 'person' || !ctx.actor.session) throw new Refusal('conflict', 'preview.no-session')
    const preview = { office, ecosystem: where?.id ?? null, ...(where && { in: where.name }) }
    await setPreview(ctx.db, ctx.actor.session, preview)
    ctx.changed({
      kind: 'preview',
      id: ctx.actor.id,
      before: null,
      after: { office, ecosystem: ecosystem ?? null },
    })
    return {}
  },
})

export const endPreview = command({
  name: 'preview.end',
  inPerson: true,
  summary: {
    fi: 'Lopeta esikatselu ja palaa omiin tehtäviin',
    sv: 'Avsluta förhandsgranskningen och återgå till de egna uppdragen',
    en: 'End the preview and act in one’s own offices again',
  },
  input: z.object({}),
  output: z.object({}),
  allow: signedIn,
  whilePreviewing: true,
  run: async (ctx) => {
    const { actor } = ctx
    if (actor.kind !== 'person' || !actor.session) return {}
    await setPreview(ctx.db, actor.session, null)
    ctx.changed({ kind: 'preview', id: actor.id, before: { office: actor.previewing ?? null }, after: null })
    return {}
  },
})
