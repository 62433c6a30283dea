import type { DraftFields, DraftKind } from '../../kernel/draft.ts'
import { type Rule, ruleOf } from '../../kernel/rule.ts'
import { inEach, type Language } from '../../kernel/text.ts'
import { regions } from '../codes/index.ts'
import { regionName } from './code-names.ts'
import { editText } from './edit-text.ts'
import { keeperText } from './keeper-text.ts'
import { stating } from './keeping.ts'
import { partsText } from './parts-text.ts'
import { sizeClasses, wideRegions } from './rules.ts'
import { text } from './text.ts'

/** Subjects are the id of the organisation, and after ":" the kind of card or the entry. */
export const partsOf = (subject: string): { id: string; part: string } => {
  const [id = '', part = ''] = subject.split(':')
  return { id, part }
}

const keepers: Rule<{ subject: string }> = ruleOf(stating, ({ subject }: { subject: string }) => ({
  id: partsOf(subject).id,
}))

const base = (subject: string): string => `/organisations/${partsOf(subject).id}/profile`

/** A text in three languages, each under its own field. */
const inThree = (name: string, label: string, language: Language) => {
  const t = editText[language]
  return {
    [`${name}_fi`]: `${label}, ${t.inFinnish}`,
    [`${name}_sv`]: `${label}, ${t.inSwedish}`,
    [`${name}_en`]: `${label}, ${t.inEnglish}`,
  }
}

export const basicsDraft: DraftKind = {
  kind: 'profile.basics',
  changes: true,
  shared: true,
  title: inEach((l) => editText[l].sections.basics),
  path: (subject) => `${base(subject)}/basics`,
  allow: keepers,
  fields: inEach((l): DraftFields => {
    const t = editText[l]
    return {
      ...inThree('activity', t.activity, l),
      size: { label: t.size, values: Object.fromEntries(sizeClasses.map((c) => [c, text[l].sizes[c]])) },
      sizeDay: t.sizeDay,
      sizeSource: t.sizeSource,
      regions: {
        label: t.regions,
        values: Object.fromEntries(
          [...regions.map((r) => r.code), ...wideRegions].map((code) => [code, regionName(code, l)]),
        ),
      },
      languages: { label: t.workingLanguages, values: text[l].languages },
    }
  }),
}

const cardFields = inEach((l): DraftFields => {
  const t = editText[l]
  return {
    ...inThree('title', t.cardTitle, l),
    ...inThree('text', t.cardText, l),
    ...inThree('use', t.use, l),
    sort: { label: t.sort, values: text[l].sorts },
    place: t.place,
    website: t.website,
    subjects: t.subjects,
    openUntil: t.openUntil,
    share: { label: t.share, values: text[l].shares },
    ecosystem: t.ecosystem,
  }
})

/** A card that is not there yet, as "organisation:kind". */
export const newCard: DraftKind = {
  kind: 'profile.card',
  shared: false,
  title: inEach((l) => text[l].title),
  path: (subject) => `${base(subject)}/new/${partsOf(subject).part}`,
  allow: keepers,
  fields: cardFields,
}

/** The change of a card, as "organisation:entry". */
export const changedCard: DraftKind = {
  kind: 'profile.card-edit',
  changes: true,
  shared: true,
  title: inEach((l) => text[l].title),
  path: (subject) => `${base(subject)}/cards/${partsOf(subject).part}`,
  allow: keepers,
  fields: cardFields,
}

export const competenceDraft: DraftKind = {
  kind: 'profile.competence',
  shared: false,
  title: inEach((l) => editText[l].sections.competences),
  path: (subject) => `${base(subject)}/competences`,
  allow: keepers,
  fields: inEach((l): DraftFields => ({ word: partsText[l].ownWords })),
}

/** What a picture shows, as "organisation:entry". */
export const pictureDraft: DraftKind = {
  kind: 'profile.picture',
  changes: true,
  shared: true,
  title: inEach((l) => partsText[l].describeTitle),
  path: (subject) => `${base(subject)}/pictures/${partsOf(subject).part}`,
  allow: keepers,
  fields: inEach(
    (l): DraftFields => ({
      ...inThree('alt', partsText[l].alt, l),
      main: { label: partsText[l].main, values: { 1: partsText[l].main } },
    }),
  ),
}

export const inviteDraft: DraftKind = {
  kind: 'profile.invite',
  shared: false,
  title: inEach((l) => keeperText[l].invite),
  path: (subject) => `${base(subject)}/keepers`,
  allow: keepers,
  fields: inEach(
    (l): DraftFields => ({
      email: keeperText[l].email,
      language: {
        label: keeperText[l].language,
        values: { fi: text[l].languages.fi, sv: text[l].languages.sv, en: text[l].languages.en },
      },
    }),
  ),
}

export const askDraft: DraftKind = {
  kind: 'profile.ask',
  shared: false,
  title: inEach((l) => keeperText[l].ask),
  path: (subject) => `${base(subject)}/ask`,
  allow: { who: ['signed-in'] },
  fields: inEach((l): DraftFields => ({ words: keeperText[l].words })),
}
