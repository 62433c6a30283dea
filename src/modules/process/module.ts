import type { Module } from '../../kernel/module.ts'
import { processFigures, processList, shareProcess } from './actions.ts'
import { addProcessNote, removeProcessNote } from './note-actions.ts'
import { noteDraft } from './note-form.tsx'
import { pages } from './pages.tsx'

export const processModule: Module = {
  name: 'process',
  actions: [processFigures, processList, shareProcess, addProcessNote, removeProcessNote],
  pages,
  drafts: [noteDraft],
}
