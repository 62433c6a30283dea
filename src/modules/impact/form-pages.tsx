import type { Page, PageAnswer, PageRequest } from '../../kernel/page.ts'
import { shareLevels } from '../../kernel/share.ts'
import type { Language } from '../../kernel/text.ts'
import { formatDay } from '../../kernel/time.ts'
import { ErrorSummary, type FieldError, PageHead } from '../../ui/index.ts'
import { type Before, DraftForm, draftFor, takeForm } from '../drafts/index.ts'
import { namesFrom } from '../ecosystems/index.ts'
import { chainAction, itemAction, saveAction } from './actions.ts'
import { type Item, isKind, type Kind } from './content.ts'
import { changedItem, newItem, pathOf } from './drafts.ts'
import { ItemFields } from './fields.tsx'
import { formText } from './form-text.ts'
import { refuse } from './refusing.ts'
import { text } from './text.ts'
import { frameOf, titleOf } from './words.ts'

/** What stands in the form before somebody writes in it. */
function beforeOf(item: Item | undefined, language: Language): Before {
  const c = item?.content
  const three = (name: 'title' | 'text') =>
    Object.fromEntries((['fi', 'sv', 'en'] as const).map((l) => [`${name}.${l}`, c?.[name][l] ?? '']))
  const day = (on: string | null | undefined) =>
    on ? formatDay(on, language === 'en' ? 'fi' : language) : ''
  return {
    ...three('title'),
    ...three('text'),
    evidence: c?.evidence ?? '',
    horizon: c?.horizon ?? '',
    audience: c?.audience ?? '',
    measure: c?.measure ?? '',
    value: c?.value ?? '',
    source: c?.source ?? '',
    collector: c?.collector ?? '',
    contributes: [...(c?.contributes ?? [])],
    permissionBy: c?.permission?.by ?? '',
    permissionOn: day(c?.permission?.on),
    permissionRecord: c?.permission?.record ?? '',
    held: day(c?.held),
    present: c?.present ?? '',
    decided: c?.decided ?? '',
    claims: [...(c?.claims ?? [])],
    share: item?.share ?? 'agreement',
    reason: '',
  }
}

/** The form of the address: of something new of a kind, or of what is changed. */
async function formOf(request: PageRequest) {
  const { key = '', kind: asked = '', entry } = request.params
  const { language } = request
  const { ecosystem, items: chain } = await request.perform(chainAction, { key })
  if (!entry) {
    if (!isKind(asked)) throw refuse('missing', 'noItem')
    return {
      ecosystem,
      chain,
      kind: asked as Kind,
      item: undefined,
      title: text[language].add[asked],
      draft: { kind: newItem, subject: `${ecosystem.key}:${asked}`, before: beforeOf(undefined, language) },
    }
  }
  const [item] = (await request.perform(itemAction, { key, entry })).versions
  if (!item || item.endedAt) throw refuse('conflict', 'itemEnded')
  return {
    ecosystem,
    chain,
    kind: item.kind,
    item,
    title: formText[language].changeOf(titleOf(item, language)),
    draft: { kind: changedItem, subject: `${ecosystem.key}:${item.entry}`, before: beforeOf(item, language) },
  }
}

async function formPage(request: PageRequest, errors: readonly FieldError[] = []): Promise<PageAnswer> {
  const { language, link } = request
  const { ecosystem, chain, kind, item, title, draft: kept } = await formOf(request)
  const draft = await draftFor(request, kept.kind, kept.subject, kept.before)
  const { name, crumbs } = frameOf(request, ecosystem)
  const t = text[language]
  return {
    as: 'page',
    sheet: 'network',
    title,
    nav: 'ecosystems',
    robots: 'noindex',
    ...(errors.length > 0 && { status: 422 }),
    crumbs: [...crumbs, { text: t.one[kind] }],
    body: (
      <>
        <PageHead over={name} title={title} lead={formText[language].leads[kind]} />
        <ErrorSummary errors={errors} language={language} />
        <DraftForm
          draft={draft}
          action={link(kept.kind.path(kept.subject))}
          submit={formText[language].save}
          language={language}
        >
          <ItemFields
            shares={shareLevels.map((value) => ({ value, label: t.shares[value] }))}
            {...{ kind, item, chain, draft, errors, language }}
          />
        </DraftForm>
      </>
    ),
  }
}

const lists = ['contributes', 'claims']

async function save(request: PageRequest): Promise<PageAnswer> {
  const form = await formOf(request)
  const { key } = form.ecosystem
  return takeForm(
    request,
    form.draft,
    async ({ text: get, list, draft }) => {
      const names = Object.keys(form.draft.before).filter((name) => !name.includes('.'))
      const { entry } = await request.perform(
        saveAction,
        {
          key,
          kind: form.kind,
          ...(form.item && { entry: form.item.entry }),
          ...Object.fromEntries(names.map((name) => [name, lists.includes(name) ? list(name) : get(name)])),
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
  { method: 'GET', path: '/ecosystems/{key}/impact/new/{kind}', run: (request) => formPage(request) },
  { method: 'POST', path: '/ecosystems/{key}/impact/new/{kind}', run: save },
  { method: 'GET', path: '/ecosystems/{key}/impact/{entry}/edit', run: (request) => formPage(request) },
  { method: 'POST', path: '/ecosystems/{key}/impact/{entry}/edit', run: save },
]
