import type { ComponentChildren } from 'preact'
import type { PageAnswer, PageRequest } from '../../kernel/page.ts'
import { formatCount, type Language, pick } from '../../kernel/text.ts'
import { type Day, dayIn, formatInstant } from '../../kernel/time.ts'
import {
  Alert,
  Empty,
  Facts,
  InLanguage,
  Menu,
  PageHead,
  Section,
  sheetChoices,
  Table,
} from '../../ui/index.ts'
import { datasetPath, getStatistics, keeps, type ShownDataset, statisticValues } from './actions.ts'
import type { Trouble } from './asking.ts'
import { changesText } from './changes.ts'
import { municipalitiesText, nutsText } from './divisions.ts'
import { FiguresView } from './figures-view.tsx'
import { levelsText, StateTag, spanText, updatedText } from './list-page.tsx'
import { text } from './text.ts'
import { troubleText } from './trouble-text.ts'
import { codesOfView, viewOf } from './view.ts'

/** One dataset: a chosen part of its figures, where they come from, what has changed. */
export async function datasetPage(request: PageRequest): Promise<PageAnswer> {
  const { language, link, params, url } = request
  const t = text[language]
  const asked = url.searchParams.get('version') || undefined
  const shown = await request.perform(getStatistics, { id: params.id, version: asked })
  const { dataset } = shown
  const title = pick(dataset.title, language)?.text ?? dataset.table ?? t.title
  const mine = keeps(request)
  return {
    as: 'page',
    sheet: 'statistics',
    title,
    description: `${title}. ${dataset.publisher}`,
    nav: 'sources',
    ...(url.search !== '' && { robots: 'noindex' as const }),
    crumbs: [
      { text: t.home, href: link('/') },
      { text: t.sources, href: link('/sources') },
      { text: t.title, href: link('/statistics') },
      { text: title },
    ],
    body: (
      <>
        <PageHead
          title={<InLanguage names={dataset.title} language={language} />}
          over={[dataset.publisher, dataset.table].filter(Boolean).join(' · ')}
          state={
            <>
              <StateTag dataset={dataset} language={language} />{' '}
              {[levelsText(dataset.version?.levels ?? [], language), spanText(dataset.version)]
                .filter(Boolean)
                .join(' · ')}
            </>
          }
          actions={<Actions shown={shown} request={request} mine={mine} />}
        />
        {dataset.trouble && (
          <Alert tone="warm" title={t.trouble}>
            {troubleText[language].troubles[dataset.trouble as Trouble]}
          </Alert>
        )}
        {asked && asked !== dataset.version?.id && (
          <Alert tone="warm" title={t.oldVersion}>
            <a href={link(dataset.path)}>{t.latest}</a>
          </Alert>
        )}
        {shown.version ? (
          await figuresSection(shown, shown.version, request)
        ) : (
          <Empty title={t.notFetched}>{t.notFetchedNext}</Empty>
        )}
        <Section title={t.source} id="source">
          <Facts language={language} items={sourceFacts(shown, dayIn(request.now), language)} />
        </Section>
        {(shown.version?.notes.length ?? 0) > 0 && (
          <Section title={t.notes}>
            {shown.version!.notes.map((note) => (
              <p class="prose">{plainNote(note)}</p>
            ))}
          </Section>
        )}
        <Versions shown={shown} request={request} />
        {shown.attempts.length > 0 && <Attempts shown={shown} language={language} />}
      </>
    ),
  }
}

async function figuresSection(
  shown: ShownDataset,
  version: NonNullable<ShownDataset['version']>,
  request: PageRequest,
) {
  const { language, link, url } = request
  const view = viewOf(version.dimensions, url.searchParams)
  const where = Object.entries(codesOfView(view)).map(([id, codes]) => `${id}:${codes.join(',')}`)
  const figures = await request.perform(statisticValues, { id: shown.dataset.id, version: version.id, where })
  return (
    <Section title={text[language].figures} id="figures">
      <FiguresView
        view={view}
        figures={figures}
        dimensions={version.dimensions}
        action={link(shown.dataset.path)}
        files={(format) => link(`${shown.dataset.path}/chart.${format}${url.search}`)}
        version={url.searchParams.get('version')}
        language={language}
      />
    </Section>
  )
}

