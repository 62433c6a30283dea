import type { Module } from '../../kernel/module.ts'
import { verbs } from './verbs.ts'

export const administrationModule: Module = { name: 'administration', verbs }
