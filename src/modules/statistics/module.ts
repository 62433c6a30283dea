import type { Module } from '../../kernel/module.ts'
import { getStatistics, listStatistics, statisticValues } from './actions.ts'
import { addStatisticsFile, previewStatisticsFile } from './file-actions.ts'
import { addShippedStatistics } from './shipped-actions.ts'
import { statisticsVerbs } from './verbs.ts'

export const statisticsModule: Module = {
  name: 'statistics',
  actions: [listStatistics, getStatistics, statisticValues],
  innerActions: [previewStatisticsFile, addStatisticsFile, addShippedStatistics],
  verbs: statisticsVerbs,
}
