import type { ComponentChildren } from 'preact'
import type { Page, PageAnswer, PageRequest, PostedForm } from '../../kernel/page.ts'
import { formErrors, Refusal } from '../../kernel/refusal.ts'
import { type FieldError, PageHead } from '../../ui/index.ts'
import { datasetPath, keeps } from './actions.ts'
import { addText } from './add-text.ts'
import { PreviewView, SliceForm, WaysIn } from './add-view.tsx'
import { addStatistics, outlineStatistics, previewStatistics } from './address-actions.ts'
import { addStatisticsFile, previewStatisticsFile } from './file-actions.ts'
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

/** The ticked categories as they were posted, or as the step before kept them. */
function sliceIn(form: PostedForm) {
  const kept = form.get('slice')
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
  const follows = form.get('follows')
  return { query, ...(follows && { follows }) }
}

const previewPage = async (request: PageRequest): Promise<PageAnswer> => {
  mustKeep(request)
  const form = await request.form()
  const address = form.get('address') ?? ''
  return step(request, address, async () => {
    const slice = sliceIn(form)
    const preview = await request.perform(previewStatistics, { address, slice })
    const hidden: [string, string][] = [
      ['address', address],
      ['slice', JSON.stringify(slice)],
    ]
    return page(
      request,
      <PreviewView
        preview={preview}
        hidden={hidden}
        action={request.link('/statistics/new/keep')}
        language={request.language}
        errors={[]}
      />,
      false,
    )
  })
}

const said = (form: PostedForm) => ({
  title: { fi: form.get('fi') ?? '' },
  publisher: form.get('publisher') ?? '',
  licence: form.get('licence') || 'CC BY 4.0',
})

const keepPage = async (request: PageRequest): Promise<PageAnswer> => {
  mustKeep(request)
  const form = await request.form()
  const address = form.get('address') ?? ''
  return step(request, address, async () => {
    const { id } = await request.perform(addStatistics, { address, slice: sliceIn(form), ...said(form) })
    return { as: 'redirect', to: request.link(datasetPath(id)) }
  })
}

const filePage = async (request: PageRequest): Promise<PageAnswer> => {
  mustKeep(request)
  const form = await request.form(largest)
  const dropped = form.files.find((f) => f.field === 'file')
  return step(request, '', async () => {
    if (!dropped) throw new Refusal('invalid', 'statistics.no-file', [complaint('noFile', undefined, 'file')])
    const { name, hash } = dropped
    const preview = await request.perform(previewStatisticsFile, { name, hash, language: request.language })
    const hidden: [string, string][] = [
      ['name', name],
      ['hash', hash],
      ['language', request.language],
    ]
    return page(
      request,
      <PreviewView
        preview={preview}
        hidden={hidden}
        action={request.link('/statistics/new/file/keep')}
        language={request.language}
        errors={[]}
      />,
      false,
    )
  })
}

const keepFilePage = async (request: PageRequest): Promise<PageAnswer> => {
  mustKeep(request)
  const form = await request.form()
  return step(request, '', async () => {
    const asked = {
      name: form.get('name') ?? '',
      hash: form.get('hash') ?? '',
      language: form.get('language') ?? 'fi',
    }
    const { id } = await request.perform(addStatisticsFile, { ...asked, ...said(form) })
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
