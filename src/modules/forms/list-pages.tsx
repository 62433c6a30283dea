import type { Page, PageAnswer, PageRequest } from '../../kernel/page.ts'
import { Refusal } from '../../kernel/refusal.ts'
import { pick } from '../../kernel/text.ts'
import { formatInstant } from '../../kernel/time.ts'
import {
  Empty,
  ErrorSummary,
  type FieldError,
  PageHead,
  Section,
  SelectField,
  Table,
  Tag,
} from '../../ui/index.ts'
import { DraftForm, draftFor, takeForm } from '../drafts/index.ts'
import { ecosystemHead, namesOfEcosystems } from '../ecosystems/index.ts'
import { holds } from '../people/index.ts'
import { addForm, listForms } from './actions.ts'
import { newForm } from './form-drafts.ts'
import { textsFrom } from './question-answers.ts'
import { alone, nameEditor } from './question-editor.ts'
import { SectionFields } from './section-fields.tsx'
import { sectionBefore } from './take-section.ts'
import { templateKeys } from './templates.ts'
import { text } from './text.ts'

const mayMake = (request: PageRequest, ecosystem?: string | null): boolean =>
  holds(request.actor, ['coordinator', 'preparer'], ecosystem)

async function listPage(request: PageRequest): Promise<PageAnswer> {
  const { language, link, params, url } = request
  const t = text[language]
  const ecosystem = params.key ? await request.perform(ecosystemHead, { key: params.key }) : undefined
  const archived = url.searchParams.get('archived') === 'yes'
  const { items } = await request.perform(listForms, {
    ...(ecosystem && { ecosystem: ecosystem.id }),
    archived: String(archived),
  })
  const name = ecosystem && pick(ecosystem.short ?? ecosystem.name, language)?.text
  return {
    as: 'page',
    title: name ? `${t.title}: ${name}` : t.title,
    nav: 'workspace',
    robots: 'noindex',
    crumbs: [{ text: t.home, href: link('/workspace') }, { text: t.title }],
    body: (
      <>
        <PageHead
          over={name}
          title={archived ? `${t.title}: ${t.archive}` : t.title}
          lead={t.lead}
          actions={
            <>
              <a class="btn main" href={link('/forms/new')}>
                {t.add}
              </a>
              <a class="btn" href={link('/forms/import')}>
                {t.import}
              </a>
            </>
          }
        />
        {items.length === 0 ? (
          <Empty title={t.none}>{t.noneNext}</Empty>
        ) : (
          <Table
            caption={t.title}
            language={language}
            cards
            rows={items}
            columns={[
              {
                label: t.name,
                heading: true,
                phone: 'wide',
                cell: (f) => (
                  <>
                    <a href={link(`/forms/${f.id}`)}>{pick(f.name, language)?.text ?? t.name}</a>
                    <span class="sub">{t.questionsCount(f.questions)}</span>
                  </>
                ),
              },
              {
                label: t.place,
                phone: 'labelled',
                cell: (f) => (f.ecosystem_name ? pick(f.ecosystem_name, language)?.text : t.everywhere),
              },
              {
                label: t.state,
                phone: 'labelled',
                cell: (f) => (
                  <>
                    {f.state === 'working' && (
                      <Tag tone="plain">
                        {t.version(f.version)}, {t.states.working}
                      </Tag>
                    )}{' '}
                    {f.settled && <Tag tone="ok">{t.newestSettled(f.settled)}</Tag>}
                  </>
                ),
              },
              { label: t.changed, phone: 'labelled', cell: (f) => formatInstant(f.at, language) },
            ]}
          />
        )}
        <p>
          <a href={archived ? link('/forms') : link('/forms?archived=yes')}>
            {archived ? t.inUse : t.archive}
          </a>
        </p>
      </>
    ),
  }
}

/** Where a form may be put. */
export async function placesFor(request: PageRequest) {
  const { language } = request
  const { items } = await request.perform(namesOfEcosystems, {})
  const own = items.filter((e) => mayMake(request, e.id))
  const named = own.map((e) => ({ value: e.id, label: pick(e.name, language)?.text ?? e.key }))
  return mayMake(request, null) ? [...named, { value: '', label: text[language].everywhere }] : named
}

const begun = { kind: newForm, subject: 'new', section: nameEditor }

async function newPage(request: PageRequest, errors: readonly FieldError[] = []): Promise<PageAnswer> {
  const { language, link } = request
  const t = text[language]
  if (!mayMake(request)) throw new Refusal('forbidden', 'form.add.forbidden')
  const places = await placesFor(request)
  const { items } = await request.perform(listForms, {})
  const draft = await draftFor(request, newForm, 'new', beforeNew(places))
  return {
    as: 'page',
    title: t.addTitle,
    nav: 'workspace',
    robots: 'noindex',
    ...(errors.length > 0 && { status: 422 as const }),
    crumbs: [
      { text: t.home, href: link('/workspace') },
      { text: t.title, href: link('/forms') },
      { text: t.addTitle },
    ],
    body: (
      <>
        <ErrorSummary errors={errors.map((e) => ({ ...e, name: editorField(e.name) }))} language={language} />
        <PageHead title={t.addTitle} lead={t.lead} />
        <Section title={t.names}>
          <DraftForm draft={draft} action={link('/forms/new')} submit={t.add} language={language}>
            <SelectField
              name="begin"
              label={t.beginFrom}
              help={t.nameHelp}
              value={draft.text('begin')}
              choices={[
                { value: '', label: t.empty },
                ...templateKeys.map((key) => ({ value: `template:${key}`, label: t.templates[key] })),
                ...items.map((f) => ({
                  value: `copy:${f.id}`,
                  label: t.copyOf(pick(f.name, language)?.text ?? t.name),
                })),
              ]}
              language={language}
            />
            <SelectField
              name="place"
              label={t.place}
              value={draft.text('place')}
              choices={places}
              language={language}
            />
            <SectionFields
              form={alone(nameEditor)}
              section={nameEditor}
              draft={draft}
              errors={errors.map((e) => ({ ...e, name: editorField(e.name) }))}
              language={language}
            />
          </DraftForm>
        </Section>
      </>
    ),
  }
}

const editorField = (name: string): string => name.replace(/^name\./, 'name-')
const beforeNew = (places: readonly { value: string }[]) => ({
  ...sectionBefore(begun),
  begin: '',
  place: places[0]?.value ?? '',
})

async function add(request: PageRequest): Promise<PageAnswer> {
  return takeForm(
    request,
    { kind: newForm, subject: 'new', before: beforeNew(await placesFor(request)) },
    async (sent) => {
      const [how, what] = sent.text('begin').split(':')
      const { id } = await request.perform(
        addForm,
        {
          ecosystem: sent.text('place') || null,
          name: textsFrom(sent, 'name'),
          ...(how === 'template' && { template: what }),
          ...(how === 'copy' && { copyOf: what }),
        },
        sent.draft,
      )
      return `/forms/${id}`
    },
    (errors) => newPage(request, errors),
  )
}

export const listPages: readonly Page[] = [
  { method: 'GET', path: '/forms', run: listPage },
  { method: 'GET', path: '/ecosystems/{key}/forms', run: listPage },
  { method: 'GET', path: '/forms/new', run: (request) => newPage(request) },
  { method: 'POST', path: '/forms/new', run: add },
]
