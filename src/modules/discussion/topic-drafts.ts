import type { DraftFields, DraftKind } from '../../kernel/draft.ts'
import { ruleOf } from '../../kernel/rule.ts'
import { inEach } from '../../kernel/text.ts'
import type { Before } from '../drafts/index.ts'
import { frameValuesOf, idOfKey } from '../ecosystems/index.ts'
import { speakers } from '../talk/index.ts'
import { editing } from './actions.ts'
import type { Topic } from './queries.ts'
import { text } from './text.ts'

const fields = inEach((l): DraftFields => {
  const t = text[l]
  return {
    title: t.titleField,
    text: t.textField,
    share: { label: t.share, values: t.shares },
    values: t.values,
  }
})

/** The values of the frame by their names in it. */
const told: DraftKind['told'] = async ({ db }, subject) => {
  const ecosystem = await idOfKey(db, subject.split(':')[0] ?? '')
  const values = ecosystem ? await frameValuesOf(db, ecosystem) : []
  return { values: { values: Object.fromEntries(values.map(({ value, name }) => [value, name])) } }
}

/** A topic that is not there yet: in which ecosystem, by its key. */
export const newTopic: DraftKind = {
  kind: 'topic.new',
  shared: false,
  title: inEach((l) => text[l].newTopic),
  path: (key) => `/ecosystems/${key}/discussion/new`,
  allow: { ...speakers, in: (ctx, { subject }) => idOfKey(ctx.db, subject) },
  fields,
  told,
}

/** The change of a topic, as "key:id". */
export const changedTopic: DraftKind = {
  kind: 'topic.edit',
  changes: true,
  shared: false,
  title: inEach((l) => text[l].edit),
  path: (subject) => `/ecosystems/${subject.replace(':', '/discussion/')}/edit`,
  allow: ruleOf(editing, ({ subject }: { subject: string }) => ({ topic: subject.split(':')[1] ?? '' })),
  fields,
  told,
}

/** What stands in the form before somebody writes in it. */
export const topicBefore = (topic?: Topic): Before => ({
  title: topic?.title ?? '',
  text: topic?.body ?? '',
  share: topic?.share ?? 'agreement',
  values: topic?.frame_values ?? [],
})
