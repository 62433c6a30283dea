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
import {
  addAttachment,
  attachmentRoom,
  dropAttachment,
  getAttachment,
  listAttachments,
  setAttachmentLimits,
} from './attachment-actions.ts'
import { dropOrphans, lookAtAttachment } from './attachment-jobs.ts'
import { attachmentPages } from './attachment-pages.tsx'
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
    listAttachments,
    attachmentRoom,
    addAttachment,
    getAttachment,
    dropAttachment,
    setAttachmentLimits,
  ],
  pages: [...pages, ...attachmentPages],
  jobs: [tidyDrafts, lookAtAttachment, dropOrphans],
}
