import type { PageAnswer, PageRequest } from '../../kernel/page.ts'
import { shareLevels } from '../../kernel/share.ts'
import { type Language, languages, pick } from '../../kernel/text.ts'
import { formatDay } from '../../kernel/time.ts'
import { type FieldError, SelectField, TextArea, TextField } from '../../ui/index.ts'
import { type Before, type Draft, DraftForm, draftFor, takeForm } from '../drafts/index.ts'
import { namesOfEcosystems } from '../ecosystems/index.ts'
import { conceptName } from '../overlaps/index.ts'
import { holds, offices } from '../people/index.ts'
import { inThree } from './basics-page.tsx'
import { changedCard, newCard } from './drafts.ts'
import { editPage, errorIn, kept, profilePath } from './edit-frame.tsx'
import { editText } from './edit-text.ts'
import { stateCard } from './fact-actions.ts'
import { type Profile, readProfile, type ShownFact } from './read-actions.ts'
import { refuse } from './refusals.ts'
import { type CardKind, isCardKind, offerKinds } from './rules.ts'
import { text } from './text.ts'

function before(request: PageRequest, card?: ShownFact): Before {
  const { title, text, use, place, website } = card?.content ?? {}
  return {
    title_fi: title?.fi ?? '',
    title_sv: title?.sv ?? '',
    title_en: title?.en ?? '',
    text_fi: text?.fi ?? '',
    text_sv: text?.sv ?? '',
    text_en: text?.en ?? '',
    use_fi: use?.fi ?? '',
    use_sv: use?.sv ?? '',
    use_en: use?.en ?? '',
    sort: card?.code ?? '',
    place: place ?? '',
    website: website ?? '',
    subjects: (card?.subjects ?? []).map((concept) => conceptName(concept, request.language)).join(', '),
    openUntil: card?.openUntil ? formatDay(card.openUntil, 'fi') : '',
    share: card?.share ?? 'public',
    ecosystem: card?.ecosystem ?? '',
  }
}

type Asked = { of: Profile; kind: CardKind; card?: ShownFact }

/** Which card the address means: one that is there, or a new one of a kind. */
function askedIn(request: PageRequest, of: Profile): Asked {
  const { kind, entry } = request.params
  if (isCardKind(kind)) return { of, kind }
  const card = of.facts.find((f) => f.entry === entry)
  if (!card || !isCardKind(card.kind)) throw refuse('missing', 'noEntry')
  return { of, kind: card.kind, card }
}

const formOf = (request: PageRequest, { of, kind, card }: Asked) => ({
  kind: card ? changedCard : newCard,
  subject: `${of.id}:${card?.entry ?? kind}`,
  before: before(request, card),
})

export async function cardPage(
  request: PageRequest,
  errors: readonly FieldError[] = [],
): Promise<PageAnswer> {
  const of = await kept(request)
  const asked = askedIn(request, of)
  const { kind, card } = asked
  const { language, link } = request
  const t = editText[language]
  const form = formOf(request, asked)
  const draft = await draftFor(request, form.kind, form.subject, form.before)
  return editPage(
    request,
    of,
    { heading: card ? t.change[kind] : t.add[kind], errors },
    <DraftForm
      draft={draft}
      action={link(profilePath(of, card ? `/cards/${card.entry}` : `/new/${kind}`))}
      submit={t.saveCard}
      language={language}
    >
      <CardFields
        kind={kind}
        draft={draft}
        errors={errors}
        request={request}
        places={await placesOf(request)}
      />
    </DraftForm>,
  )
}

/** The ecosystems in which the reader works: within those something may be shared. */
async function placesOf(request: PageRequest): Promise<{ value: string; label: string }[]> {
  const { items } = await request.perform(namesOfEcosystems, {})
  return items
    .filter(({ id }) => holds(request.actor, [...offices], id))
    .map(({ id, key, name }) => ({ value: id, label: pick(name, request.language)?.text ?? key }))
}

