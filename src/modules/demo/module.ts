import { perform } from '../../kernel/action.ts'
import type { Module } from '../../kernel/module.ts'
import { demoProgress, wantDemo } from './actions.ts'
import { loadDemo, makeExercise } from './jobs.ts'
import { pages, resetDemo } from './reset.tsx'
import { readTour } from './tour-actions.ts'
import { tourPages } from './tour-page.tsx'

export const demoModule: Module = {
  name: 'demo',
  innerActions: [wantDemo, demoProgress, resetDemo, readTour],
  pages: [...pages, ...tourPages],
  jobs: [loadDemo, makeExercise],
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
