import type { Module } from '../../kernel/module.ts'
import {
  discardDraft,
  draftHistory,
  finishDraft,
  followDraft,
  getDraft,
  listDrafts,
  ownDrafts,
  recoverDraft,
  restoreDraft,
} from './actions.ts'
import {
  addAttachment,
  attachmentLimits,
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
import { unfinished } from './turns.ts'

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
    ownDrafts,
    listAttachments,
    attachmentRoom,
    addAttachment,
    getAttachment,
    dropAttachment,
    attachmentLimits,
    setAttachmentLimits,
  ],
  pages: [...pages, ...attachmentPages],
  turns: [unfinished],
  follow: finishDraft,
  jobs: [tidyDrafts, lookAtAttachment, dropOrphans],
}
