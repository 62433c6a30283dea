import type { Module } from '../../kernel/module.ts'
import { networkCapable } from './cell-actions.ts'
import { networkChange } from './change-actions.ts'
import { changePages } from './change-pages.tsx'
import { networkActor } from './ego-actions.ts'
import { egoPages, tiesOfOrganisation } from './ego-pages.tsx'
import { networkFacts } from './fact-actions.ts'
import { filePages } from './file-pages.ts'
import { computePicture } from './jobs.ts'
import { networkLearning } from './learning-actions.ts'
import { networkLeft } from './left-actions.ts'
import { networkDrawing, networkMap } from './map-actions.ts'
import { mapPages } from './map-pages.tsx'
import { networkMeet } from './meet-actions.ts'
import { networkGrowth, networkRegions } from './region-actions.ts'
import { regionPages } from './region-pages.tsx'
import { networkOfEcosystem, networkOfOrganisations } from './supplements.tsx'

export const networkModule: Module = {
  name: 'network',
  actions: [
    ...[networkMap, networkActor, networkLeft, networkFacts, networkChange],
    ...[networkMeet, networkRegions, networkGrowth, networkCapable, networkLearning],
  ],
  innerActions: [networkDrawing],
  pages: [...mapPages, ...egoPages, ...changePages, ...filePages, ...regionPages],
  supplements: [tiesOfOrganisation, networkOfOrganisations, networkOfEcosystem],
  jobs: [computePicture],
  subscriptions: { 'import.applied': ['network.compute'] },
}
