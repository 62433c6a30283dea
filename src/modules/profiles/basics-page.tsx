import type { PageAnswer, PageRequest } from '../../kernel/page.ts'
import { formatDay } from '../../kernel/time.ts'
import { ChoicesField, type FieldError, SelectField, TextArea, TextField } from '../../ui/index.ts'
import { regions } from '../codes/index.ts'
import { type Before, DraftForm, draftFor, takeForm } from '../drafts/index.ts'
import { regionName } from './code-names.ts'
import { basicsDraft } from './drafts.ts'
import { editPage, errorIn, kept, profilePath } from './edit-frame.tsx'
import { editText } from './edit-text.ts'
import { stateBasics } from './fact-actions.ts'
import { type Profile, readProfile } from './read-actions.ts'
import { sizeClasses, wideRegions, workingLanguages } from './rules.ts'
import { text } from './text.ts'

function before(of: Profile): Before {
  const last = (kind: string) => of.facts.findLast((f) => f.kind === kind)
  const codes = (kind: string) => of.facts.filter((f) => f.kind === kind).map((f) => f.code ?? '')
  const activity = last('activity')?.content.text
  const size = last('size')
  return {
    activity_fi: activity?.fi ?? '',
    activity_sv: activity?.sv ?? '',
    activity_en: activity?.en ?? '',
    size: size?.code ?? '',
    sizeDay: size?.content.day ? formatDay(size.content.day, 'fi') : '',
    sizeSource: size?.content.source ?? '',
    regions: codes('region'),
    languages: codes('language'),
  }
}

export async function basicsPage(
  request: PageRequest,
  errors: readonly FieldError[] = [],
): Promise<PageAnswer> {
  const of = await kept(request)
  const { language, link } = request
  const t = editText[language]
  const draft = await draftFor(request, basicsDraft, of.id, before(of))
  const errorOf = errorIn(errors)
  const field = (name: string) => ({ name, value: draft.text(name), error: errorOf(name), language })
  const others = [
    { name: 'activity_sv', label: `${t.activity}, ${t.inSwedish}` },
    { name: 'activity_en', label: `${t.activity}, ${t.inEnglish}` },
  ]
  return editPage(
    request,
    of,
    { heading: t.sections.basics, lead: t.basicsLead, errors },
    <DraftForm
      draft={draft}
      action={link(profilePath(of, '/basics'))}
      submit={t.saveBasics}
      language={language}
    >
      <TextArea
        {...field('activity_fi')}
        label={`${t.activity}, ${t.inFinnish}`}
        help={t.activityHelp}
        rows={4}
        optional
      />
      {others.map(({ name, label }) => (
        <TextArea {...field(name)} label={label} rows={3} optional />
      ))}
      <SelectField
        {...field('size')}
        label={t.size}
        help={t.sizeHelp}
        none={t.noSize}
        choices={sizeClasses.map((value) => ({ value, label: text[language].sizes[value] }))}
        optional
      />
      <TextField {...field('sizeDay')} label={t.sizeDay} help={t.sizeDayHelp} size="short" optional />
      <TextField {...field('sizeSource')} label={t.sizeSource} help={t.sizeSourceHelp} optional />
      <ChoicesField
        name="regions"
        label={t.regions}
        kind="checkbox"
        values={draft.list('regions')}
        choices={wideRegions.map((value) => ({ value, label: regionName(value, language) }))}
        groups={[
          {
            title: text[language].kinds.region,
            choices: regions.map(({ code }) => ({ value: code, label: regionName(code, language) })),
          },
        ]}
        error={errorOf('regions')}
        optional
        language={language}
      />
      <ChoicesField
        name="languages"
        label={t.workingLanguages}
        kind="checkbox"
        values={draft.list('languages')}
        choices={[]}
        groups={[
          {
            title: text[language].kinds.language,
            choices: workingLanguages.map((value) => ({ value, label: text[language].languages[value] })),
          },
        ]}
        optional
        language={language}
      />
    </DraftForm>,
  )
}

/** The fields of a text in three languages, as an action takes it. */
export const inThree = (text: (name: string) => string, name: string) => ({
  fi: text(`${name}_fi`),
  sv: text(`${name}_sv`),
  en: text(`${name}_en`),
})

export async function takeBasics(request: PageRequest): Promise<PageAnswer> {
  const of = await request.perform(readProfile, { id: request.params.id })
  return takeForm(
    request,
    { kind: basicsDraft, subject: of.id, before: before(of) },
    async ({ text: said, list, draft }) => {
      const form = {
        id: of.id,
        activity: inThree(said, 'activity'),
        size: said('size'),
        sizeDay: said('sizeDay'),
        sizeSource: said('sizeSource'),
        regions: list('regions'),
        languages: list('languages'),
      }
      await request.perform(stateBasics, form, draft)
      return profilePath(of)
    },
    (errors) => basicsPage(request, errors),
  )
}
