import type { Module } from '../../kernel/module.ts'
import { actions } from './actions.ts'
import { loadShipped } from './jobs.ts'

export const ecosystemsModule: Module = { name: 'ecosystems', actions, jobs: [loadShipped] }
