import type { Module } from '../../kernel/module.ts'
import { getStatistics, listStatistics, statisticValues } from './actions.ts'
import { addStatistics, outlineStatistics, previewStatistics } from './address-actions.ts'
import { changedDataset, removedDataset } from './edit-drafts.ts'
import { addStatisticsFile, previewStatisticsFile } from './file-actions.ts'
import { fetchStatistics, refreshStatistics } from './jobs.ts'
import { changeDataset, refreshDataset, removeDataset } from './keeper-actions.ts'
import { pages } from './pages.ts'
import { addShippedStatistics } from './shipped-actions.ts'
import { statisticsVerbs } from './verbs.ts'
import { wholeStatistics } from './whole-actions.ts'

export const statisticsModule: Module = {
  name: 'statistics',
  actions: [
    listStatistics,
    getStatistics,
    statisticValues,
    addStatistics,
    refreshDataset,
    changeDataset,
    removeDataset,
  ],
  innerActions: [
    wholeStatistics,
    outlineStatistics,
    previewStatistics,
    previewStatisticsFile,
    addStatisticsFile,
    addShippedStatistics,
  ],
  pages,
  drafts: [changedDataset, removedDataset],
  jobs: [fetchStatistics, refreshStatistics],
  verbs: statisticsVerbs,
}