function Actions({ shown, request, mine }: { shown: ShownDataset; request: PageRequest; mine: boolean }) {
  const { language, link, url } = request
  const t = text[language]
  const path = datasetPath(shown.dataset.id)
  const export_ = (ending: string) => link(`${path}/export.${ending}${url.search}`)
  return (
    <>
      {shown.version && (
        <Menu
          label={t.download}
          groups={[
            sheetChoices(export_),
            [{ href: export_('jsonstat'), label: t.asJsonStat, download: true }],
          ]}
          note={t.thisSlice}
        />
      )}
      {mine && (
        <a class="btn" href={link(`${path}/edit`)}>
          {t.edit}
        </a>
      )}
      {mine && shown.dataset.address && (
        <form method="post" action={link(`${path}/refresh`)}>
          {shown.dataset.trouble === 'newest-missing' && <input type="hidden" name="accept" value="yes" />}
          <button class="btn" type="submit">
            {shown.dataset.trouble === 'newest-missing' ? t.accept : t.refresh}
          </button>
        </form>
      )}
    </>
  )
}

function sourceFacts({ dataset, version }: ShownDataset, day: Day, language: Language) {
  const t = text[language]
  const fact = (label: string, value: ComponentChildren) => (value ? [{ label, value }] : [])
  const { address, query, file } = version?.provenance ?? {}
  const label = version && pick(version.title, language)
  const description = pick(dataset.description, language)
  const nuts = version && nutsText(version.dimensions, language)
  const municipalities = version && municipalitiesText(version.dimensions, day, language)
  const counts = dataset.version
  return [
    ...fact(t.publisher, dataset.publisher),
    ...fact(t.table, dataset.table),
    ...fact(t.label, label && <span lang={label.language}>{label.text}</span>),
    ...fact(t.description, description && <span lang={description.language}>{description.text}</span>),
    ...fact(t.licence, dataset.licence),
    ...fact(t.updated, updatedText(version?.updated, language)),
    ...fact(t.fetched, version && formatInstant(version.fetchedAt, language)),
    ...fact(t.nightly, dataset.nightly ? t.everyNight : dataset.address ? t.byHand : t.fromFile),
    ...fact(t.version, version && `${version.number}`),
    ...fact(t.levels, levelsText(counts?.levels ?? [], language)),
    ...fact(t.nuts, nuts),
    ...fact(t.municipalities, municipalities),
    ...fact(
      t.size,
      counts && t.sizeOf(formatCount(counts.cells, language), formatCount(counts.emptyCells, language)),
    ),
    ...fact(
      t.address,
      (address ?? dataset.address) && (
        <a class="stat-address" href={address ?? dataset.address!}>
          {address ?? dataset.address}
        </a>
      ),
    ),
    ...fact(
      t.query,
      query && (
        <details>
          <summary>{t.showQuery}</summary>
          <pre class="stat-query">{JSON.stringify(query, null, 1)}</pre>
        </details>
      ),
    ),
    ...fact(t.file, file?.name),
    ...fact(t.hash, file && <code>{file.sha256}</code>),
  ]
}

/** A source's note without its tags; PxWeb writes links as HTML and breaks lines by #. */
const plainNote = (note: string): string =>
  note
    .replace(/<[^>]*>/g, '')
    .replace(/#+/g, '\n')
    .trim()

function Versions({ shown, request }: { shown: ShownDataset; request: PageRequest }) {
  const { language, link } = request
  const t = text[language]
  if (shown.versions.length === 0) return null
  return (
    <Section title={t.versions} id="versions">
      <Table
        caption={t.versions}
        language={language}
        cards
        rows={shown.versions}
        columns={[
          {
            label: t.version,
            heading: true,
            phone: 'wide',
            cell: (v) => (
              <a href={link(`${shown.dataset.path}?version=${v.id}`)}>{t.versionOf(`${v.number}`)}</a>
            ),
          },
          { label: t.updated, phone: 'labelled', cell: (v) => updatedText(v.updated, language) },
          { label: t.fetched, phone: 'labelled', cell: (v) => formatInstant(v.fetchedAt, language) },
          {
            label: t.changes,
            phone: 'line',
            cell: (v) => (v.changes ? changesText(v.changes, language) || t.sameFigures : t.firstVersion),
          },
        ]}
      />
    </Section>
  )
}

function Attempts({ shown, language }: { shown: ShownDataset; language: Language }) {
  const t = text[language]
  const { outcomes, troubles } = troubleText[language]
  const said: Readonly<Record<string, string>> = { ...outcomes, ...troubles }
  return (
    <Section title={t.attempts} id="attempts">
      <Table
        caption={t.attempts}
        language={language}
        cards
        rows={shown.attempts}
        columns={[
          { label: t.at, heading: true, phone: 'wide', cell: (a) => formatInstant(a.at, language) },
          {
            label: t.outcome,
            phone: 'line',
            cell: (a) => `${said[a.outcome] ?? a.outcome}${a.status ? ` (${a.status})` : ''}`,
          },
          {
            label: t.nextAttempt,
            phone: 'labelled',
            cell: (a) => (a.next_at ? formatInstant(a.next_at, language) : ''),
          },
        ]}
      />
    </Section>
  )
}
