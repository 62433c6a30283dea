import type { Module } from '../../kernel/module.ts'
import {
  cityReturn,
  councilReturn,
  councilReturnToCity,
  proposeDecision,
  publishDecision,
  reopenDecision,
  selectDecision,
  takeDecision,
} from './actions.ts'
import { addItem, arrangeItem, postponeItem } from './agenda-actions.ts'
import { matterDraft } from './agenda-pages.tsx'
import { decisionsOfCall, figuresOfCall } from './call-work.ts'
import { readFigures } from './figures.tsx'
import { reasonDrafts, termDrafts } from './forms.ts'
import { decisionFinder, meetingFinder } from './found.ts'
import { joinGroup, readGroup } from './group-actions.ts'
import { previewLetter, readTemplates, saveTemplates, sendLetter } from './letter-actions.ts'
import { templatesDraft } from './letter-pages.tsx'
import { checkMany, doMany } from './many-actions.ts'
import {
  addMeeting,
  approveMinutes,
  callMeeting,
  closeMeeting,
  declareAtMeeting,
  listMeetings,
  meetingChoices,
  openMeeting,
  readMeeting,
  takeItem,
} from './meeting-actions.ts'
import { notesDraft, roomDeclaration } from './meeting-item-pages.tsx'
import { newMeeting } from './meeting-new-page.tsx'
import { attendMeeting, dismissFromMeeting, seatDeputy } from './meeting-people-actions.ts'
import { readOrgans, saveOrgans } from './organ-actions.ts'
import { organsDraft } from './organ-pages.tsx'
import { pages } from './pages.tsx'
import { readFunding } from './project-funding.ts'
import { listDecisions, readDecision, verifyDecision } from './reading.ts'
import { readRegister } from './register.tsx'
import { decisionSubject } from './subject.ts'
import { decidingInEcosystem, decisionOfApplication, fundingOfProject } from './supplements.tsx'
import { mattersWaiting, meetingsOfMine } from './turns.ts'
import { verifyVerb } from './verify-verb.ts'

export const decisionsModule: Module = {
  name: 'decisions',
  actions: [
    proposeDecision,
    selectDecision,
    cityReturn,
    takeDecision,
    councilReturn,
    councilReturnToCity,
    publishDecision,
    reopenDecision,
    joinGroup,
    readGroup,
    readDecision,
    listDecisions,
    verifyDecision,
    checkMany,
    doMany,
    listMeetings,
    readMeeting,
    addMeeting,
    callMeeting,
    openMeeting,
    closeMeeting,
    approveMinutes,
    attendMeeting,
    declareAtMeeting,
    takeItem,
    dismissFromMeeting,
    seatDeputy,
    addItem,
    arrangeItem,
    postponeItem,
    readOrgans,
    saveOrgans,
    previewLetter,
    sendLetter,
    readTemplates,
    saveTemplates,
    readRegister,
    readFigures,
    readFunding,
  ],
  innerActions: [meetingChoices],
  pages,
  drafts: [
    ...Object.values(termDrafts),
    ...Object.values(reasonDrafts),
    templatesDraft,
    newMeeting,
    notesDraft,
    roomDeclaration,
    matterDraft,
    organsDraft,
  ],
  subjects: [decisionSubject],
  turns: [mattersWaiting, meetingsOfMine],
  finders: [decisionFinder, meetingFinder],
  supplements: [fundingOfProject, decisionOfApplication, decisionsOfCall, figuresOfCall, decidingInEcosystem],
  verbs: [verifyVerb],
}
