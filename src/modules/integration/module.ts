import type { Module } from '../../kernel/module.ts'
import { announce } from './announce.ts'
import { changedWebhook, newToken, newWebhook } from './form-drafts.ts'
import { nightlyWarnings, warnOfTokens } from './owner-notices.ts'
import { createToken, listTokens, revokeToken } from './token-actions.ts'
import { tokenPages } from './token-pages.tsx'
import {
  changeWebhook,
  createWebhook,
  getWebhook,
  listWebhooks,
  redeliver,
  removeWebhook,
  renewSecret,
  testWebhook,
} from './webhook-actions.ts'
import { deliver, forget, tellApplied } from './webhook-jobs.ts'
import { webhookPages } from './webhook-pages.tsx'

export const integrationModule: Module = {
  name: 'integration',
  actions: [
    createToken,
    listTokens,
    revokeToken,
    createWebhook,
    listWebhooks,
    getWebhook,
    changeWebhook,
    renewSecret,
    removeWebhook,
    testWebhook,
    redeliver,
  ],
  innerActions: [warnOfTokens],
  pages: [...tokenPages, ...webhookPages],
  drafts: [newToken, newWebhook, changedWebhook],
  jobs: [deliver, forget, tellApplied, nightlyWarnings],
  follow: announce,
  subscriptions: { 'import.applied': ['integration.tell-applied'] },
}
