import type { Module } from '../../kernel/module.ts'
import { chainAction, endAction, itemAction, saveAction } from './actions.ts'
import { chainPages, impactOfEcosystem } from './chain-page.tsx'
import { changedItem, newItem } from './drafts.ts'
import { formPages } from './form-pages.tsx'
import { itemPages } from './item-page.tsx'
import { impactSubject } from './subjects.ts'
import { workbookPages } from './workbook-page.tsx'

export const impactModule: Module = {
  name: 'impact',
  actions: [chainAction, itemAction, saveAction, endAction],
  // "impact/new/{kind}" and "impact/workbook" stand before "impact/{entry}".
  pages: [...chainPages, ...workbookPages, ...formPages, ...itemPages],
  subjects: [impactSubject],
  supplements: [impactOfEcosystem],
  drafts: [newItem, changedItem],
}
