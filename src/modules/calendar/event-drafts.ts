import type { DraftFields, DraftKind } from '../../kernel/draft.ts'
import { ruleOf } from '../../kernel/rule.ts'
import { inEach } from '../../kernel/text.ts'
import { idOfKey } from '../ecosystems/index.ts'
import { placeNames } from '../people/index.ts'
import { speakers } from '../talk/index.ts'
import { editing } from './actions.ts'
import { text } from './text.ts'

const fields = inEach((l): DraftFields => {
  const t = text[l]
  return {
    ...t.fields,
    kind: { label: t.fields.kind, values: t.kinds },
    repeats: { label: t.fields.repeats, values: t.repeats },
    share: { label: t.fields.share, values: t.shares },
  }
})

/** Where the form itself asks in which ecosystem the event is. */
export const anywhere = '*'

/** An event that is not there yet: in which ecosystem, by its key. */
export const newEvent: DraftKind = {
  kind: 'event.new',
  shared: false,
  title: { fi: 'Uusi tapahtuma', sv: 'Nytt evenemang', en: 'New event' },
  path: (key) => (key === anywhere ? '/calendar/new' : `/ecosystems/${key}/calendar/new`),
  allow: {
    ...speakers,
    in: (ctx, { subject }) => (subject === anywhere ? undefined : idOfKey(ctx.db, subject)),
  },
  fields,
  told: async (asking) => ({ ecosystem: { values: await placeNames(asking) } }),
}

/** Its maker and those who lead the ecosystem change one together. */
export const changedEvent: DraftKind = {
  kind: 'event.edit',
  changes: true,
  shared: true,
  title: inEach((l) => text[l].edit),
  path: (id) => `/calendar/${id}/edit`,
  allow: ruleOf(editing, ({ subject }: { subject: string }) => ({ event: subject })),
  fields,
}
