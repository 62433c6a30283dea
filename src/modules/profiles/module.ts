import type { Module } from '../../kernel/module.ts'
import {
  askDraft,
  basicsDraft,
  changedCard,
  competenceDraft,
  inviteDraft,
  newCard,
  pictureDraft,
} from './drafts.ts'
import {
  addCompetence,
  addIndustry,
  confirmProfile,
  removeFact,
  restoreFact,
  stateBasics,
  stateCard,
} from './fact-actions.ts'
import { profileFinder } from './found.ts'
import { invitationPages } from './invitation-page.tsx'
import { askKeepers, nightly } from './jobs.ts'
import {
  acceptKeeping,
  answerToKeep,
  askToKeep,
  declineKeeping,
  endKeeping,
  enterByKeeperInvitation,
  inviteKeeper,
  readKeepers,
  revokeKeeperInvitation,
  showKeeperInvitation,
} from './keeper-actions.ts'
import { keeperPages } from './keeper-pages.tsx'
import { listOffers } from './offer-actions.ts'
import { offerPages } from './offer-pages.tsx'
import { pages } from './pages.tsx'
import { addPicture, describePicture } from './picture-actions.ts'
import { picturePages } from './picture-pages.tsx'
import { readHistory, readPicture, readProfile, suggestCompetences } from './read-actions.ts'
import { offersOfOrganisations, profileOfOrganisation } from './supplement.tsx'
import { answerNews, keeperTurns, requestTurns } from './turns.ts'

export const profilesModule: Module = {
  name: 'profiles',
  actions: [
    readProfile,
    readHistory,
    suggestCompetences,
    stateBasics,
    stateCard,
    addCompetence,
    addIndustry,
    addPicture,
    describePicture,
    removeFact,
    restoreFact,
    confirmProfile,
    readKeepers,
    inviteKeeper,
    revokeKeeperInvitation,
    askToKeep,
    answerToKeep,
    endKeeping,
    listOffers,
  ],
  innerActions: [
    readPicture,
    showKeeperInvitation,
    enterByKeeperInvitation,
    acceptKeeping,
    declineKeeping,
    askKeepers,
  ],
  pages: [...pages, ...picturePages, ...keeperPages, ...invitationPages, ...offerPages],
  drafts: [basicsDraft, newCard, changedCard, competenceDraft, pictureDraft, inviteDraft, askDraft],
  supplements: [profileOfOrganisation, offersOfOrganisations],
  finders: [profileFinder],
  turns: [keeperTurns, requestTurns, answerNews],
  jobs: [nightly],
}
