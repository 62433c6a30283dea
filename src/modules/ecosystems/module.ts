import type { Module } from '../../kernel/module.ts'
import { actions } from './actions.ts'
import { loadShipped } from './jobs.ts'
import { pages } from './pages.tsx'
import { ecosystemSubject } from './subject-queries.ts'

export const ecosystemsModule: Module = {
  name: 'ecosystems',
  actions,
  pages,
  jobs: [loadShipped],
  subjects: [ecosystemSubject],
}
