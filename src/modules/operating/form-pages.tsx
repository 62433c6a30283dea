import type { Page, PageAnswer, PageRequest } from '../../kernel/page.ts'
import { shareLevels } from '../../kernel/share.ts'
import { type Language, pick } from '../../kernel/text.ts'
import { formatDay } from '../../kernel/time.ts'
import { ErrorSummary, type FieldError, PageHead } from '../../ui/index.ts'
import { type Before, DraftForm, draftFor, takeForm } from '../drafts/index.ts'
import { namesFrom } from '../ecosystems/index.ts'
import { getOperating, listOperating, saveOperating } from './actions.ts'
import { type Item, isKind, type Kind } from './content.ts'
import { changedItem, newItem } from './drafts.ts'
import { refuse } from './fault-text.ts'
import { type Choices, ItemFields } from './fields.tsx'
import { formText } from './form-text.ts'
import { text } from './text.ts'
import { type Links, pathOf, titleOf } from './words.ts'

const day = (written: string | null | undefined, language: Language): string =>
  written ? formatDay(written, language === 'en' ? 'fi' : language) : ''

/** What stands in the form before somebody writes in it. */
function beforeOf(kind: Kind, item: Item | undefined, language: Language): Before {
  const c = item?.content
  const three = (name: 'title' | 'text') =>
    Object.fromEntries((['fi', 'sv', 'en'] as const).map((l) => [`${name}.${l}`, c?.[name][l] ?? '']))
  return {
    ...three('title'),
    ...three('text'),
    owner: c?.owner ?? '',
    version: c?.version ?? '',
    state: c?.state ?? (kind === 'template' ? 'in-use' : 'draft'),
    parties: (c?.parties ?? []).map((one) => one.name).join('\n'),
    signed: day(c?.signed, language),
    template: c?.template ?? '',
    record: c?.record ?? '',
    holder: c?.holder ?? '',
    organisation: c?.organisation?.name ?? '',
    deputy: c?.deputy ?? '',
    role: c?.role ?? '',
    theme: c?.theme ?? '',
    starts: day(c?.starts, language),
    ends: day(c?.ends, language),
    review: day(item?.reviewOn, language),
    place: c?.place ?? '',
    audience: c?.audience ?? '',
    result: c?.result ?? '',
    ask: c?.ask ?? '',
    share: item?.share ?? (kind === 'role' || kind === 'practice' ? 'public' : 'agreement'),
    reason: '',
  }
}

type Form = {
  kind: Kind
  item: Item | undefined
  title: string
  draft: { kind: typeof newItem; subject: string; before: Before }
  choices: Choices
  ecosystem: { key: string; name: string }
  /** Where it is sent. */
  action: string
}

/** The form of the address: of a new thing of a kind, or of the thing that is changed. */
async function formOf(request: PageRequest): Promise<Form> {
  const { key = '', kind: asked = '', entry } = request.params
  const { language } = request
  const found = await request.perform(listOperating, { key })
  const ecosystem = {
    key: found.ecosystem.key,
    name: pick(found.ecosystem.short ?? found.ecosystem.name, language)?.text ?? '',
  }
  const choices: Choices = {
    themes: found.themes.map(({ value, name }) => ({ value, label: pick(name, language)?.text ?? value })),
    templates: found.items
      .filter((one) => one.kind === 'template' && one.content.state !== 'ended')
      .map((one) => ({ value: one.entry, label: titleOf(one, found.linked, language) })),
  }
  if (entry) return changing(request, entry, ecosystem, choices)
  if (!isKind(asked)) throw refuse('missing', 'noItem')
  const before = beforeOf(asked, undefined, language)
  return {
    kind: asked,
    item: undefined,
    title: text[language].add[asked],
    draft: { kind: newItem, subject: `${ecosystem.key}:${asked}`, before },
    choices,
    ecosystem,
    action: pathOf(ecosystem.key, `/new/${asked}`),
  }
}

async function changing(
  request: PageRequest,
  entry: string,
  ecosystem: Form['ecosystem'],
  choices: Choices,
): Promise<Form> {
  const { language } = request
  const found = await request.perform(getOperating, { key: ecosystem.key, entry })
  const [item] = found.versions
  if (!item || item.endedAt) throw refuse('conflict', 'itemEnded')
  const { template } = found
  const gone = template && !choices.templates.some((one) => one.value === template.entry)
  const links: Links = found.linked
  return {
    kind: item.kind,
    item,
    title: formText[language].changeOf(titleOf(item, links, language)),
    draft: {
      kind: changedItem,
      subject: `${ecosystem.key}:${item.entry}`,
      before: beforeOf(item.kind, item, language),
    },
    choices: {
      ...choices,
      templates: gone
        ? [...choices.templates, { value: template.entry, label: titleOf(template, links, language) }]
        : choices.templates,
    },
    ecosystem,
    action: pathOf(ecosystem.key, `/${item.entry}/edit`),
  }
}

async function formPage(request: PageRequest, errors: readonly FieldError[] = []): Promise<PageAnswer> {
  const { language, link } = request
  const form = await formOf(request)
  const { ecosystem, kind } = form
  const draft = await draftFor(request, form.draft.kind, form.draft.subject, form.draft.before)
  const t = text[language]
  return {
    as: 'page',
    sheet: 'network',
    title: form.title,
    nav: 'ecosystems',
    robots: 'noindex',
    ...(errors.length > 0 && { status: 422 }),
    crumbs: [
      { text: t.ecosystems, href: link('/ecosystems') },
      { text: ecosystem.name, href: link(`/ecosystems/${ecosystem.key}`) },
      { text: t.title, href: link(pathOf(ecosystem.key)) },
      { text: t.one[kind] },
    ],
    body: (
      <>
        <PageHead over={ecosystem.name} title={form.title} lead={formText[language].leads[kind]} />
        <ErrorSummary errors={errors} language={language} />
        <DraftForm
          draft={draft}
          action={link(form.action)}
          submit={formText[language].save}
          language={language}
        >
          <ItemFields
            kind={kind}
            isNew={!form.item}
            choices={form.choices}
            shares={shareLevels.map((value) => ({ value, label: t.shares[value] }))}
            {...{ draft, errors, language }}
          />
        </DraftForm>
      </>
    ),
  }
}

async function save(request: PageRequest): Promise<PageAnswer> {
  const form = await formOf(request)
  const { key } = form.ecosystem
  return takeForm(
    request,
    form.draft,
    async ({ text: get, draft }) => {
      const plain = Object.keys(form.draft.before).filter((name) => !name.includes('.'))
      const { entry } = await request.perform(
        saveOperating,
        {
          key,
          kind: form.kind,
          ...(form.item && { entry: form.item.entry }),
          ...Object.fromEntries(plain.map((name) => [name, get(name)])),
          title: namesFrom(get, 'title'),
          text: namesFrom(get, 'text'),
        },
        draft,
      )
      return pathOf(key, `/${entry}`)
    },
    (errors) => formPage(request, errors),
  )
}

export const formPages: readonly Page[] = [
  { method: 'GET', path: '/ecosystems/{key}/operating/new/{kind}', run: (request) => formPage(request) },
  { method: 'POST', path: '/ecosystems/{key}/operating/new/{kind}', run: save },
  { method: 'GET', path: '/ecosystems/{key}/operating/{entry}/edit', run: (request) => formPage(request) },
  { method: 'POST', path: '/ecosystems/{key}/operating/{entry}/edit', run: save },
]
