import type { DraftFields, DraftKind } from '../../kernel/draft.ts'
import type { Rule } from '../../kernel/rule.ts'
import { inEach } from '../../kernel/text.ts'
import { by } from '../people/index.ts'
import { ecosystemByKey } from './contact-queries.ts'
import { text } from './text.ts'

const fields = inEach((l): DraftFields => {
  const t = text[l]
  return {
    name: t.name,
    title: t.jobTitle,
    email: t.email,
    phone: t.phone,
    ground: { label: t.ground, values: t.grounds },
    reviewOn: t.reviewOn,
    published: { label: t.published, values: { 1: t.published } },
  }
})

/** Subjects are "organisation:id" and "ecosystem:key", with the contact's id after it. */
const partsOf = (subject: string) => {
  const [place, id, contact] = subject.split(':')
  const path = `/${place === 'organisation' ? 'organisations' : 'ecosystems'}/${id}/contacts`
  return { place, id: id ?? '', path, contact }
}

const keepers: Rule<{ subject: string }> = {
  ...by('coordinator', 'administrator'),
  in: async (ctx, { subject }) => {
    const { place, id } = partsOf(subject)
    return place === 'ecosystem' ? ecosystemByKey(ctx.db, id) : undefined
  },
}

export const newContact: DraftKind = {
  kind: 'contact.new',
  shared: false,
  title: inEach((l) => text[l].add),
  path: (subject) => `${partsOf(subject).path}#form`,
  allow: keepers,
  fields,
}

export const changedContact: DraftKind = {
  kind: 'contact.edit',
  changes: true,
  shared: true,
  title: inEach((l) => text[l].changeOfContact),
  path: (subject) => `${partsOf(subject).path}?edit=${partsOf(subject).contact}#form`,
  allow: keepers,
  fields,
}
