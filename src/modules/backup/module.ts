import type { Module } from '../../kernel/module.ts'
import { verbs } from './verbs.ts'

export const backupModule: Module = { name: 'backup', verbs }
