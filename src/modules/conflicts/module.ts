import type { Module } from '../../kernel/module.ts'
import { noteAdvice, strike } from './advice-actions.ts'
import { advicePages } from './advice-pages.tsx'
import { adviceDraft } from './advice-view.tsx'
import { conflictsOfCall } from './call-work.ts'
import { declare, lift, ownConflict } from './declare-actions.ts'
import { declarationDraft, declarePages } from './declare-pages.tsx'
import { addFamily, listFamily, removeFamily } from './family-actions.ts'
import { familyDraft, familyPages } from './family-pages.tsx'
import { addInterest, listInterests, removeInterest } from './interest-actions.ts'
import { interestDraft, interestPages } from './interest-pages.tsx'
import { ownInCall } from './own-actions.ts'
import { ownPages } from './own-pages.tsx'
import { conflictTable, nameDeputy } from './table-actions.ts'
import { strikeDraft, tablePages } from './table-pages.tsx'
import { declarationsDue } from './turns.ts'

export const conflictsModule: Module = {
  name: 'conflicts',
  actions: [
    ownConflict,
    ownInCall,
    declare,
    lift,
    conflictTable,
    nameDeputy,
    noteAdvice,
    strike,
    listInterests,
    addInterest,
    removeInterest,
    listFamily,
    addFamily,
    removeFamily,
  ],
  pages: [...declarePages, ...ownPages, ...advicePages, ...tablePages, ...interestPages, ...familyPages],
  drafts: [declarationDraft, adviceDraft, strikeDraft, interestDraft, familyDraft],
  turns: [declarationsDue],
  supplements: [conflictsOfCall],
}
