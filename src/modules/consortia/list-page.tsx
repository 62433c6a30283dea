import type { DraftKind } from '../../kernel/draft.ts'
import type { Page, PageAnswer, PageRequest } from '../../kernel/page.ts'
import { inEach, type Names, pick } from '../../kernel/text.ts'
import { dayIn, formatDay } from '../../kernel/time.ts'
import { Empty, ErrorSummary, type FieldError, Menu, PageHead, Section, Tag } from '../../ui/index.ts'
import { DraftForm, draftFor, takeForm } from '../drafts/index.ts'
import { ecosystemHead, idOfKey } from '../ecosystems/index.ts'
import { readFunding } from '../funding/index.ts'
import { addConsortium, listAction } from './consortium-actions.ts'
import { ConsortiumFields, consortiumIn, nothingWritten } from './consortium-forms.tsx'
import { fault } from './fault-text.ts'
import { formText } from './form-text.ts'
import { fieldsOf } from './forms.tsx'
import type { Consortium } from './record.ts'
import { gatherers, pathOf } from './rights.ts'
import { consortiumMachine } from './rules.ts'
import { text } from './text.ts'

type ListProps = { items: readonly Consortium[]; request: Pick<PageRequest, 'language' | 'link'> }

/** Consortia by their names, each with its call, who leads, its state and its deadline. */
export function ConsortiumList({ items, request: { language, link } }: ListProps) {
  const t = text[language]
  return (
    <ul class="ruled">
      {items.map((c) => (
        <li>
          <a href={link(pathOf(c.id))}>{c.title}</a>{' '}
          <Tag tone={c.state === 'applied' ? 'ok' : 'plain'}>
            {consortiumMachine.states[c.state][language]}
          </Tag>
          <span class="sub">
            {[
              c.callName,
              pick(c.ecosystem.name, language)?.text,
              c.lead && `${t.led} ${c.lead.name}`,
              c.deadline && `${t.deadline} ${formatDay(dayIn(c.deadline), language)}`,
            ]
              .filter(Boolean)
              .join(' · ')}
          </span>
        </li>
      ))}
    </ul>
  )
}

type FoundingProps = {
  in: readonly { key: string; name: Names }[]
  /** What the address of the form goes on with, as "?funding=...". */
  about?: string
  label: string
  request: Pick<PageRequest, 'language' | 'link'>
}

/** The way to found one, where one may: in each ecosystem by its name. */
export function FoundingLinks({ in: places, about = '', label, request: { language, link } }: FoundingProps) {
  const way = (key: string) => `${link(`/ecosystems/${key}/consortia/new`)}${about}`
  const [first] = places
  if (!first) return null
  if (places.length === 1)
    return (
      <p>
        <a class="btn" href={way(first.key)}>
          {label}
        </a>
      </p>
    )
  return (
    <Menu
      label={label}
      groups={[places.map(({ key, name }) => ({ href: way(key), label: pick(name, language)?.text ?? key }))]}
    />
  )
}

async function listPage(request: PageRequest): Promise<PageAnswer> {
  const { language, link } = request
  const t = text[language]
  const { items, mine, founding } = await request.perform(listAction, {})
  const groups = [
    { title: t.mine, some: items.filter(({ id }) => mine.includes(id)) },
    { title: t.others, some: items.filter(({ id }) => !mine.includes(id)) },
  ].filter(({ some }) => some.length > 0)
  return {
    as: 'page',
    sheet: 'consortia',
    title: t.title,
    nav: 'ecosystems',
    robots: 'noindex',
    crumbs: [{ text: t.home, href: link('/') }, { text: t.title }],
    body: (
      <>
        <PageHead
          title={t.title}
          lead={t.lead}
          actions={<FoundingLinks in={founding} label={t.new} request={request} />}
        />
        {items.length === 0 ? (
          <Empty title={t.none}>{t.noneNext}</Empty>
        ) : (
          groups.map(({ title, some }) =>
            mine.length === 0 ? (
              <ConsortiumList items={some} request={request} />
            ) : (
              <Section title={title}>
                <ConsortiumList items={some} request={request} />
              </Section>
            ),
          )
        )}
      </>
    ),
  }
}

/** A consortium that is not there yet: in which ecosystem, by its key. */
export const newConsortium: DraftKind = {
  kind: 'consortium.new',
  shared: false,
  title: inEach((l) => formText[l].new),
  path: (key) => `/ecosystems/${key}/consortia/new`,
  allow: { ...gatherers, in: (ctx, { subject }) => idOfKey(ctx.db, subject) },
}

/** What another's call of the catalogue says of itself, as the form takes it. */
async function fromFunding(request: PageRequest): Promise<Record<string, string>> {
  const { language, url, baseUrl, link } = request
  const id = url.searchParams.get('funding')
  if (!id) return {}
  const { funding } = await request.perform(readFunding, { id })
  return {
    callName: pick(funding.title, language)?.text ?? '',
    callAddress: funding.link ?? `${baseUrl}${link(funding.path)}`,
    deadline: funding.closes_on ? formatDay(funding.closes_on, 'fi') : '',
    programme: funding.programme ?? '',
  }
}

async function newPage(request: PageRequest, errors: readonly FieldError[] = []): Promise<PageAnswer> {
  const { language, link, params, url } = request
  const [t, f] = [text[language], formText[language]]
  const ecosystem = await request.perform(ecosystemHead, { key: params.key })
  if (!(await request.perform(listAction, { ecosystem: ecosystem.key })).may.add)
    throw fault('forbidden', 'notLead')
  const before = {
    ...nothingWritten,
    ...(await fromFunding(request)),
    call: url.searchParams.get('call') ?? '',
    title: url.searchParams.get('title') ?? '',
  }
  const draft = await draftFor(request, newConsortium, ecosystem.key, before)
  const name = pick(ecosystem.short ?? ecosystem.name, language)?.text ?? ''
  return {
    as: 'page',
    sheet: 'consortia',
    title: f.new,
    nav: 'ecosystems',
    robots: 'noindex',
    ...(errors.length > 0 && { status: 422 as const }),
    crumbs: [
      { text: t.home, href: link('/') },
      { text: t.ecosystems, href: link('/ecosystems') },
      { text: name, href: link(`/ecosystems/${ecosystem.key}`) },
      { text: f.new },
    ],
    body: (
      <>
        <PageHead over={name} title={f.new} lead={t.lead} />
        <ErrorSummary errors={errors} language={language} />
        <DraftForm
          draft={draft}
          action={link(newConsortium.path(ecosystem.key))}
          submit={f.new}
          language={language}
        >
          <ConsortiumFields {...fieldsOf(request, draft, errors)} isNew />
        </DraftForm>
      </>
    ),
  }
}

const takeNew = (request: PageRequest): Promise<PageAnswer> => {
  const { key = '' } = request.params
  return takeForm(
    request,
    { kind: newConsortium, subject: key, before: nothingWritten },
    async (sent) => {
      const read = consortiumIn(sent, request.language)
      if (Array.isArray(read)) return read
      const said = {
        ecosystem: key,
        call: sent.text('call'),
        exercise: sent.text('exercise') === '1',
        ...read,
      }
      return (await request.perform(addConsortium, said, sent.draft)).path
    },
    (errors) => newPage(request, errors),
  )
}

export const listPages: readonly Page[] = [
  { method: 'GET', path: '/consortia', run: listPage },
  { method: 'GET', path: '/ecosystems/{key}/consortia/new', run: (request) => newPage(request) },
  { method: 'POST', path: '/ecosystems/{key}/consortia/new', run: takeNew },
]
