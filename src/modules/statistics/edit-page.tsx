import type { Page, PageAnswer, PageRequest } from '../../kernel/page.ts'
import { shareLevels } from '../../kernel/share.ts'
import { pick } from '../../kernel/text.ts'
import {
  CheckField,
  ErrorSummary,
  type FieldError,
  PageHead,
  Section,
  SelectField,
  TextArea,
  TextField,
} from '../../ui/index.ts'
import { DraftForm, draftFor, takeForm } from '../drafts/index.ts'
import { namesOfEcosystems } from '../ecosystems/index.ts'
import { datasetPath, getStatistics, keeps, type ListedDataset } from './actions.ts'
import { addText } from './add-text.ts'
import { changedDataset, removedDataset } from './edit-drafts.ts'
import { changeDataset, removeDataset } from './keeper-actions.ts'
import { refuse } from './refusal-text.ts'
import { text } from './text.ts'

const before = ({ title, share, ecosystem, nightly }: ListedDataset) => ({
  fi: title.fi ?? '',
  sv: title.sv ?? '',
  en: title.en ?? '',
  share,
  ecosystem: ecosystem ?? '',
  nightly: nightly ? ['yes'] : [],
})

async function datasetOf(request: PageRequest): Promise<ListedDataset> {
  if (!keeps(request)) throw refuse('notKeeper')
  return (await request.perform(getStatistics, { id: request.params.id })).dataset
}

/** Name, share level and refreshing of a dataset, and its removal with a reason. */
async function editPage(
  request: PageRequest,
  dataset: ListedDataset,
  errors: readonly FieldError[] = [],
): Promise<PageAnswer> {
  const { language, link } = request
  const t = addText[language]
  const path = datasetPath(dataset.id)
  const draft = await draftFor(request, changedDataset, dataset.id, before(dataset))
  const removal = await draftFor(request, removedDataset, dataset.id, { reason: '' })
  const { items } = await request.perform(namesOfEcosystems, {})
  const errorAt = (name: string) => errors.find((e) => e.name === name)?.text
  const title = pick(dataset.title, language)?.text ?? ''
  return {
    as: 'page',
    sheet: 'statistics',
    title: t.editTitle,
    nav: 'sources',
    robots: 'noindex',
    ...(errors.length > 0 && { status: 422 as const }),
    crumbs: [
      { text: text[language].home, href: link('/') },
      { text: text[language].title, href: link('/statistics') },
      { text: title, href: link(path) },
      { text: t.editTitle },
    ],
    body: (
      <>
        <ErrorSummary errors={errors} language={language} />
        <PageHead title={t.editTitle} over={title} />
        <DraftForm draft={draft} action={link(`${path}/edit`)} submit={t.save} language={language}>
          <TextField
            name="fi"
            label={t.name}
            value={draft.text('fi')}
            error={errorAt('fi')}
            size="full"
            language={language}
          />
          <TextField
            name="sv"
            label={t.nameSv}
            value={draft.text('sv')}
            size="full"
            optional
            language={language}
          />
          <TextField
            name="en"
            label={t.nameEn}
            value={draft.text('en')}
            size="full"
            optional
            language={language}
          />
          <SelectField
            name="share"
            label={t.share}
            choices={shareLevels.map((value) => ({ value, label: t.shares[value] }))}
            value={draft.text('share')}
            language={language}
          />
          <SelectField
            name="ecosystem"
            label={t.ecosystem}
            none={t.noEcosystem}
            choices={items.map((e) => ({ value: e.id, label: pick(e.name, language)?.text ?? e.id }))}
            value={draft.text('ecosystem')}
            error={errorAt('ecosystem')}
            language={language}
          />
          {dataset.address && (
            <CheckField
              name="nightly"
              label={t.nightly}
              value="yes"
              checked={draft.list('nightly').includes('yes')}
              language={language}
            />
          )}
        </DraftForm>
        <Section title={t.remove} note={t.removeLead}>
          <DraftForm draft={removal} action={link(`${path}/remove`)} submit={t.remove} language={language}>
            <TextArea
              name="reason"
              label={t.reason}
              value={removal.text('reason')}
              error={errorAt('reason')}
              rows={2}
              language={language}
            />
          </DraftForm>
        </Section>
      </>
    ),
  }
}

export const editPages: readonly Page[] = [
  {
    method: 'GET',
    path: '/statistics/{id}/edit',
    run: async (request) => editPage(request, await datasetOf(request)),
  },
  {
    method: 'POST',
    path: '/statistics/{id}/edit',
    run: async (request) => {
      const dataset = await datasetOf(request)
      return takeForm(
        request,
        { kind: changedDataset, subject: dataset.id, before: before(dataset) },
        async (sent) => {
          const input = {
            id: dataset.id,
            fi: sent.text('fi'),
            sv: sent.text('sv'),
            en: sent.text('en'),
            share: sent.text('share') || 'public',
            ecosystem: sent.text('ecosystem') || null,
            nightly: sent.list('nightly').includes('yes'),
          }
          await request.perform(changeDataset, input, sent.draft)
          return datasetPath(dataset.id)
        },
        (errors) => editPage(request, dataset, errors),
      )
    },
  },
  {
    method: 'POST',
    path: '/statistics/{id}/remove',
    run: async (request) => {
      const dataset = await datasetOf(request)
      return takeForm(
        request,
        { kind: removedDataset, subject: dataset.id, before: { reason: '' } },
        async (sent) => {
          await request.perform(removeDataset, { id: dataset.id, reason: sent.text('reason') }, sent.draft)
          return '/statistics'
        },
        (errors) => editPage(request, dataset, errors),
      )
    },
  },
]
