import { perform } from '../../kernel/action.ts'
import type { Module } from '../../kernel/module.ts'
import { wantDemo } from './actions.ts'
import { loadDemo } from './jobs.ts'

// Its actions are for the start of the server and the verb below; they have no REST address.
export const demoModule: Module = {
  name: 'demo',
  jobs: [loadDemo],
  verbs: [
    {
      name: 'demo',
      summary: 'Plan the loading of the demo lists into a new database; the server loads them',
      database: true,
      run: async ({ stage }, io) => {
        const { jobId } = await perform(wantDemo, stage, {})
        io.out(jobId ? 'The demo is being loaded.' : 'The database is not new: nothing was done.')
        return jobId ? 0 : 2
      },
    },
  ],
}
