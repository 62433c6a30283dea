import type { Module } from '../../kernel/module.ts'
import {
  addEvent,
  cancelEvent,
  editEvent,
  listEvents,
  makeFeed,
  myFeed,
  publicEvents,
  readEvent,
  readFeed,
  revokeFeed,
} from './actions.ts'
import { changedEvent, newEvent } from './event-drafts.ts'
import { eventFinder } from './found.ts'
import { pages } from './pages.tsx'
import { eventSubject } from './queries.ts'
import { deadlines } from './turns.ts'

export const calendarModule: Module = {
  name: 'calendar',
  actions: [
    listEvents,
    readEvent,
    addEvent,
    editEvent,
    cancelEvent,
    makeFeed,
    revokeFeed,
    myFeed,
    readFeed,
    publicEvents,
  ],
  pages,
  subjects: [eventSubject],
  finders: [eventFinder],
  drafts: [newEvent, changedEvent],
  turns: [deadlines],
}
