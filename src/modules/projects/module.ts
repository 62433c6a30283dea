import type { Module } from '../../kernel/module.ts'
import { get, list, listsBehind, rows, select, summary } from './actions.ts'
import { context, provenance } from './context-actions.ts'
import { apply, preview, resum, share, tidy, withdraw } from './import-jobs.ts'
import { pages } from './pages.tsx'
import { changeShare } from './share-actions.ts'
import { projectSubject } from './subject-queries.ts'
import { verbs } from './verbs.ts'

export const projectsModule: Module = {
  name: 'projects',
  actions: [list, get, summary, listsBehind, context, provenance, changeShare],
  // Portions of an export, which has an address of its own.
  innerActions: [select, rows],
  pages,
  jobs: [preview, apply, withdraw, share, resum, tidy],
  verbs,
  subjects: [projectSubject],
  subscriptions: {
    'import.staged': [preview.name],
    'import.confirmed': [apply.name],
    'import.applied': [tidy.name],
    'import.share-changed': [share.name],
    'import.withdrawn': [withdraw.name],
    'organisation.regrouped': [resum.name],
  },
}
