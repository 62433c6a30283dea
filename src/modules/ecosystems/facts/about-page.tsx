import type { Page, PageAnswer, PageRequest } from '../../../kernel/page.ts'
import { formatDay } from '../../../kernel/time.ts'
import { ChoicesField, type FieldError, SelectField } from '../../../ui/index.ts'
import { regions } from '../../codes/index.ts'
import { DraftForm, draftFor, takeForm } from '../../drafts/index.ts'
import { ecosystemKinds } from '../record.ts'
import { NamesFields, namesFrom, settingsPage } from '../settings-parts.tsx'
import { settingsText } from '../settings-text.ts'
import { dateText, text as pageText } from '../text.ts'
import { nameOf } from '../view.ts'
import { type AboutRecord, changeAbout, getAbout } from './about-actions.ts'
import { aboutForm } from './drafts.ts'
import { daysSaid, Line, namesBefore } from './fields.tsx'
import { factsText } from './text.ts'

const path = '/ecosystems/{key}/settings/about'

const formOf = (about: AboutRecord) => ({
  kind: aboutForm,
  subject: about.key,
  before: {
    kind: about.kind,
    ...namesBefore('short', about.short),
    ...namesBefore('description', about.description),
    starts: about.starts ? dateText(about.starts, 'fi') : '',
    ends: about.ends ? dateText(about.ends, 'fi') : '',
    regions: about.regions,
    signed: about.signed ? formatDay(about.signed, 'fi') : '',
    validTo: about.validTo ? formatDay(about.validTo, 'fi') : '',
  },
})

/** What the ecosystem is, when it works and where. */
async function page(request: PageRequest, errors: readonly FieldError[] = []): Promise<PageAnswer> {
  const { language, link } = request
  const t = factsText[language]
  const about = await request.perform(getAbout, { key: request.params.key })
  const { kind, subject, before } = formOf(about)
  const draft = await draftFor(request, kind, subject, before)
  const of = { values: draft.text, errors, language }
  return settingsPage(
    request,
    about,
    'about',
    errors,
    <DraftForm
      draft={draft}
      action={link(`/ecosystems/${about.key}/settings/about`)}
      submit={settingsText[language].save}
      language={language}
    >
      <SelectField
        name="kind"
        label={t.kind}
        value={draft.text('kind')}
        choices={ecosystemKinds.map((k) => ({ value: k, label: pageText[language].kinds[k] }))}
        language={language}
      />
      <NamesFields name="short" legend={t.short} help={t.shortHelp} optional {...of} />
      <NamesFields name="description" legend={t.description} help={t.descriptionHelp} long {...of} />
      <Line of={of} name="starts" label={t.starts} help={t.partialHelp} size="short" optional />
      <Line of={of} name="ends" label={t.ends} help={t.partialHelp} size="short" optional />
      <div class="in-columns">
        <ChoicesField
          kind="checkbox"
          name="regions"
          label={t.regions}
          optional
          values={draft.list('regions')}
          choices={regions.map((r) => ({ value: r.code, label: nameOf(r.name, language) }))}
          language={language}
        />
      </div>
      <Line of={of} name="signed" label={t.signed} help={t.dayHelp} size="short" optional />
      <Line of={of} name="validTo" label={t.validTo} help={t.dayHelp} size="short" optional />
    </DraftForm>,
  )
}

async function save(request: PageRequest): Promise<PageAnswer> {
  const { language } = request
  const about = await request.perform(getAbout, { key: request.params.key })
  return takeForm(
    request,
    formOf(about),
    async ({ text: get, list, draft }) => {
      const { days, errors } = daysSaid(get, ['signed', 'validTo'], language)
      if (errors.length > 0) return errors
      await request.perform(
        changeAbout,
        {
          key: about.key,
          kind: get('kind'),
          short: namesFrom(get, 'short'),
          description: namesFrom(get, 'description'),
          starts: get('starts'),
          ends: get('ends'),
          regions: [...list('regions')],
          ...days,
        },
        draft,
      )
      return `/ecosystems/${about.key}/settings/about`
    },
    (errors) => page(request, errors),
  )
}

export const aboutPages: readonly Page[] = [
  { method: 'GET', path, run: (request) => page(request) },
  { method: 'POST', path, run: save },
]
