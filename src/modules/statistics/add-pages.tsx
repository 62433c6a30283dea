import type { ComponentChildren } from 'preact'
import type { Page, PageAnswer, PageRequest, PostedForm } from '../../kernel/page.ts'
import { formErrors, Refusal } from '../../kernel/refusal.ts'
import { pick } from '../../kernel/text.ts'
import { type FieldError, PageHead } from '../../ui/index.ts'
import { namesOfEcosystems } from '../ecosystems/index.ts'
import { datasetPath, keeps } from './actions.ts'
import { addText } from './add-text.ts'
import { PreviewView, SliceForm, WaysIn } from './add-view.tsx'
import { addStatistics, outlineStatistics, previewStatistics } from './address-actions.ts'
import { addStatisticsFile, type FilePreview, previewStatisticsFile } from './file-actions.ts'
import { queryIn } from './pxweb.ts'
import { complaint, refuse } from './refusal-text.ts'
import { text } from './text.ts'

const largest = 200 * 1024 * 1024 // bytes

/** Whoever may not keep datasets is told so at the door, before anything is asked of a source. */
function mustKeep(request: PageRequest): void {
  if (!keeps(request)) throw refuse('notKeeper')
}

function page(request: PageRequest, body: ComponentChildren, failed: boolean): PageAnswer {
  const { language, link } = request
  const t = addText[language]
  return {
    as: 'page',
    sheet: 'statistics',
    title: t.title,
    nav: 'sources',
    robots: 'noindex',
    ...(failed && { status: 422 as const }),
    crumbs: [
      { text: text[language].home, href: link('/') },
      { text: text[language].sources, href: link('/sources') },
      { text: text[language].title, href: link('/statistics') },
      { text: t.title },
    ],
    body: (
      <>
        <PageHead title={t.title} lead={t.lead} />
        {body}
      </>
    ),
  }
}

const waysIn = (request: PageRequest, errors: readonly FieldError[], address = ''): PageAnswer =>
  page(
    request,
    <WaysIn link={request.link} language={request.language} errors={errors} address={address} />,
    errors.length > 0,
  )

/** Runs a step; what is refused is said on the first page, with the address still there. */
async function step(
  request: PageRequest,
  address: string,
  run: () => Promise<PageAnswer>,
): Promise<PageAnswer> {
  try {
    return await run()
  } catch (error) {
    return waysIn(request, formErrors(error, request.language), address)
  }
}

const newPage = async (request: PageRequest): Promise<PageAnswer> => {
  mustKeep(request)
  const address = request.url.searchParams.get('address')?.trim() ?? ''
  if (!address) return waysIn(request, [])
  return step(request, address, async () => {
    const outline = await request.perform(outlineStatistics, { address })
    return page(
      request,
      <SliceForm outline={outline} link={request.link} language={request.language} errors={[]} />,
      false,
    )
  })
}

/** The ticked categories as they were posted, or the query that was pasted, or as the step before kept them. */
function sliceIn(form: PostedForm) {
  const kept = form.get('slice')
  const follows = form.get('follows')
  const pasted = form.get('query')?.trim()
  if (pasted) {
    const query = queryIn(pasted)
    if (!query) throw refuse('badQuery', undefined, 'address')
    return { query, ...(follows && query.some(({ code }) => code === follows) && { follows }) }
  }
  if (kept) {
    try {
      return JSON.parse(kept) as object
    } catch {
      throw refuse('noAddress', undefined, 'address')
    }
  }
  const query = Object.keys(form.values)
    .filter((name) => /^code\.\d+$/.test(name))
    .map((name) => ({
      code: form.get(name) ?? '',
      filter: 'item',
      values: [...form.all(name.replace('code', 'd'))],
    }))
  return { query, ...(follows && { follows }) }
}

/** What was read, with the fields under which it is kept; what was sent and is wrong comes back as it was. */
async function previewed(
  request: PageRequest,
  preview: FilePreview,
  { hidden, action, said }: { hidden: [string, string][]; action: string; said?: PostedForm },
  errors: readonly FieldError[] = [],
): Promise<PageAnswer> {
  const { language, link } = request
  const { items } = await request.perform(namesOfEcosystems, {})
  const view = (
    <PreviewView
      preview={preview}
      hidden={hidden}
      action={link(action)}
      ecosystems={items.map((e) => ({ value: e.id, label: pick(e.name, language)?.text ?? e.id }))}
      said={said}
      language={language}
      errors={errors}
    />
  )
  return page(request, view, errors.length > 0)
}

