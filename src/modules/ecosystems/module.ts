import type { Module } from '../../kernel/module.ts'
import { actions } from './actions.ts'
import { frameActions } from './frame-actions.ts'
import { framePages } from './frame-page.tsx'
import { listGoals, removeGoal, saveGoalAction } from './goal-actions.ts'
import { goalPages } from './goals-page.tsx'
import { loadShipped } from './jobs.ts'
import { getLogo, removeLogo, setLogo } from './logo-actions.ts'
import { pages } from './pages.tsx'
import { changeSettings, getSettings } from './settings-actions.ts'
import { settingsDrafts } from './settings-drafts.ts'
import { settingsPages } from './settings-page.tsx'
import { ecosystemSubject } from './subject-queries.ts'
import { editedEcosystems } from './turns.ts'

export const ecosystemsModule: Module = {
  name: 'ecosystems',
  actions: [
    ...actions,
    getSettings,
    changeSettings,
    removeLogo,
    ...frameActions,
    listGoals,
    saveGoalAction,
    removeGoal,
  ],
  // Of a file that the page has stored, and of bytes that a page sends.
  innerActions: [setLogo, getLogo],
  pages: [...pages, ...settingsPages, ...framePages, ...goalPages],
  turns: [editedEcosystems],
  jobs: [loadShipped],
  subjects: [ecosystemSubject],
  drafts: settingsDrafts,
}
