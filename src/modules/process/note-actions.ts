import { z } from 'zod'
import { command } from '../../kernel/action.ts'
import { newId } from '../../kernel/id.ts'
import { ownPath } from '../../kernel/page.ts'
import { ecosystemId, figureId, handOf } from './actions.ts'
import { endNote, insertNote } from './queries.ts'
import { refuse } from './refusals.ts'
import { handling, seenBy } from './sight.ts'

export const noteKinds = ['cause', 'lesson'] as const

/** The path of a page of ours, from a path or from a whole address of this site. */
function pathOf(text: string): string {
  const own = ownPath(/^https?:\/\//i.test(text) ? text.replace(/^https?:\/\/[^/]+/i, '') : text)
  if (!own) throw refuse('strangeAddress')
  return own
}

export const addProcessNote = command({
  name: 'process.add-note',
  summary: {
    fi: 'Kirjaa, mikä tunnusluvun selittää tai mitä siitä opittiin',
    sv: 'Anteckna vad som förklarar ett nyckeltal eller vad man lärde sig',
    en: 'Note what explains a process figure or what was learnt from it',
  },
  route: { method: 'POST', path: '/process-figures/notes' },
  input: z.object({
    ecosystem: ecosystemId,
    figure: figureId,
    kind: z.enum(noteKinds),
    words: z.string().trim().max(5000),
    address: z
      .string()
      .trim()
      .max(500)
      .default('')
      .describe('A page of ours: the idea, call or project that followed.'),
  }),
  output: z.object({ id: z.string() }),
  allow: { ...handling, in: (_, { ecosystem }) => ecosystem },
  run: async (ctx, { address, ...note }) => {
    if (!(await seenBy(ctx.db, ctx.actor)).some((e) => e.id === note.ecosystem)) throw refuse('missing')
    if (note.words === '') throw refuse('emptyNote')
    const id = newId(ctx.now.getTime())
    await insertNote(ctx.db, { ...note, id, address: address === '' ? null : pathOf(address) }, handOf(ctx))
    ctx.changed({ kind: 'process_note', id, before: null, after: { figure: note.figure, kind: note.kind } })
    return { id }
  },
})

export const removeProcessNote = command({
  name: 'process.remove-note',
  summary: {
    fi: 'Poista oma huomio tunnusluvusta',
    sv: 'Ta bort en egen anteckning om ett nyckeltal',
    en: 'Take a note of one’s own on a process figure away',
  },
  route: { method: 'POST', path: '/process-figures/notes/{id}/remove' },
  input: z.object({ id: z.uuid() }),
  output: z.object({}),
  allow: handling,
  run: async (ctx, { id }) => {
    if (!(await endNote(ctx.db, id, handOf(ctx).person, ctx.now))) throw refuse('missingNote')
    ctx.changed({ kind: 'process_note', id, before: { ended: false }, after: { ended: true } })
    return {}
  },
})
