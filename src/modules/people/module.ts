import type { Action } from '../../kernel/action.ts'
import type { Module } from '../../kernel/module.ts'
import {
  acceptAsSelf,
  acceptByMail,
  askAcceptance,
  confirmAcceptance,
  showInvitation,
} from './acceptance-actions.ts'
import { askEmailChange, changeEmail, endSession, ownAccount, updateAccount } from './account-actions.ts'
import { accountPages } from './account-pages.tsx'
import { createSignInLink, isWaiting, signIn, signOut } from './actions.ts'
import {
  answerCode,
  beginOneTimeCode,
  confirmOneTimeCode,
  renewRecoveryCodes,
  switchOffOneTimeCode,
} from './code-actions.ts'
import { inventPeople, signInToDemo } from './demo-people.ts'
import { getInvitation, invite, openInvitations, resend, revoke } from './invitation-actions.ts'
import { askForLink, sendLink, sendLinkJob } from './link-actions.ts'
import { getMail, listMails } from './mail-actions.ts'
import { sendMail } from './mail-jobs.ts'
import {
  endOffice,
  getHolding,
  giveOffice,
  listEcosystemMembers,
  listMembers,
  nameDeputy,
} from './member-actions.ts'
import { listPlaces } from './member-places.ts'
import {
  addPasskey,
  beginPasskey,
  beginPasskeySignIn,
  namePasskey,
  removePasskey,
  signInWithPasskey,
} from './passkey-actions.ts'
import { listPermissions } from './permission-actions.ts'
import { permissionsPage } from './permissions-page.tsx'
import { endPreview, startPreview } from './preview-actions.ts'
import { previewPages } from './preview-page.tsx'
import { signInWithProvider } from './provider-actions.ts'
import { getSecurity, guardFromStart, setSecurity } from './security-actions.ts'
import { tidySignIn } from './tidy.ts'
import { endingOffices, peopleNews } from './turns.ts'
import { verbs } from './verbs.ts'
import { noteRefusal } from './watch-actions.ts'

export const peopleModule: Module = {
  name: 'people',
  actions: [
    listMembers,
    listEcosystemMembers,
    getHolding,
    giveOffice,
    endOffice,
    nameDeputy,
    listPlaces,
    listPermissions,
    startPreview,
    endPreview,
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
    getSecurity,
    setSecurity,
  ] as readonly Action[],
  // They set cookies, print or show secrets: only the sign-in pages, one's own account and the command line start them.
  innerActions: [
    createSignInLink,
    isWaiting,
    signIn,
    signInToDemo,
    inventPeople,
    signOut,
    askForLink,
    sendLink,
    answerCode,
    beginPasskeySignIn,
    signInWithPasskey,
    signInWithProvider,
    showInvitation,
    acceptAsSelf,
    acceptByMail,
    askAcceptance,
    confirmAcceptance,
    askEmailChange,
    changeEmail,
    beginPasskey,
    addPasskey,
    namePasskey,
    removePasskey,
    beginOneTimeCode,
    confirmOneTimeCode,
    renewRecoveryCodes,
    switchOffOneTimeCode,
    guardFromStart,
    noteRefusal,
  ] as readonly Action[],
  pages: [...accountPages, permissionsPage, ...previewPages],
  turns: [endingOffices, peopleNews],
  jobs: [sendMail, sendLinkJob, tidySignIn],
  verbs,
}
