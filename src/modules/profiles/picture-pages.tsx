import type { Page, PageAnswer, PageRequest } from '../../kernel/page.ts'
import { formErrors } from '../../kernel/refusal.ts'
import { CheckField, type FieldError, FileField, Section, Tag, TextField } from '../../ui/index.ts'
import { type Before, DraftForm, draftFor, takeForm } from '../drafts/index.ts'
import { inThree } from './basics-page.tsx'
import { pictureDraft } from './drafts.ts'
import { editPage, errorIn, kept, profilePath } from './edit-frame.tsx'
import { editText } from './edit-text.ts'
import { partsText } from './parts-text.ts'
import { addPicture, describePicture, pictureLimit } from './picture-actions.ts'
import { undescribedIn } from './profile-view.tsx'
import { type Profile, readPicture, readProfile, type ShownFact } from './read-actions.ts'
import { refuse } from './refusals.ts'
import { limits } from './rules.ts'
import { text } from './text.ts'

async function picturesPage(request: PageRequest, errors: readonly FieldError[] = []): Promise<PageAnswer> {
  const of = await kept(request)
  const { language, link } = request
  const t = partsText[language]
  const pictures = of.facts.filter((f) => f.kind === 'picture')
  return editPage(
    request,
    of,
    { heading: editText[language].sections.pictures, lead: t.picturesLead, errors },
    <>
      {pictures.length === 0 ? (
        <p class="quiet">{t.noPictures}</p>
      ) : (
        <ul class="profile-kept pictured">
          {pictures.map((fact) => (
            <PictureKept of={of} fact={fact} request={request} />
          ))}
        </ul>
      )}
      {pictures.length < limits.pictures && (
        <Section title={t.addPicture} id="add">
          <form method="post" enctype="multipart/form-data" action={link(profilePath(of, '/pictures'))}>
            <FileField
              name="file"
              label={t.pictureFile}
              help={t.pictureHelp}
              accept="image/jpeg,image/png,image/webp"
              error={errorIn(errors)('file')}
              language={language}
            />
            <button class="btn main" type="submit">
              {t.addPicture}
            </button>
          </form>
        </Section>
      )}
    </>,
  )
}

function PictureKept({
  of,
  fact,
  request: { language, link },
}: {
  of: Profile
  fact: ShownFact
  request: PageRequest
}) {
  const t = partsText[language]
  const missing = undescribedIn(fact)
  const alt = fact.content.title?.[language] ?? ''
  return (
    <li>
      <img src={link(profilePath(of, `/pictures/${fact.id}/small`))} alt={alt} loading="lazy" />
      <div>
        {alt || <span class="quiet">{t.describeTitle}</span>}{' '}
        {fact.content.main && <Tag tone="on">{t.main}</Tag>}
        {missing.length === 3 ? (
          <Tag tone="warm" sign="waiting">
            {t.undescribed}
          </Tag>
        ) : (
          missing.length > 0 && (
            <span class="sub">{t.notIn(missing.map((l) => text[language].languages[l]).join(', '))}</span>
          )
        )}
      </div>
      <div class="actions">
        <a class="btn" href={link(profilePath(of, `/pictures/${fact.entry}`))}>
          {t.describeTitle}
          <span class="vh"> {alt}</span>
        </a>
        <form method="post" action={link(profilePath(of, '/remove'))}>
          <input type="hidden" name="entry" value={fact.entry} />
          <button class="btn bare" type="submit">
            {editText[language].remove}
            <span class="vh"> {alt}</span>
          </button>
        </form>
      </div>
    </li>
  )
}

/** The picture first, then what it shows: a file is no draft, the words beside it are. */
async function takePicture(request: PageRequest): Promise<PageAnswer> {
  const of = await kept(request)
  try {
    const file = (await request.form(pictureLimit)).files.find((f) => f.field === 'file')
    if (!file) throw refuse('invalid', 'noPicture', 'file')
    const { entry } = await request.perform(addPicture, { id: of.id, hash: file.hash })
    return { as: 'redirect', to: request.link(profilePath(of, `/pictures/${entry}`)) }
  } catch (error) {
    return picturesPage(request, formErrors(error, request.language))
  }
}

