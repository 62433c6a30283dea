import type { DraftFields, DraftKind } from '../../kernel/draft.ts'
import { inEach, languages } from '../../kernel/text.ts'
import { idOfKey } from '../ecosystems/index.ts'
import { placeNames } from '../people/index.ts'
import { partText } from './part-text.ts'
import { placeOfOne, preparers } from './seen.ts'
import { setupText } from './setup-text.ts'

const fields = inEach((language): DraftFields => {
  const { fields: f } = partText[language]
  const t = setupText[language]
  const inThree = (name: string, label: string) =>
    Object.fromEntries(languages.map((l) => [`${name}.${l}`, `${label}, ${t.in[l]}`]))
  const plain = Object.fromEntries(
    Object.entries(f).flatMap(([name, label]) => (typeof label === 'string' ? [[name, label]] : [])),
  )
  return {
    ...plain,
    'rate.all': f.rateAll,
    ...inThree('title', f.title),
    ...inThree('lead', f.lead),
    ...inThree('body', f.body),
    ...inThree('applicantsText', f.applicantsText),
    ...inThree('unit', f.unit),
    ...inThree('reason', t.reason),
  }
})

/** One part of a call, changed or corrected: its subject is "code.part". Those who prepare the call share the draft. */
export const partDraft: DraftKind = {
  kind: 'call.part',
  shared: true,
  changes: true,
  title: inEach((l) => setupText[l].setup),
  path: (subject) => {
    const [code, part] = subject.split('.')
    return `/calls/${code}/setup/${part}`
  },
  allow: { ...preparers, in: (ctx, { subject }) => placeOfOne(ctx, { call: subject.split('.')[0] ?? '' }) },
  fields,
}

/** A call that is not there yet: in the ecosystem of its key, or where the form asks for it. */
export const newCallDraft: DraftKind = {
  kind: 'call.new',
  shared: false,
  title: inEach((l) => setupText[l].newTitle),
  path: (key) => (key === '*' ? '/calls/new' : `/calls/new?ecosystem=${key}`),
  allow: {
    ...preparers,
    in: (ctx, { subject }) => (subject === '*' ? undefined : idOfKey(ctx.db, subject)),
  },
  fields,
  told: async (asking) => ({ ecosystem: { values: await placeNames(asking) } }),
}
