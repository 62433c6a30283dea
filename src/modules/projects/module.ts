import type { Module } from '../../kernel/module.ts'
import { get, list, summary } from './actions.ts'
import { pages } from './pages.tsx'

export const projectsModule: Module = { name: 'projects', actions: [list, get, summary], pages }
