import type { Module } from '../../kernel/module.ts'
import { actions } from './actions.ts'
import { askedTies, factsActions, factsDrafts, factsPages } from './facts/index.ts'
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
    ...factsActions,
  ],
  // Of a file that the page has stored, and of bytes that a page sends.
  innerActions: [setLogo, getLogo],
  // "/ecosystems/new" stands before "/ecosystems/{key}".
  pages: [...factsPages, ...pages, ...settingsPages, ...framePages, ...goalPages],
  turns: [askedTies, editedEcosystems],
  jobs: [loadShipped],
  subjects: [ecosystemSubject],
  drafts: [...settingsDrafts, ...factsDrafts],
}
