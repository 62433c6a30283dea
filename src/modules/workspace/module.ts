import type { Module } from '../../kernel/module.ts'
import { home } from './actions.ts'
import { pages } from './pages.tsx'
import { placeFinder } from './places.ts'

export const workspaceModule: Module = { name: 'workspace', actions: [home], pages, finders: [placeFinder] }
