import type { Action } from '../../kernel/action.ts'
import type { Module } from '../../kernel/module.ts'
import { endSession, ownAccount, updateAccount } from './account-actions.ts'
import { accountPages } from './account-pages.tsx'
import { getInvitation, invite, openInvitations, resend, revoke } from './invitation-actions.ts'
import { invitationPages } from './invitation-pages.tsx'
import { sendLinkJob } from './link-actions.ts'
import { getMail, listMails } from './mail-actions.ts'
import { sendMail } from './mail-jobs.ts'
import { tidySignIn } from './tidy.ts'
import { verbs } from './verbs.ts'

// Actions that set cookies or print secrets are not among these: only the sign-in pages and the command line start them.
export const peopleModule: Module = {
  name: 'people',
  actions: [
    listMails,
    getMail,
    ownAccount,
    updateAccount,
    endSession,
    invite,
    openInvitations,
    getInvitation,
    revoke,
    resend,
  ] as readonly Action[],
  pages: [...accountPages, ...invitationPages],
  jobs: [sendMail, sendLinkJob, tidySignIn],
  verbs,
}
