import type { VerbContext } from '../../kernel/module.ts'
import type { Verb } from '../../kernel/verb.ts'
import { makePictures } from './making.ts'

/** The work of every morning, at once. */
export const makeVerb: Verb<VerbContext> = {
  name: 'situation make',
  summary:
    'Make all situation pictures now; prints how many there are, how many changed and how long it took',
  arguments: [],
  database: true,
  run: async ({ stage }, io) => {
    const began = performance.now()
    let pictures = 0
    const changed = await makePictures(stage, async (_, of) => {
      pictures = of
    })
    const milliseconds = Math.round(performance.now() - began)
    io.out(
      io.json
        ? JSON.stringify({ pictures, changed, milliseconds })
        : `${pictures} pictures, ${changed} changed, ${(milliseconds / 1000).toFixed(1)} s`,
    )
    return 0
  },
}
