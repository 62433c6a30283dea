import type { Module } from '../../kernel/module.ts'
import {
  addTemplate,
  archiveTemplate,
  changeCriteria,
  copyTemplate,
  exportTemplate,
  importTemplate,
  listTemplates,
  readTemplateAction,
  settleTemplate,
} from './actions.ts'
import { criterionDraft, newTemplate, settingsDraft } from './drafts.ts'
import { pages } from './pages.tsx'

export const criteriaModule: Module = {
  name: 'criteria',
  actions: [
    listTemplates,
    readTemplateAction,
    addTemplate,
    copyTemplate,
    changeCriteria,
    settleTemplate,
    exportTemplate,
    importTemplate,
    archiveTemplate,
  ],
  pages,
  drafts: [newTemplate, criterionDraft, settingsDraft],
}
