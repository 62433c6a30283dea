import type { Module } from '../../kernel/module.ts'
import {
  addForm,
  archiveForm,
  checkFormFile,
  exportForm,
  importForm,
  listForms,
  readFormAction,
  settleForm,
} from './actions.ts'
import { builderPages } from './builder-page.tsx'
import { changeFormAction, undoStep } from './change-actions.ts'
import { editPages } from './edit-pages.tsx'
import { formDrafts } from './form-drafts.ts'
import { importPages } from './import-pages.tsx'
import { listPages } from './list-pages.tsx'
import { previewPages } from './preview-pages.tsx'
import { formSubject } from './queries.ts'

export const formsModule: Module = {
  name: 'forms',
  actions: [
    listForms,
    readFormAction,
    addForm,
    changeFormAction,
    undoStep,
    settleForm,
    checkFormFile,
    importForm,
    exportForm,
    archiveForm,
  ],
  // An address that says its word comes before one that holds an id there.
  pages: [...listPages, ...importPages, ...builderPages, ...editPages, ...previewPages],
  subjects: [formSubject],
  drafts: formDrafts,
}
