import { z } from 'zod'
import { query } from '../../kernel/action.ts'
import { paging, queryData } from '../../kernel/list.ts'
import type { Page, PageAnswer, PageRequest } from '../../kernel/page.ts'
import { everyone } from '../../kernel/rule.ts'
import { type SheetFormat, sheetFormats, sheetStream, sheetTypes } from '../../kernel/spreadsheet.ts'
import { euros } from './money.ts'
import {
  exercisesCount,
  type Register,
  type Registered,
  registerCounts,
  registered,
} from './register-queries.ts'
import { registerText } from './register-text.ts'
import { RegisterView } from './register-view.tsx'
import { text } from './text.ts'

const values = z
  .union([z.string().max(300), z.array(z.string().max(300)).max(50)])
  .optional()
  .transform((said) => (said === undefined || said === '' ? undefined : [said].flat()))

/** What has been granted or refused, to whom and why: published decisions only. */
export const readRegister = query({
  name: 'decision.register',
  summary: {
    fi: 'Julkinen päätösrekisteri: mitä on myönnetty tai hylätty, kenelle ja millä perusteilla',
    sv: 'Offentligt beslutsregister: vad som har beviljats eller avslagits, för vem och på vilka grunder',
    en: 'The public register of decisions: what was granted or refused, to whom and why',
  },
  route: { method: 'GET', path: '/register' },
  input: z.object({
    q: z.string().max(200).optional(),
    outcome: values.describe('yes or no.'),
    year: values,
    call: values.describe('Code of a call.'),
    ecosystem: values.describe('Key of an ecosystem.'),
    organisation: values.describe('Name of who applied.'),
    ...paging,
    exercise: z.enum(['0', '1']).default('0').describe('1: what is invented for practice.'),
  }),
  output: z.custom<Register>(),
  allow: everyone,
  run: async (ctx, { exercise, limit, offset, ...asked }) => {
    const isExercise = exercise === '1'
    return {
      items: await registered(ctx.db, isExercise, asked, { limit, offset }),
      ...(await registerCounts(ctx.db, isExercise, asked)),
      exercises: isExercise ? 0 : await exercisesCount(ctx.db),
    }
  },
})

/** How many stand on a page. */
const size = 50

/** The address's words as the input of the list. */
const asked = ({ url }: PageRequest, limit = size) => ({ ...queryData(url.searchParams), limit })

/** Everything that the address asks for, a thousand at a time. */
async function* allAsked(request: PageRequest): AsyncGenerator<Registered> {
  const limit = 1000
  for (let offset = 0; ; offset += limit) {
    const { items, total } = await request.perform(readRegister, { ...asked(request, limit), offset })
    yield* items
    if (offset + limit >= total) return
  }
}

async function page(request: PageRequest): Promise<PageAnswer> {
  const { language, link, url, baseUrl } = request
  const t = registerText[language]
  const found = await request.perform(readRegister, asked(request))
  return {
    as: 'page',
    title: t.title,
    description: t.lead,
    nav: 'projects',
    ...(url.search !== '' && { robots: 'noindex' as const }),
    crumbs: [{ text: text[language].home, href: link('/') }, { text: t.title }],
    jsonLd: {
      '@context': 'https://schema.org',
      '@type': 'Dataset',
      name: t.title,
      description: t.lead,
      url: `${baseUrl}${link('/register')}`,
      isAccessibleForFree: true,
      distribution: sheetFormats.map((format) => ({
        '@type': 'DataDownload',
        encodingFormat: format,
        contentUrl: `${baseUrl}${link(`/register/export.${format}`)}`,
      })),
    },
    body: <RegisterView found={found} size={size} request={request} />,
  }
}

async function exported(request: PageRequest, format: SheetFormat): Promise<PageAnswer> {
  const { language, baseUrl, link } = request
  const t = registerText[language]
  const words = text[language]
  const items: Registered[] = []
  for await (const one of allAsked(request)) items.push(one)
  const columns = [
    { header: words.number, kind: 'text' as const },
    { header: t.decided, kind: 'day' as const },
    { header: words.outcome, kind: 'text' as const },
    { header: words.application, kind: 'text' as const },
    { header: t.to, kind: 'text' as const },
    { header: t.call, kind: 'text' as const },
    { header: t.ecosystem, kind: 'text' as const },
    { header: words.granted, kind: 'number' as const },
    { header: words.cost, kind: 'number' as const },
    { header: words.grounds, kind: 'text' as const },
    { header: words.hash, kind: 'text' as const },
    { header: 'URL', kind: 'text' as const },
  ]
  const rows = items.map((r) => [
    r.number,
    r.decidedOn,
    r.outcome === 'yes' ? words.yes : words.no,
    r.title,
    r.parties.map((p) => p.name ?? t.personal).join('; '),
    r.call,
    r.ecosystem,
    r.granted,
    r.cost,
    r.grounds,
    r.hash,
    r.title === null ? null : `${baseUrl}${link(`/decisions/${r.application}`)}`,
  ])
  const content = sheetStream(format, columns, rows, {
    sheet: t.title,
    delimiter: language === 'en' ? ',' : ';',
  })
  return { as: 'file', name: `register.${format}`, type: sheetTypes[format], content }
}

const xml = (said: string): string =>
  said.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;').replaceAll('"', '&quot;')

/** RSS 2.0 of the newest published decisions, as the address narrows them. */
async function feed(request: PageRequest): Promise<PageAnswer> {
  const { language, baseUrl, link } = request
  const t = registerText[language]
  const words = text[language]
  const { items } = await request.perform(readRegister, asked(request))
  const entries = items.map((r) => {
    const url = `${baseUrl}${link(r.title === null ? '/register' : `/decisions/${r.application}`)}`
    const outcome = r.outcome === 'yes' ? `${words.yes}, ${euros(r.granted, language)}` : words.no
    const said = [outcome, r.grounds].filter(Boolean).join('. ')
    return `<item><title>${xml(`${r.title ?? t.personal} (${r.number})`)}</title><link>${xml(url)}</link><guid isPermaLink="false">${xml(`${r.number} ${r.hash}`)}</guid><pubDate>${r.publishedAt.toUTCString()}</pubDate><description>${xml(said)}</description></item>`
  })
  const head = `<title>${xml(t.title)}</title><link>${xml(`${baseUrl}${link('/register')}`)}</link><description>${xml(t.lead)}</description><language>${language}</language>`
  const content = `<?xml version="1.0" encoding="UTF-8"?>\n<rss version="2.0"><channel>${head}${entries.join('')}</channel></rss>\n`
  return { as: 'file', name: 'feed.xml', type: 'application/rss+xml; charset=utf-8', content, inline: true }
}

export const registerPages: readonly Page[] = [
  { method: 'GET', path: '/register', run: page },
  { method: 'GET', path: '/register/feed.xml', run: feed },
  ...sheetFormats.map(
    (format): Page => ({
      method: 'GET',
      path: `/register/export.${format}`,
      run: (request) => exported(request, format),
    }),
  ),
]
