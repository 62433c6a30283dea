import type { Module } from '../../kernel/module.ts'
import { beginFollowing, dropItem, saveItem } from './actions.ts'
import { approveChange, returnChange } from './change-actions.ts'
import {
  changeAnswer,
  changedItem,
  differenceDraft,
  newFollowed,
  newItem,
  newPacket,
  newPair,
  packetDraft,
  packetHandling,
} from './drafts.ts'
import { formPages } from './form-pages.tsx'
import { itemPages } from './item-page.tsx'
import { listPages } from './list-page.tsx'
import { approvePacket, beginPacket, getPacket, returnPacket, sendPacket } from './packet-actions.ts'
import { packetPages } from './packet-page.tsx'
import { projectPages } from './project-page.tsx'
import { followupOfProject, getFollowup, getItem, listFollowed } from './read-actions.ts'
import { getReconciliation, pairRecord, settleDifference } from './reconcile-actions.ts'
import { reconcilePages } from './reconcile-page.tsx'
import { followupSubject } from './subjects.ts'
import { followupOfEcosystemPage, followupOfProjectPage } from './supplements.tsx'
import { followupDays, lateInProjects, waitingInProjects } from './turns.ts'

export const followupModule: Module = {
  name: 'followup',
  actions: [
    getFollowup,
    getItem,
    followupOfProject,
    listFollowed,
    saveItem,
    dropItem,
    beginFollowing,
    approveChange,
    returnChange,
    getPacket,
    beginPacket,
    sendPacket,
    returnPacket,
    approvePacket,
    getReconciliation,
    pairRecord,
    settleDifference,
  ],
  // "packets/new" stands before "packets/{packet}".
  pages: [...listPages, ...projectPages, ...formPages, ...itemPages, ...packetPages, ...reconcilePages],
  subjects: [followupSubject],
  supplements: [followupOfProjectPage, followupOfEcosystemPage],
  turns: [lateInProjects, waitingInProjects],
  days: [followupDays],
  drafts: [
    newItem,
    changedItem,
    changeAnswer,
    newPacket,
    packetDraft,
    packetHandling,
    newPair,
    differenceDraft,
    newFollowed,
  ],
}
