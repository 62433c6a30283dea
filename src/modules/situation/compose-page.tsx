import type { Page, PageAnswer, PageRequest } from '../../kernel/page.ts'
import { type Language, pick } from '../../kernel/text.ts'
import {
  ChoicesField,
  ErrorSummary,
  type FieldError,
  PageHead,
  Section,
  SelectField,
  TextArea,
} from '../../ui/index.ts'
import { type Before, DraftForm, draftFor, takeForm } from '../drafts/index.ts'
import { NamesFields, namesFrom } from '../ecosystems/index.ts'
import {
  addSituation,
  composeSituation,
  endSituation,
  getComposition,
  refreshSituations,
} from './compose-actions.ts'
import { composeText } from './compose-text.ts'
import { pictureShares, type Tile } from './content.ts'
import { composition } from './drafts.ts'
import { nameIn } from './pages.tsx'
import { tilesOf } from './rules.ts'
import { text } from './text.ts'
import { tileText } from './tile-text.ts'
import { situationPath } from './writing.ts'

const read = (request: PageRequest) => request.perform(getComposition, { key: request.params.key })
type Told = Awaited<ReturnType<typeof read>>

/** What stands in the form before somebody changes it. */
function beforeOf({ picture, offered, chosen }: Told): Before {
  const note = tilesOf(picture).find(({ kind }) => kind === 'note')?.words
  const order = chosen.filter((id) => id !== 'note')
  return {
    ...Object.fromEntries((['fi', 'sv', 'en'] as const).map((l) => [`title.${l}`, picture.title?.[l] ?? ''])),
    ...Object.fromEntries((['fi', 'sv', 'en'] as const).map((l) => [`note.${l}`, note?.[l] ?? ''])),
    share: picture.share,
    apart: offered.filter(({ apart }) => apart).map(({ id }) => id),
    statistics: '',
    ...Object.fromEntries(
      offered.map(({ id }) => [`place.${id}`, order.includes(id) ? String(order.indexOf(id) + 1) : '']),
    ),
  }
}

/** What a tile is called where tiles are chosen. */
function tileName({ kind, by, title, id }: Tile, language: Language): string {
  const t = tileText[language]
  if (title) return pick(title, language)?.text ?? id
  return kind === 'coverage' ? `${t.kinds.coverage} ${t.by[by ?? 'theme']}` : t.kinds[kind]
}

async function composePage(request: PageRequest, errors: readonly FieldError[] = []): Promise<PageAnswer> {
  const { language, link } = request
  const told = await read(request)
  const { picture, offered } = told
  const t = composeText[language]
  const name = nameIn(picture, language)
  const draft = await draftFor(request, composition, picture.key, beforeOf(told))
  const path = situationPath(picture.key)
  const errorAt = (field: string) => errors.find((e) => e.name === field)?.text
  const places = offered.map((_, i) => ({ value: String(i + 1), label: t.places(i + 1) }))
  return {
    as: 'page',
    title: `${t.title}: ${name}`,
    robots: 'noindex',
    sheet: 'statistics',
    ...(errors.length > 0 && { status: 422 }),
    crumbs: [
      { text: text[language].home, href: link('/') },
      { text: text[language].title, href: link('/situation') },
      { text: name, href: link(path) },
      { text: t.title },
    ],
    body: (
      <>
        <PageHead over={name} title={t.title} lead={t.lead} />
        <ErrorSummary errors={errors} language={language} />
        <DraftForm draft={draft} action={link(`${path}/compose`)} submit={t.save} language={language}>
          <fieldset class="sit-places">
            <legend>{t.tiles}</legend>
            {offered.map((tile) => (
              <div>
                <SelectField
                  name={`place.${tile.id}`}
                  label={tileName(tile, language)}
                  help={tileText[language].about[tile.kind]}
                  none={t.out}
                  choices={places}
                  value={draft.text(`place.${tile.id}`)}
                  language={language}
                />
              </div>
            ))}
          </fieldset>
          <NamesFields
            name="note"
            legend={t.note}
            help={t.noteHelp}
            values={draft.text}
            errors={errors}
            long
            optional
            language={language}
          />
          <TextArea
            name="statistics"
            label={t.statistics}
            help={t.statisticsHelp}
            value={draft.text('statistics')}
            error={errorAt('statistics')}
            rows={2}
            optional
            language={language}
          />
          <ChoicesField
            name="share"
            kind="radio"
            label={t.share}
            choices={pictureShares.map((value) => ({ value, label: t.shares[value] }))}
            values={[draft.text('share')]}
            error={errorAt('share')}
            language={language}
          />
          {picture.scope === 'ecosystem' && picture.standard && (
            <ChoicesField
              name="apart"
              kind="checkbox"
              label={t.apart}
              help={t.apartHelp}
              choices={offered
                .filter(({ kind }) => given.includes(kind))
                .map((tile) => ({ value: tile.id, label: tileName(tile, language) }))}
              values={draft.list('apart')}
              optional
              language={language}
            />
          )}
          <NamesFields
            name="title"
            legend={t.name}
            help={t.nameHelp}
            values={draft.text}
            errors={errors}
            optional
            language={language}
          />
        </DraftForm>
        <OtherActs request={request} told={told} />
      </>
    ),
  }
}

