import type { Module } from '../../kernel/module.ts'
import {
  confirmImport,
  discardImport,
  forgetProfile,
  getImport,
  importRows,
  listImportsAction,
  listProfiles,
  receiveImport,
  reviseImport,
  withdrawImport,
} from './actions.ts'
import { listDetails } from './columns-draft.ts'
import { readImport } from './jobs.ts'
import { pages } from './pages.tsx'
import { importPlaces } from './place.ts'
import { getSource, importProgress, listSources } from './source-actions.ts'
import { appliedLists, waitingImports } from './turns.ts'

export const sourcesModule: Module = {
  name: 'sources',
  actions: [
    receiveImport,
    reviseImport,
    getImport,
    listImportsAction,
    importRows,
    confirmImport,
    withdrawImport,
    discardImport,
    listProfiles,
    forgetProfile,
    listSources,
    getSource,
    importProgress,
    importPlaces,
  ],
  pages,
  turns: [waitingImports, appliedLists],
  drafts: [listDetails],
  jobs: [readImport],
}
