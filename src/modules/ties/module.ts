import type { Module } from '../../kernel/module.ts'
import { answerSurvey, openSurvey } from './answer-actions.ts'
import { answerPages } from './answer-pages.tsx'
import { answerAsked, askSide, showAsked } from './ask-actions.ts'
import { askPages } from './ask-pages.tsx'
import { applyFile, getFile, listFiles, receiveFile, undoFile } from './file-actions.ts'
import { importPages } from './import-pages.tsx'
import { addKind, endKind, listKinds, tieChoices } from './kind-actions.ts'
import { kindPages, newKind } from './kind-pages.tsx'
import { acceptReady, acceptRow, joinName, leaveRow } from './row-actions.ts'
import { closeSurvey, getSurvey, listSurveys, makeSurvey } from './survey-actions.ts'
import { dropAddresses, tidyAddresses, waitingLines } from './survey-jobs.ts'
import { surveyPagesOfOne } from './survey-page.tsx'
import { newSurvey, surveyPages } from './survey-pages.tsx'
import { answerOfTie, changeTie, endTie, getTie, listTies, stateTie } from './tie-actions.ts'
import { changedTie, newTie, tieAnswer } from './tie-drafts.ts'
import { waitingTies } from './tie-news.ts'
import { tiePages } from './tie-pages.tsx'

export const tiesModule: Module = {
  name: 'ties',
  actions: [
    ...[listTies, getTie, stateTie, answerOfTie, endTie, changeTie, askSide],
    ...[listKinds, addKind, endKind],
    ...[listSurveys, getSurvey, makeSurvey, closeSurvey, joinName, acceptRow, acceptReady, leaveRow],
    ...[listFiles, getFile, applyFile, undoFile],
  ],
  innerActions: [tieChoices, openSurvey, answerSurvey, showAsked, answerAsked, dropAddresses, receiveFile],
  pages: [
    ...[...tiePages, ...kindPages, ...surveyPages, ...surveyPagesOfOne],
    ...[...answerPages, ...askPages, ...importPages],
  ],
  jobs: [tidyAddresses],
  turns: [waitingTies, waitingLines],
  drafts: [newTie, changedTie, tieAnswer, newKind, newSurvey],
}
