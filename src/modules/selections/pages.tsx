import type { Page } from '../../kernel/page.ts'
import { candidatePage } from './candidate-page.tsx'
import { candidatePages } from './candidates-page.tsx'
import { carryPages } from './carry-pages.tsx'
import { coursePage } from './course-page.tsx'
import { declarePages } from './declare-page.tsx'
import { deedPages } from './deed-pages.ts'
import { listPage } from './list-page.tsx'
import { recordPages } from './record-pages.tsx'
import { refusedInRoom, roomPages } from './room-pages.tsx'
import { rulePages } from './rules-page.tsx'
import { scorePages } from './scores-page.tsx'
import { selectionPages } from './selection-pages.tsx'
import { settingsPages } from './settings-pages.tsx'
import { takeInPage } from './take-in-page.tsx'

export const pages: readonly Page[] = [
  listPage,
  takeInPage,
  ...settingsPages,
  ...selectionPages,
  ...scorePages,
  ...candidatePages,
  candidatePage,
  coursePage,
  ...declarePages,
  ...rulePages,
  ...roomPages,
  ...recordPages,
  ...carryPages,
  ...deedPages(refusedInRoom),
]
