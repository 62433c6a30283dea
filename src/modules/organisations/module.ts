import type { Module } from '../../kernel/module.ts'
import { pages } from './pages.tsx'
import { keepApart, mergePair, pairs, reopenPair, undoMerge } from './review-actions.ts'
import { organisationSubject } from './subject-queries.ts'
import { verbs } from './verbs.ts'

export const organisationsModule: Module = {
  name: 'organisations',
  actions: [pairs, mergePair, keepApart, reopenPair, undoMerge],
  pages,
  verbs,
  subjects: [organisationSubject],
}
