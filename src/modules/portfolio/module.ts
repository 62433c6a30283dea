import type { Module } from '../../kernel/module.ts'
import { addCommitment, checkCommitment, listCommitments } from './commitment-actions.ts'
import { addIdea, dropIdea, editIdea, restoreIdea } from './idea-actions.ts'
import { listWithdrawn, readIdea } from './idea-read.ts'
import { addGoal, judgeFeed, place, serve, undoPlace } from './judge-actions.ts'
import { addPortfolio, addSource, choose, editPortfolio, removePart, setTarget } from './keep-actions.ts'
import { drafts, pages } from './pages.tsx'
import { getAction, listAction } from './read-actions.ts'
import { checkDays, checksWaiting, morningReminders, remindOfChecks } from './reminders.ts'
import { commitmentSubject, ideaSubject, portfolioSubject } from './subjects.ts'
import { portfoliosOfAll, portfoliosOfEcosystem } from './supplements.tsx'

export const portfolioModule: Module = {
  name: 'portfolio',
  actions: [
    listAction,
    getAction,
    addPortfolio,
    editPortfolio,
    addSource,
    choose,
    setTarget,
    removePart,
    place,
    undoPlace,
    judgeFeed,
    addGoal,
    serve,
    readIdea,
    addIdea,
    editIdea,
    dropIdea,
    restoreIdea,
    listCommitments,
    addCommitment,
    checkCommitment,
  ],
  innerActions: [listWithdrawn, remindOfChecks],
  jobs: [morningReminders],
  pages,
  drafts,
  subjects: [portfolioSubject, ideaSubject, commitmentSubject],
  turns: [checksWaiting],
  days: [checkDays],
  supplements: [portfoliosOfEcosystem, portfoliosOfAll],
}
