import type { Module } from '../../kernel/module.ts'
import { invitationPages } from './invitation-pages.tsx'
import { memberDrafts } from './member-drafts.ts'
import { memberPages } from './members-page.tsx'
import { officePages } from './office-page.tsx'

export const membersModule: Module = {
  name: 'members',
  pages: [...invitationPages, ...memberPages, ...officePages],
  drafts: memberDrafts,
}
