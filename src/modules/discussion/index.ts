/**
 * The discussion area of an ecosystem: topics with a title and a text, answered by the comments of the talk module.
 * What a chat channel was used for, but found again: each topic has an address, a share level and the priorities
 * that it is about, and everything said in it is searched with the product's own words.
 */
export { addTopic, findTopics, leadTopic, topicList, topics } from './actions.ts'
export { text as discussionText } from './text.ts'
