import type { Module } from '../../kernel/module.ts'
import { get, list, summary } from './actions.ts'
import { context, provenance } from './context-actions.ts'
import { apply, preview, resum, withdraw } from './import-jobs.ts'
import { pages } from './pages.tsx'
import { projectSubject } from './subject-queries.ts'
import { verbs } from './verbs.ts'

export const projectsModule: Module = {
  name: 'projects',
  actions: [list, get, summary, context, provenance],
  pages,
  jobs: [preview, apply, withdraw, resum],
  verbs,
  subjects: [projectSubject],
  subscriptions: {
    'import.staged': [preview.name],
    'import.confirmed': [apply.name],
    'import.withdrawn': [withdraw.name],
    'organisation.regrouped': [resum.name],
  },
}
