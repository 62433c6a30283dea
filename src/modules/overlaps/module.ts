import type { Module } from '../../kernel/module.ts'
import { newJudgement } from './judgement-draft.ts'
import { addJudgement, withdrawJudgement } from './judging.ts'
import { listPages } from './list-pages.tsx'
import { findNeighbours, readNeighbours } from './near-actions.ts'
import { nearPages } from './near-pages.tsx'
import { listPairs, readPair } from './pair-actions.ts'
import { pairPages } from './pair-pages.tsx'
import { subjectPages } from './subject-pages.tsx'
import { acceptSubject, clearSubject, readSubjects, rejectSubject } from './subjects.ts'
import { nearApplication, nearProject, pairsOfEcosystem } from './supplements.tsx'

export const overlapsModule: Module = {
  name: 'overlaps',
  actions: [
    findNeighbours,
    readNeighbours,
    listPairs,
    addJudgement,
    withdrawJudgement,
    readSubjects,
    acceptSubject,
    rejectSubject,
    clearSubject,
  ],
  innerActions: [readPair],
  pages: [...nearPages, ...subjectPages, ...listPages, ...pairPages],
  drafts: [newJudgement],
  supplements: [nearProject, nearApplication, pairsOfEcosystem],
}