type FieldsProps = {
  kind: CardKind
  draft: Draft
  errors: readonly FieldError[]
  places: readonly { value: string; label: string }[]
  request: PageRequest
}

function CardFields({ kind, draft, errors, places, request: { language } }: FieldsProps) {
  const t = editText[language]
  const errorOf = errorIn(errors)
  const field = (name: string) => ({ name, value: draft.text(name), error: errorOf(name), language })
  const facility = kind === 'facility'
  const titleLabel = facility ? t.facilityName : t.cardTitle
  const textLabel = facility ? t.facilityText : t.cardText
  const within = { fi: t.inFinnish, sv: t.inSwedish, en: t.inEnglish }
  const others = languages.filter((l) => l !== language)
  const names = (l: Language) =>
    (facility ? ['title', 'text', 'use'] : ['title', 'text']).map((n) => `${n}_${l}`)
  const told = others.flatMap(names).some((name) => draft.text(name) !== '' || errorOf(name))
  const inLanguage = (l: Language) => (
    <>
      <TextField
        {...field(`title_${l}`)}
        label={`${titleLabel}, ${within[l]}`}
        help={l === language ? t.cardTitleHelp : undefined}
        size="full"
        optional={l !== language}
      />
      <TextArea
        {...field(`text_${l}`)}
        label={`${textLabel}, ${within[l]}`}
        help={l === language && !facility ? t.cardTextHelp : undefined}
        rows={3}
        optional
      />
      {facility && (
        <TextArea
          {...field(`use_${l}`)}
          label={`${t.use}, ${within[l]}`}
          help={l === language ? t.useHelp : undefined}
          rows={2}
          optional
        />
      )}
    </>
  )
  return (
    <>
      {!facility && (
        <SelectField
          {...field('sort')}
          label={t.sort}
          none={t.chooseSort}
          choices={offerKinds.map((value) => ({ value, label: text[language].sorts[value] }))}
        />
      )}
      {inLanguage(language)}
      <details class="profile-fold" open={told}>
        <summary>{t.otherLanguages}</summary>
        {others.map(inLanguage)}
      </details>
      {facility && <TextField {...field('place')} label={t.place} optional />}
      <TextField {...field('website')} label={t.website} inputmode="url" size="full" optional />
      <TextField {...field('subjects')} label={t.subjects} help={t.subjectsHelp} size="full" optional />
      {!facility && (
        <TextField {...field('openUntil')} label={t.openUntil} help={t.openUntilHelp} size="short" optional />
      )}
      <SelectField
        {...field('share')}
        label={t.share}
        choices={shareLevels
          .filter((level) => places.length > 0 || level === 'public' || level === 'own')
          .map((value) => ({ value, label: text[language].shares[value] }))}
      />
      {places.length > 0 && (
        <SelectField
          {...field('ecosystem')}
          label={t.ecosystem}
          none={t.noEcosystem}
          choices={places}
          optional
        />
      )}
    </>
  )
}

export async function takeCard(request: PageRequest): Promise<PageAnswer> {
  const of = await request.perform(readProfile, { id: request.params.id })
  const asked = askedIn(request, of)
  return takeForm(
    request,
    formOf(request, asked),
    async ({ text: said, draft }) => {
      const form = {
        id: of.id,
        ...(asked.card && { entry: asked.card.entry }),
        kind: asked.kind,
        sort: said('sort'),
        title: inThree(said, 'title'),
        text: inThree(said, 'text'),
        use: inThree(said, 'use'),
        place: said('place'),
        website: said('website'),
        subjects: said('subjects'),
        openUntil: said('openUntil'),
        share: said('share'),
        ecosystem: said('ecosystem'),
      }
      const { entry } = await request.perform(stateCard, form, draft)
      return `${profilePath(of)}#${entry}`
    },
    (errors) => cardPage(request, errors),
  )
}