/** Tiles of which the picture of the country takes figures. */
const given: readonly Tile['kind'][] = ['decisions', 'indicators', 'network', 'projects']

function OtherActs({ request: { language, link }, told: { picture } }: { request: PageRequest; told: Told }) {
  const t = composeText[language]
  const button = (act: string, label: string, note?: string) => (
    <form method="post" action={link(situationPath(picture.key, `/${act}`))}>
      <p>
        <button class="btn" type="submit">
          {label}
        </button>{' '}
        {note && <span class="note">{note}</span>}
      </p>
    </form>
  )
  return (
    <Section title={t.other}>
      {button('refresh', t.refresh)}
      {button('another', t.another, t.anotherNote)}
      {!picture.standard && button('end', t.end, t.endNote)}
    </Section>
  )
}

async function save(request: PageRequest): Promise<PageAnswer> {
  const told = await read(request)
  const { key } = told.picture
  return takeForm(
    request,
    { kind: composition, subject: key, before: beforeOf(told) },
    async ({ text: get, list, draft }) => {
      const placed = told.offered
        .map(({ id }) => ({ id, at: Number(get(`place.${id}`)) }))
        .filter(({ at }) => at > 0)
        .sort((a, b) => a.at - b.at)
      await request.perform(
        composeSituation,
        {
          key,
          title: namesFrom(get, 'title'),
          note: namesFrom(get, 'note'),
          share: get('share'),
          tiles: placed.map(({ id }) => id),
          apart: list('apart'),
          statistics: get('statistics').split(/\s+/).filter(Boolean),
        },
        draft,
      )
      return situationPath(key)
    },
    (errors) => composePage(request, errors),
  )
}

/** A button that does one thing and then shows a picture. */
const deed = (name: string, run: (request: PageRequest, key: string) => Promise<string>): Page => ({
  method: 'POST',
  path: `/situation/{key}/${name}`,
  run: async (request) => ({
    as: 'redirect',
    to: request.link(await run(request, request.params.key ?? '')),
  }),
})

export const composePages: readonly Page[] = [
  { method: 'GET', path: '/situation/{key}/compose', run: (request) => composePage(request) },
  { method: 'POST', path: '/situation/{key}/compose', run: save },
  deed('refresh', async (request, key) => {
    await request.perform(refreshSituations, { key })
    return situationPath(key)
  }),
  deed('another', async (request, key) =>
    situationPath((await request.perform(addSituation, { key })).key, '/compose'),
  ),
  deed('end', async (request, key) => {
    await request.perform(endSituation, { key })
    return '/situation'
  }),
]
