import type { Action } from '../../kernel/action.ts'
import type { Module } from '../../kernel/module.ts'
import { sendLinkJob } from './link-actions.ts'
import { getMail, listMails } from './mail-actions.ts'
import { sendMail } from './mail-jobs.ts'
import { verbs } from './verbs.ts'

// Actions that set cookies or print secrets are not among these: only the sign-in pages and the command line start them.
export const peopleModule: Module = {
  name: 'people',
  actions: [listMails, getMail] as readonly Action[],
  jobs: [sendMail, sendLinkJob],
  verbs,
}
