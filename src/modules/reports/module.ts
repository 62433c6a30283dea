import type { Module } from '../../kernel/module.ts'
import { addPages } from './add-pages.tsx'
import { handlingDraft, newReporting, partDraft, schemeDraft } from './drafts.ts'
import { givePart, sendReport } from './fill-actions.ts'
import { listPages } from './list-pages.tsx'
import {
  approveReport,
  correctReport,
  lockReportAction,
  returnReport,
  unlockReport,
} from './office-actions.ts'
import { getReport, listReports, reportsOnProject } from './read-actions.ts'
import { reportPages } from './report-page.tsx'
import { addProject, nightly, openReports, saveScheme } from './scheme-actions.ts'
import { sheetPages } from './sheet-pages.tsx'
import { reportSubject } from './subjects.ts'
import { reportsOfEcosystemPage, reportsOfProjectPage } from './supplements.tsx'
import { reportDays, reportsToFill, reportsToHandle } from './turns.ts'

export const reportsModule: Module = {
  name: 'reports',
  actions: [
    getReport,
    listReports,
    reportsOnProject,
    givePart,
    sendReport,
    returnReport,
    approveReport,
    correctReport,
    lockReportAction,
    unlockReport,
    saveScheme,
    addProject,
  ],
  innerActions: [openReports],
  pages: [...listPages, ...addPages, ...sheetPages, ...reportPages],
  jobs: [nightly],
  subjects: [reportSubject],
  supplements: [reportsOfProjectPage, reportsOfEcosystemPage],
  turns: [reportsToFill, reportsToHandle],
  days: [reportDays],
  drafts: [partDraft, handlingDraft, schemeDraft, newReporting],
}
