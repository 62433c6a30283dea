import type { Module } from '../../kernel/module.ts'
import { applicationFile, readApplication, readMoney } from './application-actions.ts'
import { assign, candidates, proposeAssessors, release, setDueDay } from './assign-actions.ts'
import { previewBulk } from './bulk-actions.ts'
import { assessmentsOfCall } from './call-work.ts'
import { beginCheck, check, fail, pass, recheck, scoreAgain, unsettleJoint } from './check-actions.ts'
import { previewCompletion } from './completion-actions.ts'
import { askManyDraft } from './completion-page.tsx'
import { assignDraft, checkDraft, jointDraft, reasonDrafts, releaseDraft, sheetDraft } from './drafts.ts'
import { pages } from './pages.ts'
import { callsInAssessment, listAssessments, myAssessments, readAssessment } from './read-actions.ts'
import { giveSheet, openSheet, settle, takeBack } from './sheet-actions.ts'
import { assessmentSubject } from './subject.ts'
import { follow } from './taking-in.ts'
import { myTurns } from './turns.ts'

export const assessmentsModule: Module = {
  name: 'assessments',
  actions: [
    listAssessments,
    myAssessments,
    callsInAssessment,
    readAssessment,
    previewBulk,
    previewCompletion,
    readApplication,
    readMoney,
    applicationFile,
    beginCheck,
    check,
    pass,
    fail,
    recheck,
    proposeAssessors,
    candidates,
    assign,
    release,
    setDueDay,
    openSheet,
    giveSheet,
    takeBack,
    scoreAgain,
    settle,
    unsettleJoint,
  ],
  pages,
  drafts: [
    sheetDraft,
    jointDraft,
    checkDraft,
    ...Object.values(reasonDrafts),
    assignDraft,
    releaseDraft,
    askManyDraft,
  ],
  turns: [myTurns],
  subjects: [assessmentSubject],
  supplements: [assessmentsOfCall],
  follow,
}
