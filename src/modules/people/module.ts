import type { Module } from '../../kernel/module.ts'
import { createSignInLink, signIn, signInToDemo, signOut } from './actions.ts'
import { verbs } from './verbs.ts'

export const peopleModule: Module = {
  name: 'people',
  // They set cookies or print secrets.
  innerActions: [createSignInLink, signIn, signInToDemo, signOut],
  verbs,
}
