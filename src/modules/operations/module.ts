import type { Module } from '../../kernel/module.ts'
import { countedCompleteness, kohesioPortion, listOperations } from './actions.ts'
import { exportKohesio } from './kohesio-verb.ts'
import { pages } from './pages.tsx'

export const operationsModule: Module = {
  name: 'operations',
  actions: [listOperations, countedCompleteness],
  // Portions of a file that only the command line writes.
  innerActions: [kohesioPortion],
  pages,
  verbs: [exportKohesio],
}
