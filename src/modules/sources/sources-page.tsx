import type { PageAnswer, PageRequest } from '../../kernel/page.ts'
import { formatCount, pick } from '../../kernel/text.ts'
import { formatInstant } from '../../kernel/time.ts'
import { Empty, Facts, PageHead, Pager, Scroll, Section, Table, Tag } from '../../ui/index.ts'
import { isCoordinator } from '../people/index.ts'
import { listImportsAction, listProfiles } from './actions.ts'
import { importPath, StateTag, titleOf } from './import-page.tsx'
import { asOfText } from './import-view.tsx'
import { pageText } from './page-text.ts'
import type { ImportHead } from './queries.ts'
import { shareText } from './share-text.ts'
import { getSource, listSources } from './source-actions.ts'

const size = 50

/** The lists that the picture is made of, for everybody; for coordinators also what is under way. */
export async function sourcesPage(request: PageRequest): Promise<PageAnswer> {
  const { language } = request
  const t = pageText[language]
  const offset = Math.max(0, Math.trunc(Number(request.url.searchParams.get('offset')) || 0))
  const { items, total } = await request.perform(listSources, { limit: size, offset })
  const address = (from: number) => request.link(`/sources${from > 0 ? `?offset=${from}` : ''}`)
  const mine = isCoordinator(request)
  return {
    as: 'page',
    title: t.sources,
    description: t.sourcesLead,
    nav: 'sources',
    crumbs: [{ text: t.home, href: request.link('/') }, { text: t.sources }],
    body: (
      <>
        <PageHead
          title={t.sources}
          lead={t.sourcesLead}
          actions={
            <>
              <a class="btn" href={request.link('/statistics')}>
                {t.statistics}
              </a>
              {mine && (
                <>
                  <a class="btn" href={request.link('/organisations/duplicates')}>
                    {t.duplicates}
                  </a>
                  <a class="btn main" href={request.link('/sources/new')}>
                    {t.bringIn}
                  </a>
                </>
              )}
            </>
          }
        />
        {mine && <UnderWay imports={await unapplied(request)} request={request} />}
        <Section title={t.inPicture}>
          {items.length === 0 ? (
            <Empty title={t.noSources}>{t.noSourcesNext}</Empty>
          ) : (
            <Table
              caption={t.inPicture}
              language={language}
              cards
              rows={items}
              columns={[
                {
                  label: t.list,
                  heading: true,
                  phone: 'wide',
                  cell: (s) => (
                    <>
                      <a href={request.link(importPath(s.id))}>
                        {pick(s.title, language)?.text ?? s.fileName}
                      </a>
                      {s.share !== 'public' && <Tag tone="warm">{shareText[language].notPublic}</Tag>}
                    </>
                  ),
                },
                { label: t.publisher, phone: 'labelled', cell: (s) => s.publisher ?? '' },
                {
                  label: t.asOf,
                  phone: 'labelled',
                  cell: (s) => (s.asOf ? asOfText(s.asOf, s.asOfIsApproximate, language) : ''),
                },
                {
                  label: t.rows,
                  numeric: true,
                  phone: 'labelled',
                  cell: (s) => formatCount(s.rows, language),
                },
                {
                  label: t.rejected,
                  numeric: true,
                  phone: 'labelled',
                  cell: (s) => formatCount(s.rejected, language),
                },
                {
                  label: t.broughtIn,
                  phone: 'labelled',
                  cell: (s) => (s.appliedAt ? formatInstant(s.appliedAt, language) : ''),
                },
              ]}
            />
          )}
          <Pager offset={offset} size={size} total={total} at={address} language={language} />
        </Section>
        <Profiles
          request={request}
          profiles={(await request.perform(listProfiles, {})).items}
          canForget={mine}
        />
      </>
    ),
  }
}

async function unapplied(request: PageRequest): Promise<ImportHead[]> {
  const { items } = await request.perform(listImportsAction, { limit: 100 })
  return (items as ImportHead[]).filter((i) => i.state !== 'applied')
}

function UnderWay({ imports, request }: { imports: readonly ImportHead[]; request: PageRequest }) {
  const { language } = request
  const t = pageText[language]
  const over = (i: ImportHead) => i.state === 'failed' || i.state === 'withdrawn'
  const groups = [
    { title: t.waiting, rows: imports.filter((i) => !over(i)) },
    { title: t.earlier, rows: imports.filter(over) },
  ].filter((group) => group.rows.length > 0)
  return (
    <>
      {groups.map(({ title, rows }) => (
        <Section title={title}>
          <Table
            caption={title}
            language={language}
            cards
            rows={rows}
            columns={[
              {
                label: t.list,
                heading: true,
                phone: 'wide',
                cell: (i) => <a href={request.link(importPath(i.id))}>{titleOf(i, language)}</a>,
              },
              { label: t.file, phone: 'labelled', cell: (i) => i.fileName },
              { label: t.state, cell: (i) => <StateTag state={i.state} language={language} /> },
              { label: t.broughtIn, phone: 'labelled', cell: (i) => formatInstant(i.createdAt, language) },
            ]}
          />
        </Section>
      ))}
    </>
  )
}

type Known = { name: string; title: { fi: string; sv: string; en: string }; builtIn: boolean }

function Profiles({
  profiles,
  request,
  canForget,
}: {
  profiles: readonly Known[]
  request: PageRequest
  canForget: boolean
}) {
  const { language } = request
  const t = pageText[language]
  return (
    <Section title={t.profiles} note={t.profilesLead}>
      <Scroll label={t.profiles}>
        <Table
          caption={t.profiles}
          language={language}
          rows={profiles}
          columns={[
            { label: t.list, heading: true, cell: (p) => p.title[language] },
            {
              label: t.state,
              cell: (p) =>
                p.builtIn || !canForget ? (
                  <span class="quiet">{p.builtIn ? t.builtIn : ''}</span>
                ) : (
                  <form
                    method="post"
                    action={request.link(`/sources/profiles/${encodeURIComponent(p.name)}/forget`)}
                  >
                    <button class="btn" type="submit" aria-label={t.forgetOf(p.name)}>
                      {t.forget}
                    </button>
                  </form>
                ),
            },
          ]}
        />
      </Scroll>
    </Section>
  )
}

/** One list of the picture, for who may not see its rows. */
export async function publicSourcePage(request: PageRequest): Promise<PageAnswer> {
  const { language } = request
  const t = pageText[language]
  const s = await request.perform(getSource, { id: request.params.id })
  const title = pick(s.title, language)?.text ?? s.fileName
  return {
    as: 'page',
    title,
    nav: 'sources',
    crumbs: [
      { text: t.home, href: request.link('/') },
      { text: t.sources, href: request.link('/sources') },
      { text: title },
    ],
    body: (
      <>
        <PageHead title={title} over={s.publisher} />
        <Facts
          language={language}
          items={[
            ...(s.asOf ? [{ label: t.asOf, value: asOfText(s.asOf, s.asOfIsApproximate, language) }] : []),
            { label: t.rows, value: formatCount(s.rows, language) },
            { label: t.rejected, value: formatCount(s.rejected, language) },
            ...(s.appliedAt ? [{ label: t.broughtIn, value: formatInstant(s.appliedAt, language) }] : []),
            { label: t.file, value: s.fileName },
            { label: t.fileHash, value: <code>{s.fileHash}</code> },
            ...(s.url ? [{ label: t.address, value: <a href={s.url}>{s.url}</a> }] : []),
            ...(s.share === 'public'
              ? []
              : [{ label: shareText[language].share, value: shareText[language].shares[s.share] }]),
          ]}
        />
      </>
    ),
  }
}
