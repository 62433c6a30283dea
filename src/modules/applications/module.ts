import type { Module } from '../../kernel/module.ts'
import { applyTo, beginApplication } from './begin-actions.ts'
import { applicationsOfCall } from './call-work.ts'
import { readCover } from './cover-actions.ts'
import { completionDraft, inviteDraft, lateDraft, withdrawDraft } from './deed-drafts.ts'
import { applicationFinder } from './found.ts'
import { listSent } from './list-actions.ts'
import {
  askCompletion,
  judgeLate,
  lapseByClock,
  lapseCompletion,
  lapseJob,
  withdrawApplication,
} from './office-actions.ts'
import { pages } from './pages.tsx'
import {
  changeRight,
  endRightOf,
  enterByInvitation,
  inviteToApplication,
  joinApplication,
  listPeople,
  revokeApplicationInvitation,
  showApplicationInvitation,
} from './people-actions.ts'
import { listMine, readApplication, readSent, readVersion, readWriting } from './read-actions.ts'
import { sectionDraft } from './section-draft.ts'
import { applicationFiles, applicationSubject } from './subjects.ts'
import { submitApplication } from './submit-actions.ts'
import { applicationsLeft, applicationTurns } from './turns.ts'

export const applicationsModule: Module = {
  name: 'applications',
  actions: [
    applyTo,
    beginApplication,
    listMine,
    listSent,
    readCover,
    readApplication,
    readVersion,
    submitApplication,
    askCompletion,
    lapseCompletion,
    judgeLate,
    withdrawApplication,
    listPeople,
    inviteToApplication,
    revokeApplicationInvitation,
    changeRight,
    endRightOf,
  ],
  innerActions: [
    readWriting,
    readSent,
    showApplicationInvitation,
    enterByInvitation,
    joinApplication,
    lapseByClock,
  ],
  pages,
  drafts: [sectionDraft, withdrawDraft, completionDraft, lateDraft, inviteDraft],
  jobs: [lapseJob],
  subjects: [applicationSubject, applicationFiles],
  finders: [applicationFinder],
  turns: [applicationTurns, applicationsLeft],
  supplements: [applicationsOfCall],
}
