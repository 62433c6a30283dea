import type { Page, PageAnswer, PageRequest } from '../../kernel/page.ts'
import { type Language, pick } from '../../kernel/text.ts'
import { dayIn, formatDay, formatInstant } from '../../kernel/time.ts'
import { Alert, type Column, Empty, InLanguage, Menu, PageHead, Section, Table, Tag } from '../../ui/index.ts'
import { getSituation, listSituations } from './actions.ts'
import { ChangesView } from './changes-view.tsx'
import { type MadeTile, type Scope, scopes } from './content.ts'
import type { ListedPicture } from './queries.ts'
import { text } from './text.ts'
import { isWide, TileView, type View } from './tile-view.tsx'
import { nameOf, situationPath } from './writing.ts'

export const nameIn = (of: Parameters<typeof nameOf>[0], language: Language): string =>
  pick(nameOf(of), language)?.text ?? of.key

async function listPage(request: PageRequest): Promise<PageAnswer> {
  const { language, link } = request
  const t = text[language]
  const { items } = await request.perform(listSituations, {})
  const groups = scopes.map((scope) => ({ scope, rows: items.filter((one) => one.scope === scope) }))
  return {
    as: 'page',
    title: t.title,
    description: t.lead,
    sheet: 'statistics',
    crumbs: [{ text: t.home, href: link('/') }, { text: t.title }],
    body: (
      <>
        <PageHead title={t.title} lead={t.lead} />
        {inOrder(groups).map(({ scope, rows }) =>
          rows.length === 0 ? null : (
            <Section title={t.scopes[scope]} id={scope}>
              <Table
                caption={t.scopes[scope]}
                rows={rows}
                columns={listColumns(request)}
                density="tight"
                language={language}
              />
            </Section>
          ),
        )}
        {items.length === 0 && <Empty title={t.notYet} />}
      </>
    ),
  }
}

const inOrder = <T extends { scope: Scope }>(groups: readonly T[]): T[] =>
  (['nation', 'ecosystem', 'region'] as const).flatMap((scope) => groups.find((g) => g.scope === scope) ?? [])

function listColumns({ language, link }: PageRequest): Column<ListedPicture>[] {
  const t = text[language]
  return [
    {
      label: t.picture,
      heading: true,
      phone: 'wide',
      cell: (one) => (
        <>
          <a href={link(situationPath(one.key))}>
            <InLanguage names={nameOf(one)} language={language} />
          </a>{' '}
          {one.share !== 'public' && <Tag>{t.internal}</Tag>}
        </>
      ),
    },
    {
      label: t.changed,
      class: 'nb',
      phone: 'labelled',
      cell: ({ madeAt }) => (madeAt ? formatInstant(madeAt, language) : t.notYetShort),
    },
  ]
}

const dayAsked = (url: URL): string | undefined => url.searchParams.get('on') || undefined

async function onePage(request: PageRequest): Promise<PageAnswer> {
  const { language, link, params, url } = request
  const on = dayAsked(url)
  const found = await request.perform(getSituation, { key: params.key, on })
  const { picture, content, madeAt } = found
  const t = text[language]
  const name = nameIn(picture, language)
  const view: View | undefined = content ? { content, language, link, key: picture.key, name, on } : undefined
  const waits = picture.checkedAt === null
  return {
    as: 'page',
    title: `${t.one}: ${name}`,
    description: t.lead,
    sheet: 'statistics',
    crumbs: [{ text: t.home, href: link('/') }, { text: t.title, href: link('/situation') }, { text: name }],
    ...((on || picture.share !== 'public') && { robots: 'noindex' as const }),
    ...(waits && { refresh: 3, unready: true }),
    body: (
      <>
        <PageHead
          over={t.one}
          title={name}
          state={
            <>
              {picture.share !== 'public' && <Tag>{t.internal}</Tag>}{' '}
              {on && madeAt
                ? t.asOfDay(formatDay(on, language))
                : picture.checkedAt && t.checked(formatInstant(picture.checkedAt, language))}
            </>
          }
          actions={
            <>
              {found.composes && !on && (
                <a class="btn" href={link(situationPath(picture.key, '/compose'))}>
                  {t.compose}
                </a>
              )}
              {view && <TakeMenu request={request} pictureKey={picture.key} on={on} />}
            </>
          }
        />
        {waits && <Alert tone="note" title={content ? t.being : t.notYet} />}
        {view && view.content.tiles.length === 0 && <Empty title={t.nothing} />}
        {view && (
          <div class="sit-tiles">
            {inPairs(view.content.tiles).map((tiles) => (
              <div class={isWide(tiles[0]!) ? undefined : 'sit-pair'}>
                {tiles.map((tile) => (
                  <TileView tile={tile} view={view} />
                ))}
              </div>
            ))}
          </div>
        )}
        {view && found.since && (
          <ChangesView view={view} since={found.since} whole={url.searchParams.has('changes')} />
        )}
        <EarlierDays request={request} days={found.days} on={on} path={situationPath(picture.key)} />
      </>
    ),
  }
}

/** Runs of narrow tiles, which stand in two columns on a desk, between those that take the whole width. */
function inPairs(tiles: readonly MadeTile[]): MadeTile[][] {
  const runs: MadeTile[][] = []
  for (const tile of tiles) {
    const last = runs.at(-1)
    if (last && !isWide(tile) && !isWide(last[0]!)) last.push(tile)
    else runs.push([tile])
  }
  return runs
}

function TakeMenu({
  request: { language, link },
  pictureKey,
  on,
}: {
  request: PageRequest
  pictureKey: string
  on: string | undefined
}) {
  const t = text[language]
  const query = on ? `?on=${on}` : ''
  return (
    <Menu
      label={t.takeAway}
      groups={[
        (['xlsx', 'csv', 'json'] as const).map((format) => ({
          label: t.data,
          note: `.${format}`,
          href: link(situationPath(pictureKey, `/export.${format}${query}`)),
          download: true,
        })),
        on ? [] : [{ label: t.embed, href: link(situationPath(pictureKey, '/embed')) }],
      ]}
      note={t.print}
    />
  )
}

/** The days on which the picture changed, and a field for any other. */
function EarlierDays({
  request: { language, link, now },
  days,
  on,
  path,
}: {
  request: PageRequest
  days: readonly string[]
  on: string | undefined
  path: string
}) {
  const t = text[language]
  if (days.length === 0) return null
  return (
    <form class="inline sit-days" method="get" action={link(path)}>
      <div class="field">
        <label for="on">{t.earlier}</label>
        <input id="on" name="on" type="date" value={on ?? ''} min={days.at(-1)} max={dayIn(now)} required />
      </div>
      <button class="btn" type="submit">
        {t.show}
      </button>
      {on && <a href={link(path)}>{t.now}</a>}
    </form>
  )
}

export const pages: readonly Page[] = [
  { method: 'GET', path: '/situation', cached: true, run: listPage },
  { method: 'GET', path: '/situation/{key}', cached: true, run: onePage },
]
