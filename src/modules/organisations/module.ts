import type { Module } from '../../kernel/module.ts'
import { pages } from './pages.tsx'
import {
  decidePairs,
  keepApart,
  mergePair,
  pairAct,
  pairs,
  planPairs,
  reopenPair,
  undoAct,
  undoMerge,
} from './review-actions.ts'
import { statedOrganisation, undoStatement } from './statements.ts'
import { organisationSubject } from './subject-queries.ts'
import { openPairs } from './turns.ts'
import { verbs } from './verbs.ts'

export const organisationsModule: Module = {
  name: 'organisations',
  actions: [
    pairs,
    planPairs,
    decidePairs,
    mergePair,
    keepApart,
    reopenPair,
    pairAct,
    undoAct,
    undoMerge,
    statedOrganisation,
    undoStatement,
  ],
  pages,
  turns: [openPairs],
  verbs,
  subjects: [organisationSubject],
}
