import { perform } from '../../kernel/action.ts'
import type { Module } from '../../kernel/module.ts'
import { Refusal } from '../../kernel/refusal.ts'
import { verifySelection } from './record-actions.ts'
import { inOneLine } from './verdict.ts'

/** `talkoot verify-selection ID`: the record in the database computed again. Exit code 1 where it is not the same. */
export const verifyVerb: NonNullable<Module['verbs']>[number] = {
  name: 'verify-selection',
  summary: 'Compute the record of a selection meeting again, by the id of the meeting',
  arguments: [{ name: 'id', summary: 'Id of the selection meeting' }],
  database: true,
  run: async ({ stage }, io, [id = '']) => {
    try {
      const verdict = await perform(verifySelection, stage, { selection: id })
      const { same } = verdict
      io.out(io.json ? `${JSON.stringify(verdict)}` : inOneLine(verdict))
      return same ? 0 : 1
    } catch (error) {
      if (!(error instanceof Refusal)) throw error
      io.err(`${error.message}`)
      return 2
    }
  },
}
