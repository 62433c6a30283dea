import { ownPath, type Page, type PageAnswer, type PageRequest } from '../../kernel/page.ts'
import { formErrors } from '../../kernel/refusal.ts'
import { pick } from '../../kernel/text.ts'
import { ErrorSummary, type FieldError, PageHead, SelectField } from '../../ui/index.ts'
import { listPlaces } from './member-places.ts'
import { officeDeeds, officeNames } from './office-text.ts'
import { endPreview, startPreview } from './preview-actions.ts'
import { previewText } from './preview-text.ts'
import { mayGive, offices } from './rules.ts'

async function previewPage(request: PageRequest, errors: readonly FieldError[] = []): Promise<PageAnswer> {
  const { language, link, actor, url } = request
  const t = previewText[language]
  const held = actor.kind === 'person' ? actor.offices : []
  const { items } = await request.perform(listPlaces, {})
  const places = items.filter((e) => mayGive(held, 'viewer', e.id))
  return {
    as: 'page',
    title: t.title,
    nav: 'workspace',
    robots: 'noindex',
    ...(errors.length > 0 && { status: 422 }),
    crumbs: [{ text: t.home, href: link('/workspace') }, { text: t.title }],
    body: (
      <>
        <ErrorSummary errors={errors} language={language} />
        <PageHead title={t.title} lead={t.lead} />
        <form method="post" action={link('/preview')} class="form">
          <SelectField
            name="office"
            label={t.office}
            value="member"
            choices={offices
              .filter((office) => held.some((o) => mayGive([o], office, o.ecosystem)))
              .map((office) => ({
                value: office,
                label: `${officeNames[language][office]}: ${officeDeeds[language][office]}`,
              }))}
            language={language}
          />
          <SelectField
            name="ecosystem"
            label={t.where}
            value={url.searchParams.get('ecosystem') ?? ''}
            none={mayGive(held, 'viewer', null) ? t.everywhereChoice : undefined}
            choices={places.map((e) => ({ value: e.key, label: pick(e.name, language)?.text ?? e.key }))}
            language={language}
          />
          <button class="btn main" type="submit">
            {t.start}
          </button>
        </form>
      </>
    ),
  }
}

/** Only a path of ours is gone back to. */
export function backTo(said: string | undefined): string {
  const path = ownPath(said)
  return path && !path.startsWith('/preview') ? path : '/workspace'
}

export const previewPages: readonly Page[] = [
  { method: 'GET', path: '/preview', run: (request) => previewPage(request) },
  {
    method: 'POST',
    path: '/preview',
    run: async (request) => {
      const form = await request.form()
      try {
        await request.perform(startPreview, {
          office: form.get('office'),
          ...(form.get('ecosystem') && { ecosystem: form.get('ecosystem') }),
        })
      } catch (error) {
        return previewPage(request, formErrors(error, request.language))
      }
      return { as: 'redirect', to: request.link('/workspace') }
    },
  },
  {
    method: 'POST',
    path: '/preview/end',
    run: async (request) => {
      const form = await request.form()
      await request.perform(endPreview, {})
      return { as: 'redirect', to: request.link(backTo(form.get('back'))) }
    },
  },
]
