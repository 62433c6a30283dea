import type { Page, PageAnswer, PageRequest } from '../../kernel/page.ts'
import { pick } from '../../kernel/text.ts'
import { dayIn, formatDay } from '../../kernel/time.ts'
import { InLanguage, PageHead, Section } from '../../ui/index.ts'
import { getSituation } from './actions.ts'
import { chartOf } from './charts.ts'
import { nameIn } from './pages.tsx'
import { refuse } from './refusal-text.ts'
import { text } from './text.ts'
import { TileView } from './tile-view.tsx'
import { situationPath } from './writing.ts'

/** A public picture as it is now: nothing else can stand on others' pages. */
async function publicPicture(request: PageRequest) {
  const { picture, content, madeAt } = await request.perform(getSituation, { key: request.params.key })
  if (picture.share !== 'public') throw refuse('conflict', 'notPublic')
  if (!content || !madeAt) throw refuse('missing', 'noTile')
  return { picture, content, madeAt, name: nameIn(picture, request.language) }
}

/** One tile alone, for a frame on another site. */
async function tilePage(request: PageRequest): Promise<PageAnswer> {
  const { language, link } = request
  const { picture, content, madeAt, name } = await publicPicture(request)
  const tile = content.tiles.find(({ id }) => id === request.params.tile)
  if (!tile) throw refuse('missing', 'noTile')
  const view = { content, language, link, key: picture.key, name, alone: true }
  return {
    as: 'page',
    title: `${pick(tile.title, language)?.text ?? ''}: ${name}`,
    framed: true,
    robots: 'noindex',
    sheet: 'statistics',
    body: (
      <>
        <TileView tile={tile} view={view} />
        <p class="sit-source">
          <a href={link(situationPath(picture.key))}>{`${text[language].one}: ${name}`}</a>,{' '}
          {formatDay(dayIn(madeAt), language)}
        </p>
      </>
    ),
  }
}

/** How each tile is put on another site: as a frame, and as a picture where it has a chart. */
async function embedPage(request: PageRequest): Promise<PageAnswer> {
  const { language, link, baseUrl } = request
  const { picture, content, name } = await publicPicture(request)
  const t = text[language]
  const address = (tile: string, rest = '') =>
    `${baseUrl}${link(situationPath(picture.key, `/tiles/${encodeURIComponent(tile)}${rest}`))}`
  return {
    as: 'page',
    title: `${t.embed}: ${name}`,
    robots: 'noindex',
    sheet: 'statistics',
    crumbs: [
      { text: t.home, href: link('/') },
      { text: t.title, href: link('/situation') },
      { text: name, href: link(situationPath(picture.key)) },
      { text: t.embed },
    ],
    body: (
      <>
        <PageHead over={name} title={t.embed} lead={t.embedLead} />
        {content.tiles.map((tile) => {
          const title = `${pick(tile.title, language)?.text ?? ''}: ${name}`
          const frame = `<iframe src="${address(tile.id)}" title="${escaped(title)}" width="720" height="480" loading="lazy"></iframe>`
          const image = chartOf(content, tile, language, name) && address(tile.id, '/chart.svg')
          return (
            <Section title={<InLanguage names={tile.title} language={language} />}>
              <p>
                <a href={address(tile.id)}>{t.showAlone}</a>
              </p>
              <Code label={`${t.embedCode}: ${pick(tile.title, language)?.text ?? ''}`} code={frame} />
              {image && (
                <Code
                  label={`${t.embedImage}: ${pick(tile.title, language)?.text ?? ''}`}
                  code={`<img src="${image}" alt="${escaped(title)}">`}
                />
              )}
            </Section>
          )
        })}
      </>
    ),
  }
}

const Code = ({ label, code }: { label: string; code: string }) => (
  <pre class="sit-code" tabIndex={0} aria-label={label}>
    <code>{code}</code>
  </pre>
)

/** As it stands in an attribute of the code that is shown. */
const escaped = (words: string): string =>
  words.replaceAll('&', '&amp;').replaceAll('"', '&quot;').replaceAll('<', '&lt;')

export const embedPages: readonly Page[] = [
  { method: 'GET', path: '/situation/{key}/embed', run: embedPage },
  { method: 'GET', path: '/situation/{key}/tiles/{tile}', run: tilePage },
]
