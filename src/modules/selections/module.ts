import type { Module } from '../../kernel/module.ts'
import { attendSelection } from './attendance-actions.ts'
import { dropCandidate, editCandidate } from './candidate-actions.ts'
import { proposalsOf } from './carry-actions.ts'
import {
  choosePortfolio,
  forceCandidate,
  noteCandidate,
  stepAsideFrom,
  unforceCandidate,
} from './choice-actions.ts'
import {
  closeSelection,
  closingProblem,
  closingSelection,
  giveUpRecord,
  makeRecord,
  resumeSelection,
} from './closing-actions.ts'
import { declareSelection, ownStandings } from './declare-actions.ts'
import { selectionDeclaration } from './declare-page.tsx'
import { plannedSelections } from './from-projects.ts'
import { recordingJob } from './jobs.ts'
import { pages } from './pages.tsx'
import {
  addSelection,
  callSelection,
  editSelection,
  frameOf,
  openSelection,
  seatMember,
  selectionChoices,
} from './prepare-actions.ts'
import { listSelections, readCourse, readSelection, solveSelection } from './reading.ts'
import { readRecord, signRecord, verifySelection } from './record-actions.ts'
import {
  asideWords,
  candidateNote,
  choiceReasons,
  forceReason,
  statement,
  voteQuestion,
} from './room-drafts.ts'
import { selectionRule } from './rules-page.tsx'
import { selectionScores } from './scores-page.tsx'
import { newSelection, selectionSettings } from './settings-pages.tsx'
import { readSheet, takeInSheet } from './sheet-actions.ts'
import { candidateSubject, selectionSubject } from './subjects.ts'
import { scoreCandidates, takeInCall, takeInProjects } from './take-in-actions.ts'
import { candidatesFromList } from './take-in-page.tsx'
import { selectionDays, selectionFinder, selectionsOfMine, selectionsToRun } from './turns.ts'
import { verifyVerb } from './verify-verb.ts'
import { askVote, castBallot, endVote } from './vote-actions.ts'
import { sayWeights, setLimit, switchRule, unsayWeights } from './weight-actions.ts'

export const selectionsModule: Module = {
  name: 'selections',
  actions: [
    listSelections,
    readSelection,
    readCourse,
    solveSelection,
    addSelection,
    editSelection,
    seatMember,
    callSelection,
    openSelection,
    closeSelection,
    resumeSelection,
    takeInProjects,
    takeInCall,
    scoreCandidates,
    editCandidate,
    dropCandidate,
    sayWeights,
    unsayWeights,
    setLimit,
    switchRule,
    forceCandidate,
    unforceCandidate,
    noteCandidate,
    stepAsideFrom,
    ownStandings,
    declareSelection,
    choosePortfolio,
    askVote,
    castBallot,
    endVote,
    attendSelection,
    readRecord,
    signRecord,
    verifySelection,
    proposalsOf,
  ],
  innerActions: [
    selectionChoices,
    plannedSelections,
    frameOf,
    readSheet,
    takeInSheet,
    closingProblem,
    closingSelection,
    giveUpRecord,
    makeRecord,
  ],
  pages,
  jobs: [recordingJob],
  subjects: [selectionSubject, candidateSubject],
  turns: [selectionsOfMine, selectionsToRun],
  finders: [selectionFinder],
  days: [selectionDays],
  supplements: [candidatesFromList],
  verbs: [verifyVerb],
  drafts: [
    newSelection,
    selectionSettings,
    selectionScores,
    selectionRule,
    forceReason,
    candidateNote,
    asideWords,
    statement,
    voteQuestion,
    choiceReasons,
    selectionDeclaration,
  ],
}
