import { readFile } from 'node:fs/promises'
import type { BareContext } from '../kernel/module.ts'
import type { Verb } from '../kernel/verb.ts'
import { inOneLine, verifyFile } from '../modules/selections/index.ts'

/**
 * `talkoot portfolio verify`: computes the record of a selection meeting again, on any machine and without a database.
 * Exit code 0: the same. 1: different. 2: no record at all.
 */
export const portfolioVerifyVerb: Verb<BareContext> = {
  name: 'portfolio verify',
  summary: 'Compute the record of a selection meeting again, and say whether it is the same',
  arguments: [{ name: 'record', summary: 'the file of the record, as the meeting gave it' }],
  database: false,
  run: async (_context, io, [file = '']) => {
    const bytes = await readFile(file).catch(() => undefined)
    if (!bytes) {
      io.err(`The file ${file} cannot be read. Check the path.`)
      return 2
    }
    const verdict = verifyFile(bytes.toString('utf8'))
    // Bytes that are no UTF-8 read as others: such a file is not the one that was given.
    const whole = verdict && Buffer.from(bytes.toString('utf8')).equals(bytes)
    if (!verdict) {
      io.err(`${file} is no record of a selection meeting, or it is broken.`)
      return 2
    }
    const differs = whole ? verdict.differs : (['bytes', ...verdict.differs] as const)
    const said = { ...verdict, differs, same: differs.length === 0 }
    io.out(io.json ? JSON.stringify(said) : inOneLine(said))
    return said.same ? 0 : 1
  },
}
