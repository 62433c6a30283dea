import type { Module } from '../../kernel/module.ts'
import { networkChange } from './change-actions.ts'
import { changePages } from './change-pages.tsx'
import { networkActor } from './ego-actions.ts'
import { egoPages, tiesOfOrganisation } from './ego-pages.tsx'
import { networkFacts } from './fact-actions.ts'
import { filePages } from './file-pages.ts'
import { computePicture } from './jobs.ts'
import { networkLeft } from './left-actions.ts'
import { networkDrawing, networkMap } from './map-actions.ts'
import { mapPages } from './map-pages.tsx'
import { networkOfEcosystem, networkOfOrganisations } from './supplements.tsx'

export const networkModule: Module = {
  name: 'network',
  actions: [networkMap, networkActor, networkLeft, networkFacts, networkChange],
  innerActions: [networkDrawing],
  pages: [...mapPages, ...egoPages, ...changePages, ...filePages],
  supplements: [tiesOfOrganisation, networkOfOrganisations, networkOfEcosystem],
  jobs: [computePicture],
  subscriptions: { 'import.applied': ['network.compute'] },
}
