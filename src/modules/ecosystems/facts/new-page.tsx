import type { Page, PageAnswer, PageRequest } from '../../../kernel/page.ts'
import { shareLevels } from '../../../kernel/share.ts'
import { ChoicesField, ErrorSummary, type FieldError, PageHead, SelectField } from '../../../ui/index.ts'
import { type Before, DraftForm, draftFor, takeForm } from '../../drafts/index.ts'
import { ecosystemKinds } from '../record.ts'
import { NamesFields, namesFrom } from '../settings-parts.tsx'
import { settingsText } from '../settings-text.ts'
import { text as pageText } from '../text.ts'
import { foundEcosystem } from './about-actions.ts'
import { newEcosystem } from './drafts.ts'
import { Line, namesBefore } from './fields.tsx'
import { factsText } from './text.ts'

const path = '/ecosystems/new'
const before: Before = {
  ...namesBefore('name', undefined),
  ...namesBefore('summary', undefined),
  kind: 'theme-network',
  key: '',
  share: 'agreement',
}
const form = { kind: newEcosystem, subject: 'new', before }

async function page(request: PageRequest, errors: readonly FieldError[] = []): Promise<PageAnswer> {
  const { language, link } = request
  const t = factsText[language]
  const s = settingsText[language]
  const draft = await draftFor(request, newEcosystem, form.subject, before)
  const of = { values: draft.text, errors, language }
  return {
    as: 'page',
    title: t.make,
    nav: 'ecosystems',
    robots: 'noindex',
    ...(errors.length > 0 && { status: 422 as const }),
    crumbs: [{ text: s.ecosystems, href: link('/ecosystems') }, { text: t.make }],
    body: (
      <>
        <ErrorSummary errors={errors} language={language} />
        <PageHead title={t.make} lead={t.makeLead} />
        <DraftForm draft={draft} action={link(path)} submit={t.makeButton} language={language}>
          <NamesFields name="name" legend={s.names} help={s.fallback} {...of} />
          <NamesFields name="summary" legend={s.summary} help={s.summaryHelp} long {...of} />
          <SelectField
            name="kind"
            label={t.kind}
            value={draft.text('kind')}
            choices={ecosystemKinds.map((k) => ({ value: k, label: pageText[language].kinds[k] }))}
            language={language}
          />
          <Line of={of} name="key" label={t.key} help={t.keyHelp} optional />
          <ChoicesField
            kind="radio"
            name="share"
            label={s.share}
            values={[draft.text('share')]}
            choices={shareLevels.map((level) => ({ value: level, label: s.shares[level] }))}
            language={language}
          />
        </DraftForm>
      </>
    ),
  }
}

const save = (request: PageRequest): Promise<PageAnswer> =>
  takeForm(
    request,
    form,
    async ({ text: get, draft }) => {
      const said = {
        name: namesFrom(get, 'name'),
        summary: namesFrom(get, 'summary'),
        kind: get('kind'),
        key: get('key'),
        share: get('share'),
      }
      const { key } = await request.perform(foundEcosystem, said, draft)
      return `/ecosystems/${key}/settings/about`
    },
    (errors) => page(request, errors),
  )

export const newPages: readonly Page[] = [
  { method: 'GET', path, run: (request) => page(request) },
  { method: 'POST', path, run: save },
]
