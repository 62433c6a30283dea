import type { ComponentChildren } from 'preact'
import type { PageAnswer, PageRequest } from '../../kernel/page.ts'
import { Refusal } from '../../kernel/refusal.ts'
import { pick } from '../../kernel/text.ts'
import { ErrorSummary, type FieldError, PageHead } from '../../ui/index.ts'
import { editText } from './edit-text.ts'
import { type Profile, readProfile } from './read-actions.ts'
import { rulesText } from './rules-text.ts'
import { text } from './text.ts'

/** The profile of the page's organisation, for who may state facts of it; anybody else is refused. */
export async function kept(request: PageRequest): Promise<Profile> {
  const of = await request.perform(readProfile, { id: request.params.id })
  if (of.mine) return of
  throw new Refusal('forbidden', 'profile.edit.forbidden', [
    { text: { fi: rulesText.fi.notKeeper, sv: rulesText.sv.notKeeper, en: rulesText.en.notKeeper } },
  ])
}

export const profilePath = (of: { id: string }, part = ''): string => `/organisations/${of.id}/profile${part}`

export const nameOf = (of: Pick<Profile, 'names'>, { language }: PageRequest): string =>
  pick(of.names, language)?.text ?? ''

type Framed = {
  heading: string
  lead?: string
  errors?: readonly FieldError[]
  actions?: ComponentChildren
}

/** A page of keeping a profile, under the organisation's name. */
export function editPage(
  request: PageRequest,
  of: Profile,
  { heading, lead, errors = [], actions }: Framed,
  body: ComponentChildren,
): PageAnswer {
  const { language, link } = request
  const name = nameOf(of, request)
  const hub = editText[language].title
  return {
    as: 'page',
    sheet: 'network',
    title: `${heading}: ${name}`,
    nav: 'organisations',
    robots: 'noindex',
    ...(errors.length > 0 && { status: 422 as const }),
    crumbs: [
      { text: text[language].organisations, href: link('/organisations') },
      { text: name, href: link(`/organisations/${of.id}`) },
      ...(heading === hub ? [] : [{ text: hub, href: link(profilePath(of)) }]),
      { text: heading },
    ],
    body: (
      <>
        <PageHead
          over={<a href={link(`/organisations/${of.id}`)}>{name}</a>}
          title={heading}
          lead={lead}
          actions={actions}
        />
        <ErrorSummary errors={errors} language={language} />
        {body}
      </>
    ),
  }
}

/** What is wrong with a field, for the field. */
export const errorIn =
  (errors: readonly FieldError[]) =>
  (name: string): string | undefined =>
    errors.find((e) => e.name === name)?.text
