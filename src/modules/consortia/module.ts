import type { Module } from '../../kernel/module.ts'
import { answerByLink, answerSignedIn, showByLink, showPartner } from './answer-actions.ts'
import { answerDraft, answerPages } from './answer-pages.tsx'
import { partnerPages } from './answer-partner-page.tsx'
import { applyAction, consortiumOf, packetAction } from './apply-actions.ts'
import { applyPages, consortiumOfApplication } from './apply-pages.tsx'
import { bestAction, takeIn } from './best-actions.ts'
import { bestPages } from './best-page.tsx'
import { candidatePages } from './candidate-page.tsx'
import {
  addConsortium,
  changeState,
  copyDemands,
  editConsortium,
  getAction,
  listAction,
} from './consortium-actions.ts'
import { editForm, endForm, partnerForm } from './consortium-forms.tsx'
import { consortiumPages } from './consortium-page.tsx'
import { candidatesAction, coverAction } from './cover-actions.ts'
import { choiceForm, exclusionForm, judgementForm } from './decision-forms.tsx'
import { addExclusion, dropDemand, dropExclusion, setDemand } from './demand-actions.ts'
import { demandEditForm, newDemandForm } from './demand-form.tsx'
import { demandPages } from './demands-page.tsx'
import { exportPages } from './exports.ts'
import { beginWithIdea } from './idea-actions.ts'
import { ideaDraft, ideaPages } from './idea-pages.tsx'
import { invitePartner, showInvite, withdrawInvitation } from './invite-actions.ts'
import {
  consortiumSubject,
  forgetInvited,
  invitationTurns,
  remindInvited,
  remindJob,
  taskDays,
  taskTurns,
  tidyJob,
} from './invite-news.ts'
import { inviteDraft, invitePages, withdrawDraft } from './invite-pages.tsx'
import {
  editTemplate,
  showLetter,
  showLetterByLink,
  showTemplate,
  signByLink,
  signLetter,
  takeBackLetter,
  withdrawLetterAction,
} from './letter-actions.ts'
import { letterDraft, letterPages } from './letter-pages.tsx'
import { templateDraft, templatePages, unsignDraft } from './letter-template-pages.tsx'
import { listPages, newConsortium } from './list-page.tsx'
import { listOpenings, sayInterest, setOpeningAlerts, tellOpenings } from './opening-actions.ts'
import { forgetInterestAddresses, interestTurns, openingNews, tellKeepers } from './opening-jobs.ts'
import { joinDraft, openingPages, openingsOfOrganisation } from './opening-page.tsx'
import { choosePartner, judge, leaveOut, propose } from './partner-actions.ts'
import { subjectPages } from './subjects-page.tsx'
import {
  consortiaOfAll,
  consortiaOfCall,
  consortiaOfEcosystem,
  consortiaOfFunding,
  consortiaOfIdea,
  consortiaOfOrganisation,
} from './supplements.tsx'
import { addTask, agreedAction, markTask, markTaskByLink, minuteMeeting, removeTask } from './task-actions.ts'
import { meetingDraft, taskDraft, taskPages } from './task-pages.tsx'
import {
  answerInterest,
  askToJoin,
  listInterests,
  sayOwnInterest,
  setWanted,
  showOwnInterest,
} from './wanted-actions.ts'
import { interestForm, wantedForm } from './wanted-forms.tsx'
import { interestPages } from './wanted-interests.tsx'
import { getWanted, listWanted } from './wanted-list.ts'
import { wantedOnePages } from './wanted-page.tsx'
import { wantedBesideOrganisations, wantedPages } from './wanted-pages.tsx'

const forms = [
  editForm,
  endForm,
  partnerForm,
  newDemandForm,
  demandEditForm,
  exclusionForm,
  choiceForm,
  judgementForm,
  wantedForm,
  interestForm,
]

export const consortiaModule: Module = {
  name: 'consortia',
  actions: [
    listAction,
    getAction,
    coverAction,
    candidatesAction,
    bestAction,
    takeIn,
    addConsortium,
    editConsortium,
    changeState,
    copyDemands,
    setDemand,
    dropDemand,
    addExclusion,
    dropExclusion,
    propose,
    leaveOut,
    choosePartner,
    judge,
    listOpenings,
    sayInterest,
    setOpeningAlerts,
    listWanted,
    getWanted,
    setWanted,
    listInterests,
    answerInterest,
    askToJoin,
    showOwnInterest,
    sayOwnInterest,
    showInvite,
    invitePartner,
    withdrawInvitation,
    showByLink,
    showPartner,
    answerSignedIn,
    answerByLink,
    showLetter,
    showLetterByLink,
    signLetter,
    signByLink,
    withdrawLetterAction,
    takeBackLetter,
    showTemplate,
    editTemplate,
    agreedAction,
    addTask,
    minuteMeeting,
    markTask,
    markTaskByLink,
    removeTask,
    beginWithIdea,
    packetAction,
    applyAction,
    consortiumOf,
    remindInvited,
    forgetInvited,
  ],
  innerActions: [tellOpenings, forgetInterestAddresses],
  pages: [
    ...listPages,
    ...demandPages,
    ...forms.flatMap(({ pages }) => pages),
    ...candidatePages,
    ...bestPages,
    ...subjectPages,
    ...exportPages,
    ...openingPages,
    ...wantedPages,
    ...wantedOnePages,
    ...interestPages,
    ...consortiumPages,
    ...answerPages,
    ...invitePages,
    ...letterPages,
    ...templatePages,
    ...taskPages,
    ...applyPages,
    ...ideaPages,
    ...partnerPages,
  ],
  drafts: [
    newConsortium,
    ...forms.map(({ draft }) => draft),
    ideaDraft,
    joinDraft,
    answerDraft,
    inviteDraft,
    withdrawDraft,
    letterDraft,
    templateDraft,
    unsignDraft,
    meetingDraft,
    taskDraft,
  ],
  jobs: [tellKeepers, remindJob, tidyJob],
  turns: [interestTurns, openingNews, invitationTurns, taskTurns],
  days: [taskDays],
  subjects: [consortiumSubject],
  supplements: [
    consortiaOfAll,
    consortiaOfEcosystem,
    consortiaOfOrganisation,
    consortiaOfIdea,
    consortiaOfCall,
    consortiaOfFunding,
    consortiumOfApplication,
    openingsOfOrganisation,
    wantedBesideOrganisations,
  ],
}
