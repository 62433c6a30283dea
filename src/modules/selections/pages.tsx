import type { Page } from '../../kernel/page.ts'
import { deedPages } from './deed-pages.ts'

/** What was refused in the room is thrown on until the room's page shows it itself. */
const refused = async (_request: unknown, _selection: string, error: unknown): Promise<never> => {
  throw error
}

export const pages: readonly Page[] = [...deedPages(refused)]
