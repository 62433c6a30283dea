import type { Module } from '../../kernel/module.ts'
import { auditChoices, exportAudit, searchAudit } from './actions.ts'
import { pages } from './pages.tsx'
import { verbs } from './verbs.ts'

export const auditModule: Module = {
  name: 'audit',
  actions: [searchAudit, auditChoices],
  innerActions: [exportAudit],
  pages,
  verbs,
}
