import type { Module } from '../../kernel/module.ts'
import { networkActor } from './ego-actions.ts'
import { egoPages, tiesOfOrganisation } from './ego-pages.tsx'
import { computePicture } from './jobs.ts'
import { addKind, endKind, listKinds, tieChoices } from './kind-actions.ts'
import { kindPages, newKind } from './kind-pages.tsx'
import { networkDrawing, networkMap } from './map-actions.ts'
import { mapPages } from './map-pages.tsx'
import { answerOfTie, changeTie, endTie, getTie, listTies, stateTie } from './tie-actions.ts'
import { changedTie, newTie, tieAnswer } from './tie-drafts.ts'
import { waitingTies } from './tie-news.ts'
import { tiePages } from './tie-pages.tsx'

export const networkModule: Module = {
  name: 'network',
  actions: [
    networkMap,
    networkDrawing,
    networkActor,
    listTies,
    getTie,
    stateTie,
    answerOfTie,
    endTie,
    changeTie,
    listKinds,
    addKind,
    endKind,
  ],
  innerActions: [tieChoices],
  pages: [...mapPages, ...egoPages, ...tiePages, ...kindPages],
  turns: [waitingTies],
  drafts: [newTie, changedTie, tieAnswer, newKind],
  supplements: [tiesOfOrganisation],
  jobs: [computePicture],
  subscriptions: { 'import.applied': ['network.compute'] },
}
