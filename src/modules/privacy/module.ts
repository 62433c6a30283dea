import type { Module } from '../../kernel/module.ts'
import { listContacts, removeContact, saveContact } from './contact-actions.ts'
import { changedContact, newContact } from './contact-drafts.ts'
import { contactPages } from './contact-pages.tsx'
import { askCopy, listCopies, openCopy } from './copy-actions.ts'
import { makeCopy } from './copy-job.ts'
import { nightly, remindOfReviews } from './jobs.ts'
import { ownPages } from './own-pages.tsx'
import { cancelErasure, eraseDue, listErasures, ownData, requestErasure } from './person-actions.ts'
import { ecosystemOf } from './place-actions.ts'
import { applyRetention, retentionReport, setRetention } from './retention-actions.ts'
import { retentionDraft, retentionPages } from './retention-pages.tsx'
import { reviewTurns } from './turns.ts'

export const privacyModule: Module = {
  name: 'privacy',
  actions: [ownData, retentionReport],
  // Contact data has no address for machines: it is read on its own page, one place at a time.
  innerActions: [
    listContacts,
    saveContact,
    removeContact,
    ecosystemOf,
    remindOfReviews,
    listErasures,
    requestErasure,
    cancelErasure,
    eraseDue,
    askCopy,
    listCopies,
    openCopy,
    setRetention,
    applyRetention,
  ],
  pages: [...contactPages, ...ownPages, ...retentionPages],
  jobs: [nightly, makeCopy],
  turns: [reviewTurns],
  drafts: [newContact, changedContact, retentionDraft],
}
