import { perform } from '../../kernel/action.ts'
import type { Module } from '../../kernel/module.ts'
import { Refusal } from '../../kernel/refusal.ts'
import { verifySelection } from './record-actions.ts'

/** `talkoot verify-selection ID`: the record in the database computed again. Exit code 1 where it is not the same. */
export const verifyVerb: NonNullable<Module['verbs']>[number] = {
  name: 'verify-selection',
  summary: 'Compute the record of a selection meeting again, by the id of the meeting',
  arguments: [{ name: 'id', summary: 'Id of the selection meeting' }],
  database: true,
  run: async ({ stage }, io, [id = '']) => {
    try {
      const { same, hash, differs } = await perform(verifySelection, stage, { selection: id })
      if (io.json) io.out(`${JSON.stringify({ same, hash, differs })}`)
      else io.out(same ? `same ${hash}` : `DIFFERENT ${hash}: ${differs.join(', ')}`)
      return same ? 0 : 1
    } catch (error) {
      if (!(error instanceof Refusal)) throw error
      io.err(`${error.message}`)
      return 2
    }
  },
}
