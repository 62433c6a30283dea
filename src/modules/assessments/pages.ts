import type { Page } from '../../kernel/page.ts'
import { applicationPages } from './application-page.tsx'
import { assessmentPages } from './assessment-page.tsx'
import { bulkPages } from './bulk-page.tsx'
import { callPages } from './call-page.tsx'
import { completionPages } from './completion-page.tsx'
import { minePages } from './mine-page.tsx'

export const pages: readonly Page[] = [
  ...minePages,
  ...assessmentPages,
  ...applicationPages,
  ...callPages,
  ...bulkPages,
  ...completionPages,
]
