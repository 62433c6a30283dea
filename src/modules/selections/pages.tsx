import type { Page } from '../../kernel/page.ts'
import { candidatePages } from './candidates-page.tsx'
import { carryPages } from './carry-pages.tsx'
import { deedPages } from './deed-pages.ts'
import { listPage } from './list-page.tsx'
import { recordPages } from './record-pages.tsx'
import { rulePages } from './rules-page.tsx'
import { scorePages } from './scores-page.tsx'
import { selectionPages } from './selection-pages.tsx'
import { settingsPages } from './settings-pages.tsx'

/** What was refused in the room is thrown on until the room's page shows it itself. */
const refused = async (_request: unknown, _selection: string, error: unknown): Promise<never> => {
  throw error
}

export const pages: readonly Page[] = [
  listPage,
  ...settingsPages,
  ...selectionPages,
  ...scorePages,
  ...candidatePages,
  ...rulePages,
  ...recordPages,
  ...carryPages,
  ...deedPages(refused),
]
