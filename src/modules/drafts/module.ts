import type { Module } from '../../kernel/module.ts'
import {
  discardDraft,
  draftHistory,
  followDraft,
  getDraft,
  listDrafts,
  recoverDraft,
  restoreDraft,
} from './actions.ts'
import { tidyDrafts } from './jobs.ts'
import { pages } from './pages.tsx'
import { saveDraft } from './save.ts'

export const draftsModule: Module = {
  name: 'drafts',
  actions: [
    getDraft,
    saveDraft,
    followDraft,
    draftHistory,
    restoreDraft,
    discardDraft,
    recoverDraft,
    listDrafts,
  ],
  pages,
  jobs: [tidyDrafts],
}
