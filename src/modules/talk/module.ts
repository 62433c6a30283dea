import type { Module } from '../../kernel/module.ts'
import {
  addComment,
  editComment,
  findComment,
  findTalk,
  hideComment,
  listComments,
  resolveComment,
} from './comment-actions.ts'
import { changedComment, hiddenComment, newAnswer, newComment } from './comment-drafts.ts'
import { commentPages } from './comment-pages.tsx'
import { mailDigest, sendDigests } from './digest.ts'
import {
  chooseNotifications,
  follow,
  listNotifications,
  lookAt,
  mailsOfLink,
  notificationSettings,
  openNotification,
  readNotifications,
  switchMailsOff,
} from './notification-actions.ts'
import { notificationPages } from './notification-pages.tsx'
import { mentions, news } from './turns.ts'

export const talkModule: Module = {
  name: 'talk',
  actions: [
    listComments,
    addComment,
    findComment,
    findTalk,
    editComment,
    resolveComment,
    hideComment,
    follow,
    lookAt,
    listNotifications,
    readNotifications,
    openNotification,
    notificationSettings,
    chooseNotifications,
    mailsOfLink,
    switchMailsOff,
  ],
  innerActions: [mailDigest],
  pages: [...commentPages, ...notificationPages],
  jobs: [sendDigests],
  turns: [mentions, news],
  drafts: [newComment, newAnswer, changedComment, hiddenComment],
}
