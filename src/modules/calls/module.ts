import type { Module } from '../../kernel/module.ts'
import { addCall, changeCall, copyCall } from './actions.ts'
import { correctCall } from './correct-actions.ts'
import { callDays } from './days.ts'
import { callFinder } from './found.ts'
import { rewindClocks, windClocks } from './jobs.ts'
import { listCalls, publicCalls } from './list.ts'
import { dropModel, keepModel } from './model-actions.ts'
import { modelDraft } from './model-pages.tsx'
import { announceCall, moveCall } from './move-actions.ts'
import { moveDraft } from './move-pages.tsx'
import { pages } from './pages.tsx'
import { newCallDraft, partDraft } from './part-drafts.ts'
import { callSubject } from './queries.ts'
import { callForm, checkCall, readCall, setAssessors } from './read-actions.ts'
import { assessmentWaits, openingSoon } from './turns.ts'

export const callsModule: Module = {
  name: 'calls',
  actions: [
    listCalls,
    publicCalls,
    readCall,
    callForm,
    checkCall,
    addCall,
    copyCall,
    changeCall,
    announceCall,
    moveCall,
    correctCall,
    setAssessors,
    keepModel,
    dropModel,
  ],
  pages,
  drafts: [partDraft, newCallDraft, moveDraft, modelDraft],
  jobs: [windClocks, rewindClocks],
  subjects: [callSubject],
  finders: [callFinder],
  days: [callDays],
  turns: [openingSoon, assessmentWaits],
}
