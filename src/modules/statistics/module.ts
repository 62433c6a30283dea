import type { Module } from '../../kernel/module.ts'
import { getStatistics, listStatistics, statisticValues } from './actions.ts'
import { addStatistics, outlineStatistics, previewStatistics } from './address-actions.ts'
import { addStatisticsFile, previewStatisticsFile } from './file-actions.ts'
import { fetchStatistics, refreshStatistics } from './jobs.ts'
import { changeDataset, refreshDataset, removeDataset } from './keeper-actions.ts'
import { addShippedStatistics } from './shipped-actions.ts'
import { statisticsVerbs } from './verbs.ts'

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
    outlineStatistics,
    previewStatistics,
    previewStatisticsFile,
    addStatisticsFile,
    addShippedStatistics,
  ],
  jobs: [fetchStatistics, refreshStatistics],
  verbs: statisticsVerbs,
}
