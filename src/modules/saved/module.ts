import type { Module } from '../../kernel/module.ts'
import { listViews, readAlert, readAlerts, removeView, saveView, watchView } from './actions.ts'
import { pages } from './pages.tsx'
import { viewSubject } from './queries.ts'
import { newView } from './view-draft.ts'

export const savedModule: Module = {
  name: 'saved',
  actions: [listViews, saveView, removeView, watchView],
  innerActions: [readAlert],
  pages,
  drafts: [newView],
  jobs: [readAlerts],
  subjects: [viewSubject],
}
