import type { Module } from '../../kernel/module.ts'
import { installationHealth, installationStorage } from './health-actions.ts'
import { healthPages } from './health-pages.tsx'
import { tellHealth, watchHealth } from './health-watch.ts'
import { cancelJob, getJob, listJobs, retryJob } from './job-actions.ts'
import { jobPages } from './job-pages.tsx'
import { mailPages } from './mail-pages.tsx'
import { resealAll } from './secret-actions.ts'
import { secretVerb } from './secret-verb.ts'
import { securityPages } from './security-page.tsx'
import { limitsDraft, storagePages } from './storage-page.tsx'
import { closeUser, endSessions, getUser, listUsers, reopenUser } from './user-actions.ts'
import { importUsers, previewUsers } from './user-import.ts'
import { userPages } from './user-pages.tsx'
import { verbs } from './verbs.ts'

export const administrationModule: Module = {
  name: 'administration',
  actions: [
    installationHealth,
    installationStorage,
    listJobs,
    getJob,
    retryJob,
    cancelJob,
    listUsers,
    getUser,
    closeUser,
    reopenUser,
    endSessions,
  ],
  innerActions: [previewUsers, importUsers, tellHealth, resealAll],
  drafts: [limitsDraft],
  pages: [...healthPages, ...storagePages, ...jobPages, ...mailPages, ...userPages, ...securityPages],
  jobs: [watchHealth],
  verbs: [...verbs, secretVerb],
}
