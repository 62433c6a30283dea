import { type Fault, verifyAudit } from '../../kernel/audit-chain.ts'
import type { VerbContext } from '../../kernel/module.ts'
import type { Verb } from '../../kernel/verb.ts'

const faults: Record<Fault, string> = {
  changed: 'was changed, or slipped in',
  missing: 'does not follow the row before it: rows between them are gone or out of their places',
  'cut off': 'and those after it are gone, or the end of the chain was moved',
  'begun late': 'is the first, and nothing in the audit tells why the rows before it are gone',
  'personal value changed': 'has a personal value that was changed',
  'not as kept': 'is the last, and neither it nor any row before it has the expected hash',
}

export const verbs: Verb<VerbContext>[] = [
  {
    name: 'audit verify',
    summary: 'Prove that no row of the audit is missing or changed; exit code 1 when one is',
    options: [
      {
        flags: '--expect <hash>',
        summary: 'a hash that an earlier run printed and you kept elsewhere: it must be in the chain',
      },
    ],
    database: true,
    run: async ({ stage }, io, _args, options) => {
      const expected = typeof options.expect === 'string' ? options.expect : undefined
      const verdict = await verifyAudit(stage.database, {
        ...(expected !== undefined && { expect: expected }),
        told: (rows) => !io.json && rows % 1_000_000 === 0 && io.err(`${rows} rows read`),
      })
      const sound = verdict.broken.length === 0
      if (io.json) io.out(JSON.stringify({ sound, ...verdict }))
      else {
        const from = verdict.first > 1 ? `, from row ${verdict.first} on` : ''
        io.out(
          `${verdict.entries} rows${from}. ${sound ? 'None is missing or changed.' : 'The audit is broken:'}`,
        )
        for (const { seq, why } of verdict.broken) io.out(`  row ${seq} ${faults[why]}`)
        io.out(`The chain ends in ${verdict.head}`)
      }
      return sound ? 0 : 1
    },
  },
]
