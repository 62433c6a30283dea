import { z } from 'zod'
import { command } from '../../kernel/action.ts'
import { newId } from '../../kernel/id.ts'
import { ownPath } from '../../kernel/page.ts'
import { benchmarking, handOf } from './actions.ts'
import { benchmarkById, endNote, insertNote } from './queries.ts'
import { refuse } from './refusals.ts'

export const noteKinds = ['cause', 'lesson'] as const

/** The path of a page of ours, from a path or from a whole address of this site. */
function pathOf(text: string): string {
  const path = /^https?:\/\//i.test(text) ? text.replace(/^https?:\/\/[^/]+/i, '') : text
  const own = ownPath(path)
  if (!own) throw refuse('strangeAddress')
  return own
}

export const addNote = command({
  name: 'benchmarks.add-note',
  summary: {
    fi: 'Kirjaa, mikä eron selittää tai mitä vertailusta opittiin',
    sv: 'Anteckna vad som förklarar skillnaden eller vad jämförelsen lärde',
    en: 'Note what explains a difference or what was learnt from a benchmark',
  },
  route: { method: 'POST', path: '/benchmarks/{id}/notes' },
  input: z.object({
    id: z.uuid(),
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
  allow: benchmarking,
  run: async (ctx, { id, kind, words, address }) => {
    if (!(await benchmarkById(ctx.db, id))) throw refuse('missing')
    if (words === '') throw refuse('emptyNote')
    const note = newId(ctx.now.getTime())
    const to = address === '' ? null : pathOf(address)
    await insertNote(ctx.db, { id: note, benchmark: id, kind, words, address: to }, handOf(ctx))
    ctx.changed({ kind: 'benchmark', id, before: null, after: { note, kind } })
    return { id: note }
  },
})

export const removeNote = command({
  name: 'benchmarks.remove-note',
  summary: {
    fi: 'Poista oma huomio vertailusta',
    sv: 'Ta bort en egen anteckning om en jämförelse',
    en: 'Take a note of one’s own on a benchmark away',
  },
  route: { method: 'POST', path: '/benchmarks/notes/{id}/remove' },
  input: z.object({ id: z.uuid() }),
  output: z.object({}),
  allow: benchmarking,
  run: async (ctx, { id }) => {
    const { person } = handOf(ctx)
    if (!(await endNote(ctx.db, id, person, ctx.now))) throw refuse('missingNote')
    ctx.changed({ kind: 'benchmark_note', id, before: { ended: false }, after: { ended: true } })
    return {}
  },
})
