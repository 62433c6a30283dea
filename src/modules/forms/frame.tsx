import type { ComponentChildren } from 'preact'
import type { PageAnswer, PageRequest } from '../../kernel/page.ts'
import { pick } from '../../kernel/text.ts'
import { Alert, ErrorSummary, type FieldError, PageHead, Tabs } from '../../ui/index.ts'
import { holds } from '../people/index.ts'
import { type ReadingOfForm, readFormAction } from './actions.ts'
import type { FormVersion } from './queries.ts'
import { text } from './text.ts'

export type OpenForm = {
  found: ReadingOfForm
  /** The newest version, or the one that the address asks for. */
  shown: FormVersion
  newest: FormVersion
  mayChange: boolean
}

/** The form that the address names. */
export async function openForm(request: PageRequest): Promise<OpenForm> {
  const found = await request.perform(readFormAction, { form: request.params.id })
  const newest = found.versions[0]!
  const asked = Number(request.url.searchParams.get('version'))
  const mayChange = holds(request.actor, ['coordinator', 'preparer'], found.ecosystem_id)
  return { found, newest, mayChange, shown: found.versions.find((v) => v.version === asked) ?? newest }
}

export const nameOfForm = ({ form }: FormVersion, language: PageRequest['language']): string =>
  pick(form.name, language)?.text ?? text[language].name

export type Part = 'builder' | 'preview' | 'versions' | 'print'

/** What every page of one form has around it. */
export function formPage(
  request: PageRequest,
  { found, shown }: OpenForm,
  part: Part,
  body: ComponentChildren,
  more: { title?: string; errors?: readonly FieldError[]; lead?: ComponentChildren } = {},
): PageAnswer {
  const { language, link, url } = request
  const t = text[language]
  const name = nameOfForm(shown, language)
  const { errors = [], title, lead } = more
  const home = `/forms/${found.id}`
  const place = found.ecosystem_name ? pick(found.ecosystem_name, language)?.text : t.everywhere
  const tab = (which: Part, path: string, label: string) => ({
    href: link(`${home}${path}`),
    label,
    current: which === part,
  })
  return {
    as: 'page',
    title: title ? `${title}: ${name}` : name,
    nav: 'workspace',
    robots: 'noindex',
    ...(errors.length > 0 && { status: 422 as const }),
    crumbs: [
      { text: t.home, href: link('/workspace') },
      { text: t.title, href: link('/forms') },
      ...(title ? [{ text: name, href: link(home) }, { text: title }] : [{ text: name }]),
    ],
    body: (
      <>
        <ErrorSummary errors={errors} language={language} />
        <PageHead
          over={place}
          title={title ?? name}
          state={`${t.version(shown.version)}, ${t.states[shown.state]}`}
          lead={lead}
        />
        {found.archived_at && <Alert tone="note" title={t.archived} />}
        {url.searchParams.has('saved') && errors.length === 0 && <Alert tone="ok" title={t.saved} live />}
        <Tabs
          label={t.name}
          items={[
            tab('builder', '', t.builder),
            tab('preview', '/preview', t.previewShort),
            tab('print', '/print', t.print),
            tab('versions', '/versions', t.versions),
          ]}
        />
        {body}
      </>
    ),
  }
}