const before = (fact: ShownFact): Before => ({
  alt_fi: fact.content.title?.fi ?? '',
  alt_sv: fact.content.title?.sv ?? '',
  alt_en: fact.content.title?.en ?? '',
  main: fact.content.main ? ['1'] : [],
})

const pictureOf = (of: Profile, { params }: PageRequest): ShownFact => {
  const fact = of.facts.find((f) => f.kind === 'picture' && f.entry === params.entry)
  if (!fact) throw refuse('missing', 'noSuchPicture')
  return fact
}

async function describePage(request: PageRequest, errors: readonly FieldError[] = []): Promise<PageAnswer> {
  const of = await kept(request)
  const fact = pictureOf(of, request)
  const { language, link } = request
  const t = partsText[language]
  const e = editText[language]
  const draft = await draftFor(request, pictureDraft, `${of.id}:${fact.entry}`, before(fact))
  const field = (name: string, within: string) => ({
    name,
    label: `${t.alt}, ${within}`,
    value: draft.text(name),
    error: errorIn(errors)(name),
    size: 'full' as const,
    optional: name !== `alt_${language}`,
    language,
  })
  return editPage(
    request,
    of,
    { heading: t.describeTitle, lead: t.picturesLead, errors },
    <>
      <img
        class="profile-preview"
        src={link(profilePath(of, `/pictures/${fact.id}/large`))}
        alt={fact.content.title?.[language] ?? t.undescribed}
        width={fact.content.width}
        height={fact.content.height}
      />
      <DraftForm
        draft={draft}
        action={link(profilePath(of, `/pictures/${fact.entry}`))}
        submit={t.describe}
        language={language}
      >
        <TextField {...field('alt_fi', e.inFinnish)} help={t.altHelp} />
        <TextField {...field('alt_sv', e.inSwedish)} />
        <TextField {...field('alt_en', e.inEnglish)} />
        <CheckField
          name="main"
          label={t.main}
          help={t.mainHelp}
          checked={draft.list('main').includes('1')}
          language={language}
        />
      </DraftForm>
    </>,
  )
}

async function takeDescription(request: PageRequest): Promise<PageAnswer> {
  const of = await request.perform(readProfile, { id: request.params.id })
  const fact = pictureOf(of, request)
  return takeForm(
    request,
    { kind: pictureDraft, subject: `${of.id}:${fact.entry}`, before: before(fact) },
    async ({ text: said, list, draft }) => {
      const form = { entry: fact.entry, alt: inThree(said, 'alt'), main: list('main').includes('1') }
      await request.perform(describePicture, form, draft)
      return profilePath(of, '/pictures')
    },
    (errors) => describePage(request, errors),
  )
}

const shows = (size: 'large' | 'small'): Page => ({
  method: 'GET',
  path: `/organisations/{id}/profile/pictures/{fact}/${size}`,
  run: async (request) => {
    const { file, thumbnail } = await request.perform(readPicture, { fact: request.params.fact })
    return {
      as: 'file',
      name: `${size}.webp`,
      type: 'image/webp',
      content: request.open(size === 'large' ? file : thumbnail),
      inline: true,
    }
  },
})

export const picturePages: readonly Page[] = [
  { method: 'GET', path: '/organisations/{id}/profile/pictures', run: (request) => picturesPage(request) },
  { method: 'POST', path: '/organisations/{id}/profile/pictures', run: takePicture },
  {
    method: 'GET',
    path: '/organisations/{id}/profile/pictures/{entry}',
    run: (request) => describePage(request),
  },
  { method: 'POST', path: '/organisations/{id}/profile/pictures/{entry}', run: takeDescription },
  shows('large'),
  shows('small'),
]
