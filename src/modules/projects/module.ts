import type { Module } from '../../kernel/module.ts'
import { get, list, summary } from './actions.ts'

export const projectsModule: Module = { name: 'projects', actions: [list, get, summary] }
