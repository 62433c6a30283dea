import type { Action } from '../../kernel/action.ts'
import type { Module } from '../../kernel/module.ts'
import { endSession, ownAccount, updateAccount } from './account-actions.ts'
import { accountPages } from './account-pages.tsx'
import { createSignInLink, signIn, signOut } from './actions.ts'
import { signInToDemo } from './demo-people.ts'
import { getInvitation, invite, openInvitations, resend, revoke } from './invitation-actions.ts'
import { invitationPages } from './invitation-pages.tsx'
import { sendLinkJob } from './link-actions.ts'
import { getMail, listMails } from './mail-actions.ts'
import { sendMail } from './mail-jobs.ts'
import { tidySignIn } from './tidy.ts'
import { verbs } from './verbs.ts'

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
  // They set cookies or print secrets.
  innerActions: [createSignInLink, signIn, signInToDemo, signOut],
  pages: [...accountPages, ...invitationPages],
  jobs: [sendMail, sendLinkJob, tidySignIn],
  verbs,
}
