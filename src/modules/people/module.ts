import type { Module } from '../../kernel/module.ts'
import { verbs } from './verbs.ts'

// Its actions set cookies or print secrets, so only the sign-in pages and the command line start them.
export const peopleModule: Module = { name: 'people', verbs }
