import type { Page, PageAnswer, PageRequest } from '../../kernel/page.ts'
import { formErrors, Refusal } from '../../kernel/refusal.ts'
import { readDay } from '../../kernel/time.ts'
import { PageHead } from '../../ui/index.ts'
import { mustKeep } from './form-pages.tsx'
import { formText } from './form-text.ts'
import { importFunding, previewFunding } from './import-actions.ts'
import { ImportView, type ImportViewProps } from './import-view.tsx'
import { complaint, text } from './text.ts'

const largest = 50 * 1024 * 1024 // bytes

function page(request: PageRequest, told: Omit<ImportViewProps, 'link' | 'language'> = {}): PageAnswer {
  const { language, link } = request
  const t = text[language]
  const heading = formText[language].importTitle
  return {
    as: 'page',
    title: heading,
    nav: 'funding',
    robots: 'noindex',
    ...(told.error && { status: 422 as const }),
    crumbs: [{ text: t.home, href: link('/') }, { text: t.title, href: link('/funding') }, { text: heading }],
    body: (
      <>
        <PageHead title={heading} lead={formText[language].importLead} />
        <ImportView {...told} link={link} language={language} />
      </>
    ),
  }
}

type File = NonNullable<ImportViewProps['file']>

function asked(file: File, { language }: PageRequest) {
  const asOf = file.asOf === '' ? undefined : readDay(file.asOf)
  if (file.asOf !== '' && !asOf) throw new Refusal('invalid', 'funding.as-of', [complaint('noDay', 'asOf')])
  return { name: file.name, hash: file.hash, source: file.source, language, ...(asOf && { asOf }) }
}

/** What is wrong with the file or its fields is said beside them. */
async function answered(request: PageRequest, file: File | undefined, run: () => Promise<PageAnswer>) {
  try {
    return await run()
  } catch (error) {
    return page(request, { file, error: formErrors(error, request.language)[0] })
  }
}

export const importPages: readonly Page[] = [
  {
    method: 'GET',
    path: '/funding/import',
    run: async (request) => {
      mustKeep(request)
      return page(request)
    },
  },
  {
    method: 'POST',
    path: '/funding/import',
    run: async (request) => {
      mustKeep(request)
      const form = await request.form(largest)
      const dropped = form.files.find((f) => f.field === 'file')
      const file = {
        name: dropped?.name ?? '',
        hash: dropped?.hash ?? '',
        source: form.get('source')?.trim() ?? '',
        asOf: form.get('asOf')?.trim() ?? '',
      }
      return answered(request, file, async () => {
        if (!dropped) throw new Refusal('invalid', 'funding.no-file', [complaint('noFile', 'file')])
        return page(request, { file, report: await request.perform(previewFunding, asked(file, request)) })
      })
    },
  },
  {
    method: 'POST',
    path: '/funding/import/apply',
    run: async (request) => {
      mustKeep(request)
      const form = await request.form()
      const of = (name: string) => form.get(name) ?? ''
      const file = { name: of('name'), hash: of('hash'), source: of('source'), asOf: of('asOf') }
      return answered(request, file, async () => {
        const report = await request.perform(importFunding, asked(file, request))
        return page(request, { report, done: true })
      })
    },
  },
]
