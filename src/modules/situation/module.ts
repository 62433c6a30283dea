import type { Module } from '../../kernel/module.ts'
import { getFigure, getSituation, listSituations } from './actions.ts'
import {
  addSituation,
  composeSituation,
  endSituation,
  getComposition,
  refreshSituations,
} from './compose-actions.ts'
import { composePages } from './compose-page.tsx'
import { composition } from './drafts.ts'
import { embedPages } from './embed-pages.tsx'
import { figurePages } from './figure-page.tsx'
import { filePages } from './file-pages.ts'
import { makeSituation } from './jobs.ts'
import { pages } from './pages.tsx'
import { picturesOfEcosystem } from './supplements.tsx'
import { makeVerb } from './verbs.ts'

export const situationModule: Module = {
  name: 'situation',
  actions: [
    listSituations,
    getSituation,
    getFigure,
    refreshSituations,
    getComposition,
    composeSituation,
    addSituation,
    endSituation,
  ],
  pages: [...pages, ...filePages, ...embedPages, ...composePages, ...figurePages],
  jobs: [makeSituation],
  verbs: [makeVerb],
  drafts: [composition],
  supplements: [picturesOfEcosystem],
  subscriptions: { 'import.applied': ['situation.make'], 'report.approved': ['situation.make'] },
}
