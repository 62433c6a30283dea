import type { Page, PageAnswer, PageRequest } from '../../kernel/page.ts'
import { formErrors } from '../../kernel/refusal.ts'
import { pick } from '../../kernel/text.ts'
import { readDay } from '../../kernel/time.ts'
import { Alert, ErrorSummary, type FieldError, PageHead, Pager } from '../../ui/index.ts'
import { invitationText } from './invitation-text.ts'
import { giveOffice, listEcosystemMembers, listMembers } from './member-actions.ts'
import { listPlaces } from './member-places.ts'
import { membersText } from './members-text.ts'
import { Give, type GiveForm, Members } from './members-view.tsx'
import { officeNames } from './office-text.ts'
import { isOffice, mayGive, type Office, offices } from './rules.ts'

const size = 50
const path = (key: string | undefined) => (key ? `/ecosystems/${key}/members` : '/members')
const nothing: GiveForm = { email: '', office: 'member', ecosystem: '', starts: '', ends: '' }

/** The list of the installation, or with a key that of one ecosystem. */
async function membersPage(
  request: PageRequest,
  key: string | undefined,
  values: GiveForm = nothing,
  errors: readonly FieldError[] = [],
): Promise<PageAnswer> {
  const { language, link, url, actor } = request
  const t = membersText[language]
  const q = url.searchParams.get('q') ?? ''
  const offset = Math.max(0, Math.trunc(Number(url.searchParams.get('offset')) || 0))
  const asked = { q, limit: size, offset }
  const here = key ? await request.perform(listEcosystemMembers, { ...asked, ecosystem: key }) : undefined
  const { items, total } = here ?? (await request.perform(listMembers, asked))
  const name = here && (pick(here.ecosystem.name, language)?.text ?? here.ecosystem.key)
  const givable =
    actor.kind === 'person'
      ? offices.filter((o) => mayGive(actor.offices, o, here?.ecosystem.id ?? null))
      : []
  const given = url.searchParams.get('given')
  const address = (from: number) =>
    link(
      `${path(key)}?${new URLSearchParams({ ...(q && { q }), ...(from > 0 && { offset: String(from) }) })}`,
    )
  return {
    as: 'page',
    title: name ? `${t.members}: ${name}` : t.everybody,
    nav: key ? 'ecosystems' : 'workspace',
    robots: 'noindex',
    ...(errors.length > 0 && { status: 422 }),
    crumbs: here
      ? [
          { text: t.ecosystems, href: link('/ecosystems') },
          { text: name!, href: link(`/ecosystems/${key}`) },
          { text: t.members },
        ]
      : [{ text: t.home, href: link('/workspace') }, { text: t.everybody }],
    body: (
      <>
        <ErrorSummary errors={errors} language={language} />
        {given && isOffice(given) && (
          <Alert tone="ok" title={t.saved} live>
            {t.given(officeNames[language][given], url.searchParams.get('to') ?? '')}
          </Alert>
        )}
        <PageHead
          over={name}
          title={here ? t.members : t.everybody}
          lead={here ? t.hereLead : t.everybodyLead}
          actions={
            <>
              <a class="btn" href={link('/permissions')}>
                {t.toPermissions}
              </a>
              {givable.length > 0 && (
                <a class="btn" href={link('/members/invitations')}>
                  {invitationText[language].title}
                </a>
              )}
              {givable.length > 0 && (
                <a class="btn" href={link(`/preview${key ? `?ecosystem=${key}` : ''}`)}>
                  {t.toPreview}
                </a>
              )}
            </>
          }
        />
        {(total > 10 || q) && (
          <form method="get" action={link(path(key))} class="inline" role="search">
            <label for="q">{t.search}</label>
            <input type="search" id="q" name="q" value={q} />
            <button class="btn" type="submit">
              {t.find}
            </button>
          </form>
        )}
        <Members
          items={items}
          keeps={givable.length > 0}
          places={!key}
          empty={
            q
              ? { title: t.nobody, next: t.nobodyNext }
              : { title: t.nobodyHere, next: givable.length > 0 ? t.nobodyHereNext : t.askCoordinator }
          }
          language={language}
          link={link}
        />
        {total > size && (
          <Pager
            from={offset + 1}
            to={Math.min(offset + size, total)}
            total={total}
            size={size}
            previous={offset > 0 ? address(Math.max(0, offset - size)) : undefined}
            next={offset + size < total ? address(offset + size) : undefined}
            language={language}
          />
        )}
        {givable.length > 0 && (
          <Give
            action={path(key)}
            offices={givable.filter((o) => !key || o !== 'administrator')}
            places={
              key
                ? undefined
                : (await request.perform(listPlaces, {})).items.map((e) => ({
                    key: e.key,
                    name: pick(e.name, language)?.text ?? e.key,
                  }))
            }
            values={values}
            errors={errors}
            language={language}
            link={link}
          />
        )}
      </>
    ),
  }
}

async function give(request: PageRequest, key: string | undefined): Promise<PageAnswer> {
  const { language } = request
  const t = membersText[language]
  const form = await request.form()
  const values = Object.fromEntries(
    Object.entries(nothing).map(([name, usual]) => [name, form.get(name)?.trim() ?? usual]),
  ) as GiveForm
  const errors: FieldError[] = []
  if (!values.email) errors.push({ name: 'email', text: t.missing(t.email) })
  // Nobody is given an office everywhere by not choosing.
  if (!key && !values.ecosystem) errors.push({ name: 'ecosystem', text: t.missing(t.where) })
  const where = key ?? (values.ecosystem === '*' ? undefined : values.ecosystem)
  const days = readDays(values, ['starts', 'ends'], t.notADay, errors)
  if (errors.length > 0) return membersPage(request, key, values, errors)
  try {
    await request.perform(giveOffice, {
      email: values.email,
      office: values.office,
      ...(where && { ecosystem: where }),
      ...days,
    })
  } catch (error) {
    return membersPage(request, key, values, formErrors(error, language))
  }
  const told = new URLSearchParams({ given: values.office as Office, to: values.email })
  return { as: 'redirect', to: request.link(`${path(key)}?${told}`) }
}

/** The days of a form that are written; one that is no day becomes an error at its field. */
export function readDays<K extends string>(
  values: Readonly<Record<K, string>>,
  names: readonly K[],
  complaint: string,
  errors: FieldError[],
): Partial<Record<K, string>> {
  const days: Partial<Record<K, string>> = {}
  for (const name of names) {
    if (!values[name]) continue
    const day = readDay(values[name])
    if (day) days[name] = day
    else errors.push({ name, text: complaint })
  }
  return days
}

export const memberPages: readonly Page[] = [
  {
    method: 'GET',
    path: '/members',
    run: async (request) => {
      const { actor } = request
      // Who works in some ecosystems finds the members of each from the page of one's own.
      const everywhere = actor.kind !== 'person' || actor.offices.some((held) => held.ecosystem === null)
      return everywhere ? membersPage(request, undefined) : { as: 'redirect', to: request.link('/workspace') }
    },
  },
  { method: 'POST', path: '/members', run: (request) => give(request, undefined) },
  {
    method: 'GET',
    path: '/ecosystems/{key}/members',
    run: (request) => membersPage(request, request.params.key),
  },
  { method: 'POST', path: '/ecosystems/{key}/members', run: (request) => give(request, request.params.key) },
]
