import type { Module } from '../../kernel/module.ts'
import {
  endOperating,
  getOperating,
  listOperating,
  reviewOperating,
  rolesOfOrganisation,
  saveOperating,
} from './actions.ts'
import { changedItem, newItem } from './drafts.ts'
import { formPages } from './form-pages.tsx'
import { itemPages } from './item-pages.tsx'
import { listPages } from './list-pages.tsx'
import { operatingSubject } from './subjects.ts'
import { operatingOfEcosystem, rolesOnOrganisation } from './supplements.tsx'
import { overdueWays } from './turns.ts'

export const operatingModule: Module = {
  name: 'operating',
  actions: [listOperating, getOperating, saveOperating, reviewOperating, endOperating, rolesOfOrganisation],
  // "operating/new/{kind}" stands before "operating/{entry}".
  pages: [...listPages, ...formPages, ...itemPages],
  subjects: [operatingSubject],
  supplements: [operatingOfEcosystem, rolesOnOrganisation],
  turns: [overdueWays],
  drafts: [newItem, changedItem],
}
