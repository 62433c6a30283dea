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
import { openPairs } from './turns.ts'
import { verbs } from './verbs.ts'

export const organisationsModule: Module = {
  name: 'organisations',
  actions: [pairs, planPairs, decidePairs, mergePair, keepApart, reopenPair, pairAct, undoAct, undoMerge],
  pages,
  turns: [openPairs],
  verbs,
}
