import type { Module } from '../../kernel/module.ts'
import { pages } from './pages.tsx'

export const publishingModule: Module = { name: 'publishing', pages }
