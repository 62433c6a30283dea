import type { Module } from '../../kernel/module.ts'
import {
  exploreBenchmark,
  getBenchmark,
  listBenchmarks,
  makeBenchmark,
  removeBenchmark,
  repeatBenchmark,
} from './actions.ts'
import { benchmarkRecord } from './files.ts'
import { researchGoal } from './goal.ts'
import { addNote, removeNote } from './note-actions.ts'
import { noteDraft } from './note-view.tsx'
import { benchmarkOverTime } from './over-time.ts'
import { pages } from './pages.tsx'

export const benchmarksModule: Module = {
  name: 'benchmarks',
  actions: [
    exploreBenchmark,
    listBenchmarks,
    getBenchmark,
    benchmarkOverTime,
    benchmarkRecord,
    researchGoal,
    makeBenchmark,
    repeatBenchmark,
    removeBenchmark,
    addNote,
    removeNote,
  ],
  pages,
  drafts: [noteDraft],
}
