import { perform } from '../../kernel/action.ts'
import type { Module } from '../../kernel/module.ts'
import { Refusal } from '../../kernel/refusal.ts'
import { verifyDecision } from './reading.ts'

/** `talkoot verify-decision ID`: the same check as the page, for a script. Exit code 1 where a signature does not hold. */
export const verifyVerb: NonNullable<Module['verbs']>[number] = {
  name: 'verify-decision',
  summary: 'Count the signatures of a decision again, by the id of the decision or of its application',
  arguments: [{ name: 'id', summary: 'Id of the decision' }],
  database: true,
  run: async ({ stage }, io, [id = '']) => {
    try {
      const { items } = await perform(verifyDecision, stage, { decision: id })
      if (io.json)
        io.out(
          `${JSON.stringify(items.map(({ part, verdict }) => ({ part: part.part, round: part.round, valid: part.voidAt === null, ...verdict })))}\n`,
        )
      else
        for (const { part, verdict } of items)
          io.out(
            `${verdict.holds ? 'holds ' : 'BROKEN'} ${part.part} round ${part.round} ${verdict.hash} ${part.by}${part.voidAt ? ' (no longer valid)' : ''}${verdict.differs.length > 0 ? ` differs: ${verdict.differs.join(', ')}` : ''}\n`,
          )
      return items.every(({ verdict }) => verdict.holds) ? 0 : 1
    } catch (error) {
      if (!(error instanceof Refusal)) throw error
      io.err(`${error.message}\n`)
      return 2
    }
  },
}
