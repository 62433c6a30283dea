import type { Module } from '../../kernel/module.ts'
import {
  addFunding,
  archiveFunding,
  checkFunding,
  editFunding,
  listFundingAction,
  readFunding,
} from './actions.ts'
import { listOpportunities, readOpportunity, searchOpportunities } from './common-grants.ts'
import { changedFunding, newFunding } from './entry-drafts.ts'
import { fundingFinder } from './found.ts'
import { importFunding, previewFunding } from './import-actions.ts'
import { pages } from './pages.tsx'
import { fundingSubject } from './queries.ts'
import { staleTurns, tellStale, watchStale } from './stale.ts'

export const fundingModule: Module = {
  name: 'funding',
  actions: [
    previewFunding,
    importFunding,
    listFundingAction,
    readFunding,
    addFunding,
    editFunding,
    checkFunding,
    archiveFunding,
    listOpportunities,
    readOpportunity,
    searchOpportunities,
  ],
  innerActions: [tellStale],
  pages,
  jobs: [watchStale],
  turns: [staleTurns],
  finders: [fundingFinder],
  subjects: [fundingSubject],
  drafts: [newFunding, changedFunding],
}