async function addressPreview(request: PageRequest, form: PostedForm, again?: readonly FieldError[]) {
  const address = form.get('address') ?? ''
  const slice = sliceIn(form)
  const preview = await request.perform(previewStatistics, { address, slice })
  const hidden: [string, string][] = [
    ['address', address],
    ['slice', JSON.stringify(slice)],
  ]
  const way = { hidden, action: '/statistics/new/keep', ...(again && { said: form }) }
  return previewed(request, preview, way, again)
}

const previewPage = async (request: PageRequest): Promise<PageAnswer> => {
  mustKeep(request)
  const form = await request.form()
  return step(request, form.get('address') ?? '', () => addressPreview(request, form))
}

const said = (form: PostedForm) => ({
  title: { fi: form.get('fi') ?? '' },
  publisher: form.get('publisher') ?? '',
  licence: form.get('licence') || 'CC BY 4.0',
  share: form.get('share') || 'public',
  ecosystem: form.get('ecosystem') || null,
})

/** What is wrong in the fields of the last step: then the preview comes again with them. */
function faultsIn(form: PostedForm, preview: Pick<FilePreview, 'title'> | undefined): Refusal | undefined {
  const { title, share, ecosystem } = said(form)
  if (share !== 'public' && ecosystem === null) return refuse('noPlace', undefined, 'ecosystem')
  const named = title.fi.trim() !== '' || !preview || Object.values(preview.title).some(Boolean)
  return named ? undefined : refuse('noTitle', undefined, 'fi')
}

const keepPage = async (request: PageRequest): Promise<PageAnswer> => {
  mustKeep(request)
  const form = await request.form()
  const address = form.get('address') ?? ''
  return step(request, address, async () => {
    const wrong = faultsIn(form, undefined)
    if (wrong) return addressPreview(request, form, formErrors(wrong, request.language))
    const { id } = await request.perform(addStatistics, { address, slice: sliceIn(form), ...said(form) })
    return { as: 'redirect', to: request.link(datasetPath(id)) }
  })
}

type StoredFile = { name: string; hash: string; language: string }

const filePreview = (
  request: PageRequest,
  file: StoredFile,
  preview: FilePreview,
  sent?: { said: PostedForm; errors: readonly FieldError[] },
) =>
  previewed(
    request,
    preview,
    { hidden: Object.entries(file), action: '/statistics/new/file/keep', ...(sent && { said: sent.said }) },
    sent?.errors,
  )

const filePage = async (request: PageRequest): Promise<PageAnswer> => {
  mustKeep(request)
  const form = await request.form(largest)
  const dropped = form.files.find((f) => f.field === 'file')
  return step(request, '', async () => {
    if (!dropped) throw new Refusal('invalid', 'statistics.no-file', [complaint('noFile', undefined, 'file')])
    const file = { name: dropped.name, hash: dropped.hash, language: request.language }
    return filePreview(request, file, await request.perform(previewStatisticsFile, file))
  })
}

const keepFilePage = async (request: PageRequest): Promise<PageAnswer> => {
  mustKeep(request)
  const form = await request.form()
  return step(request, '', async () => {
    const file = {
      name: form.get('name') ?? '',
      hash: form.get('hash') ?? '',
      language: form.get('language') ?? 'fi',
    }
    const preview = await request.perform(previewStatisticsFile, file)
    const wrong = faultsIn(form, preview)
    if (wrong)
      return filePreview(request, file, preview, { said: form, errors: formErrors(wrong, request.language) })
    const { id } = await request.perform(addStatisticsFile, { ...file, ...said(form) })
    return { as: 'redirect', to: request.link(datasetPath(id)) }
  })
}

export const addPages: readonly Page[] = [
  { method: 'GET', path: '/statistics/new', run: newPage },
  { method: 'POST', path: '/statistics/new/preview', run: previewPage },
  { method: 'POST', path: '/statistics/new/keep', run: keepPage },
  { method: 'POST', path: '/statistics/new/file', run: filePage },
  { method: 'POST', path: '/statistics/new/file/keep', run: keepFilePage },
]
