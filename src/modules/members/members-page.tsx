import type { Page, PageAnswer, PageRequest } from '../../kernel/page.ts'
import { pick } from '../../kernel/text.ts'
import { readDay } from '../../kernel/time.ts'
import { Alert, ErrorSummary, type FieldError, PageHead, Pager } from '../../ui/index.ts'
import { draftFor, takeForm } from '../drafts/index.ts'
import {
  giveOffice,
  invitationText,
  isOffice,
  listEcosystemMembers,
  listMembers,
  listPlaces,
  mayGive,
  membersText,
  officeNames,
  offices,
} from '../people/index.ts'
import { everywhere, givenOffice } from './member-drafts.ts'
import { Give, Members } from './members-view.tsx'

const size = 50
const path = (key: string | undefined) => (key ? `/ecosystems/${key}/members` : '/members')

const formOf = (key: string | undefined) => ({
  kind: givenOffice,
  subject: key ?? everywhere,
  before: { email: '', office: 'member', ...(!key && { ecosystem: '' }), starts: '', ends: '' },
})

/** The list of the installation, or with a key that of one ecosystem. */
async function membersPage(
  request: PageRequest,
  key: string | undefined,
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
  const { kind, subject, before } = formOf(key)
  const draft = givable.length > 0 && (await draftFor(request, kind, subject, before))
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
        <Pager offset={offset} size={size} total={total} at={address} language={language} />
        {draft && (
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
            draft={draft}
            errors={errors}
            language={language}
            link={link}
          />
        )}
      </>
    ),
  }
}

const give = (request: PageRequest, key: string | undefined): Promise<PageAnswer> =>
  takeForm(
    request,
    formOf(key),
    async ({ text: said, draft }) => {
      const t = membersText[request.language]
      const email = said('email')
      const errors: FieldError[] = []
      if (!email) errors.push({ name: 'email', text: t.missing(t.email) })
      // Nobody is given an office everywhere by not choosing.
      if (!key && !said('ecosystem')) errors.push({ name: 'ecosystem', text: t.missing(t.where) })
      const days = readDays(said, ['starts', 'ends'], t.notADay, errors)
      if (errors.length > 0) return errors
      const where = key ?? (said('ecosystem') === everywhere ? undefined : said('ecosystem'))
      const office = said('office')
      await request.perform(giveOffice, { email, office, ...(where && { ecosystem: where }), ...days }, draft)
      return `${path(key)}?${new URLSearchParams({ given: office, to: email })}`
    },
    (errors) => membersPage(request, key, errors),
  )

/** The days of a form that are written; one that is no day becomes an error at its field. */
export function readDays<K extends string>(
  said: (name: K) => string,
  names: readonly K[],
  complaint: string,
  errors: FieldError[],
): Partial<Record<K, string>> {
  const days: Partial<Record<K, string>> = {}
  for (const name of names) {
    if (!said(name)) continue
    const day = readDay(said(name))
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
