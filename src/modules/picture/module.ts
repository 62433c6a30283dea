import type { Module } from '../../kernel/module.ts'
import { addresses, figures, leads, listRegions, lists } from './actions.ts'
import { everything, renewSearches } from './everything.ts'
import { organisationActions } from './organisation-actions.ts'
import { editOrganisation, organisationDraft, organisationEditPages } from './organisation-edit.tsx'
import { organisationPages } from './organisation-pages.tsx'
import { pages } from './pages.tsx'
import { trace } from './trace.ts'

export const pictureModule: Module = {
  name: 'picture',
  actions: [
    figures,
    listRegions,
    leads,
    lists,
    trace,
    everything,
    addresses,
    ...organisationActions,
    editOrganisation,
  ],
  pages: [...pages, ...organisationPages, ...organisationEditPages],
  drafts: [organisationDraft],
  follow: renewSearches,
}
