import type { Module } from '../../kernel/module.ts'
import { addTopic, editTopic, leadTopic, readTopic, topics } from './actions.ts'
import { topicFinder } from './found.ts'
import { pages } from './pages.tsx'
import { topicSubject } from './queries.ts'
import { changedTopic, newTopic } from './topic-drafts.ts'

export const discussionModule: Module = {
  name: 'discussion',
  actions: [topics, readTopic, addTopic, editTopic, leadTopic],
  pages,
  subjects: [topicSubject],
  finders: [topicFinder],
  drafts: [newTopic, changedTopic],
}
