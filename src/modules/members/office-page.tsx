import type { z } from 'zod'
import type { Page, PageAnswer, PageRequest } from '../../kernel/page.ts'
import { formErrors } from '../../kernel/refusal.ts'
import { dayIn, formatDay } from '../../kernel/time.ts'
import { Empty, ErrorSummary, Facts, type FieldError, PageHead, Section, TextField } from '../../ui/index.ts'
import { DraftForm, DraftWords, draftFor, takeForm } from '../drafts/index.ts'
import { endOffice, getHolding, membersText, nameDeputy, officeNames } from '../people/index.ts'
import { newDeputy } from './member-drafts.ts'
import { readDays } from './members-page.tsx'
import { periodOf, placeOf, StateTag } from './members-view.tsx'

const deputyOf = (id: string) => ({
  kind: newDeputy,
  subject: id,
  before: { email: '', starts: '', ends: '' },
})

/** One office of one person: when it is held, its end, its deputy. */
async function officePage(
  request: PageRequest,
  errors: readonly FieldError[] = [],
  lastDay = '',
): Promise<PageAnswer> {
  const { language, link } = request
  const t = membersText[language]
  const held = await request.perform(getHolding, { id: request.params.id })
  const office = officeNames[language][held.office]
  const list = link(held.ecosystem ? `/ecosystems/${held.ecosystem.key}/members` : '/members')
  const errorOf = (name: string) => errors.find((e) => e.name === name)?.text
  const { kind, subject, before } = deputyOf(held.id)
  const draft = held.state !== 'past' && !held.deputyOf && (await draftFor(request, kind, subject, before))
  const field = (name: string) => ({
    name,
    value: draft ? draft.text(name) : '',
    error: errorOf(name),
    language,
  })
  const action = (deed: string) => link(`/members/offices/${held.id}/${deed}`)
  return {
    as: 'page',
    title: `${office}, ${held.name}`,
    nav: held.ecosystem ? 'ecosystems' : 'workspace',
    robots: 'noindex',
    ...(errors.length > 0 && { status: 422 }),
    crumbs: [{ text: t.members, href: list }, { text: `${office}, ${held.name}` }],
    body: (
      <>
        <ErrorSummary errors={errors} language={language} />
        <PageHead
          over={placeOf(held.ecosystem, language)}
          title={`${office}, ${held.name}`}
          state={<StateTag state={held.state} language={language} />}
        />
        <Facts
          language={language}
          items={[
            { label: t.holder, value: held.name },
            { label: t.period, value: periodOf(held, language) },
            ...(held.deputyOf ? [{ label: t.office, value: t.deputyOfLong(held.deputyOf) }] : []),
            ...(held.grantedBy ? [{ label: t.givenBy, value: held.grantedBy }] : []),
          ]}
        />
        {held.state === 'past' ? (
          <Empty title={`${t.over}.`}>
            {t.overLead} <a href={list}>{t.back}</a>
          </Empty>
        ) : (
          <>
            {draft && (
              <Section title={t.deputy}>
                <p class="note">{t.deputyLead}</p>
                <DraftWords language={language} />
                <DraftForm
                  draft={draft}
                  action={action('deputy')}
                  submit={t.deputyButton}
                  language={language}
                  compact
                  main
                >
                  <TextField {...field('email')} type="email" inputmode="email" label={t.email} />
                  <TextField
                    {...field('starts')}
                    label={t.starts}
                    help={t.startsHelp}
                    size="short"
                    optional
                  />
                  <TextField {...field('ends')} label={t.ends} help={t.endsRequired} size="short" />
                </DraftForm>
              </Section>
            )}
            <Section title={t.end}>
              <p class="note">{t.endLead}</p>
              <form method="post" action={action('end')} class="form">
                <TextField
                  name="on"
                  label={t.ends}
                  size="short"
                  value={lastDay || formatDay(held.ends ?? dayIn(request.now), 'fi')}
                  error={errorOf('on')}
                  language={language}
                />
                <div class="actions">
                  <button class="btn" type="submit" name="when" value="day">
                    {t.endOn}
                  </button>
                  <button class="btn" type="submit" name="when" value="now">
                    {t.endNow}
                  </button>
                </div>
              </form>
            </Section>
          </>
        )}
      </>
    ),
  }
}

/** The page where one goes on afterwards. */
function listOf({ actor }: PageRequest, held: z.output<(typeof getHolding)['output']>): string {
  // Who has ended the office by which they saw the list has nothing to go back to there.
  if (actor.kind === 'person' && actor.id === held.person) return '/workspace'
  return held.ecosystem ? `/ecosystems/${held.ecosystem.key}/members` : '/members'
}

async function end(request: PageRequest): Promise<PageAnswer> {
  const t = membersText[request.language]
  const form = await request.form()
  const held = await request.perform(getHolding, { id: request.params.id })
  const on = form.get('on')?.trim() ?? ''
  const errors: FieldError[] = []
  const now = form.get('when') === 'now'
  const days = now ? {} : readDays(() => on, ['on'], t.notADay, errors)
  if (!now && !on) errors.push({ name: 'on', text: t.missing(t.ends) })
  try {
    if (errors.length === 0) await request.perform(endOffice, { id: held.id, ...days })
  } catch (error) {
    errors.push(...formErrors(error, request.language))
  }
  if (errors.length > 0) return officePage(request, errors, on)
  return { as: 'redirect', to: request.link(listOf(request, held)) }
}

async function deputy(request: PageRequest): Promise<PageAnswer> {
  const t = membersText[request.language]
  const held = await request.perform(getHolding, { id: request.params.id })
  return takeForm(
    request,
    deputyOf(held.id),
    async ({ text: said, draft }) => {
      const errors: FieldError[] = []
      const email = said('email')
      if (!email) errors.push({ name: 'email', text: t.missing(t.email) })
      if (!said('ends')) errors.push({ name: 'ends', text: t.missing(t.ends) })
      const days = readDays(said, ['starts', 'ends'], t.notADay, errors)
      if (errors.length > 0) return errors
      const starts = dayIn(request.now)
      await request.perform(nameDeputy, { id: held.id, email, starts, ...days }, draft)
      return listOf(request, held)
    },
    (errors) => officePage(request, errors),
  )
}

export const officePages: readonly Page[] = [
  { method: 'GET', path: '/members/offices/{id}', run: (request) => officePage(request) },
  { method: 'POST', path: '/members/offices/{id}/end', run: end },
  { method: 'POST', path: '/members/offices/{id}/deputy', run: deputy },
]
