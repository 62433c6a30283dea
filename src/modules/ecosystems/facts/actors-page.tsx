import type { Page } from '../../../kernel/page.ts'
import type { Language } from '../../../kernel/text.ts'
import { formatDay } from '../../../kernel/time.ts'
import { SelectField } from '../../../ui/index.ts'
import { NamesFields, namesFrom } from '../settings-parts.tsx'
import { text } from '../text.ts'
import { nameOf } from '../view.ts'
import { type ActorRecord, actorRoles, listActors, removeActor, saveActorAction } from './actor-actions.ts'
import { actorForms } from './drafts.ts'
import { daysSaid, Line, namesBefore } from './fields.tsx'
import { partPages } from './part-pages.tsx'
import { factsText } from './text.ts'

const roleName = (role: ActorRecord['role'], language: Language): string =>
  role === 'party' ? factsText[language].party : text[language].roles[role]

const day = (written: string | null, language: Language): string =>
  written === null ? '' : formatDay(written, language)

const timeOf = ({ validFrom, validTo }: ActorRecord, language: Language): string =>
  validFrom || validTo ? `${day(validFrom, language)}–${day(validTo, language)}` : ''

/** Who is in the ecosystem, in what role and when. */
export const actorPages: readonly Page[] = partPages<ActorRecord, Awaited<ReturnType<typeof read>>>({
  part: 'actors',
  words: (t) => ({ title: t.actors, none: t.noActors, add: t.addActor, change: t.changeActor }),
  forms: actorForms,
  read,
  nameOf: (a, language) => nameOf(a.name, language),
  columns: (language, link) => {
    const t = factsText[language]
    return [
      {
        label: t.actor,
        heading: true,
        phone: 'wide',
        cell: (a) => <a href={link(a)}>{nameOf(a.name, language)}</a>,
      },
      { label: t.role, phone: 'labelled', cell: (a) => roleName(a.role, language) },
      { label: t.time, phone: 'labelled', cell: (a) => timeOf(a, language) },
    ]
  },
  before: (a) => ({
    ...namesBefore('name', a?.name),
    businessId: a?.businessId ?? '',
    role: a?.role ?? 'partner',
    ...namesBefore('what', a?.what),
    validFrom: day(a?.validFrom ?? null, 'fi'),
    validTo: day(a?.validTo ?? null, 'fi'),
  }),
  fields: (of) => {
    const { values, errors, language } = of
    const t = factsText[language]
    return (
      <>
        <NamesFields name="name" legend={t.actor} help={t.actorHelp} {...{ values, errors, language }} />
        <Line of={of} name="businessId" label={t.businessId} help={t.businessIdHelp} size="short" optional />
        <SelectField
          name="role"
          label={t.role}
          value={values('role')}
          choices={actorRoles.map((role) => ({ value: role, label: roleName(role, language) }))}
          language={language}
        />
        <NamesFields
          name="what"
          legend={t.what}
          help={t.whatHelp}
          optional
          {...{ values, errors, language }}
        />
        <Line of={of} name="validFrom" label={t.validFrom} help={t.openHelp} size="short" optional />
        <Line of={of} name="validTo" label={t.validToDay} help={t.openHelp} size="short" optional />
      </>
    )
  },
  said: (get, language) => {
    const { days, errors } = daysSaid(get, ['validFrom', 'validTo'], language)
    if (errors.length > 0) return errors
    return {
      name: namesFrom(get, 'name'),
      businessId: get('businessId'),
      role: get('role'),
      what: namesFrom(get, 'what'),
      ...days,
    }
  },
  save: (request, said, draft) => request.perform(saveActorAction, said, draft),
  remove: (request, id) => request.perform(removeActor, { key: request.params.key, id }),
})

function read(request: Parameters<Page['run']>[0]) {
  return request.perform(listActors, { key: request.params.key })
}
