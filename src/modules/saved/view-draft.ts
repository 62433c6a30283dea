import { createHash } from 'node:crypto'
import type { DraftKind } from '../../kernel/draft.ts'
import { ruleOf } from '../../kernel/rule.ts'
import { inEach } from '../../kernel/text.ts'
import type { Before } from '../drafts/index.ts'
import { placeNames } from '../people/index.ts'
import { saveView } from './actions.ts'
import { text } from './text.ts'

const longest = 1_400 // characters of an address that a draft can be found by again

const coded = (address: string): string => Buffer.from(address).toString('base64url')

/** A view that is being saved: which list, by its address. */
export const newView: DraftKind = {
  kind: 'saved-view.new',
  shared: false,
  title: inEach((l) => text[l].save),
  path: (subject) =>
    subject.startsWith('long:')
      ? '/saved'
      : `/saved/new?${new URLSearchParams({ address: Buffer.from(subject, 'base64url').toString() })}`,
  allow: ruleOf(saveView.allow, () => ({ name: '', address: '', ecosystem: null, every: 'never' as const })),
  fields: inEach((l) => {
    const { name, sharing, forSelf, every, everyDay, everyWeek, never } = text[l]
    return {
      name,
      ecosystem: { label: sharing, values: { '': forSelf } },
      every: { label: every, values: { never, day: everyDay, week: everyWeek } },
    }
  }),
  told: async (asking) => ({ ecosystem: { values: await placeNames(asking) } }),
}

export const viewForm = (address: string) => {
  const before: Before = { name: '', every: 'never', ecosystem: '' }
  const subject =
    address.length <= longest ? coded(address) : `long:${createHash('sha256').update(address).digest('hex')}`
  return { kind: newView, subject, before }
}
