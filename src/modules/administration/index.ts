/**
 * The administrator's rooms: what is wrong with the installation and what to do (`talkoot doctor` and the page say the
 * same), jobs that can be tried again or cancelled, the mails that were or would have been sent, people and their
 * sessions, and the room that everything takes.
 */
export type { Finding } from './rules.ts'
