import type { Page, PageAnswer, PageRequest } from '../../kernel/page.ts'
import { formErrors } from '../../kernel/refusal.ts'
import { dayIn, formatDay } from '../../kernel/time.ts'
import { Empty, ErrorSummary, Facts, type FieldError, PageHead, Section, TextField } from '../../ui/index.ts'
import { endOffice, getHolding, nameDeputy } from './member-actions.ts'
import { readDays } from './members-page.tsx'
import { membersText } from './members-text.ts'
import { periodOf, placeOf, StateTag } from './members-view.tsx'
import { officeNames } from './office-text.ts'

const nothing = { on: '', email: '', starts: '', ends: '' }
type Values = typeof nothing

/** One office of one person: when it is held, its end, its deputy. */
async function officePage(
  request: PageRequest,
  values: Values = nothing,
  errors: readonly FieldError[] = [],
): Promise<PageAnswer> {
  const { language, link } = request
  const t = membersText[language]
  const held = await request.perform(getHolding, { id: request.params.id })
  const office = officeNames[language][held.office]
  const list = link(held.ecosystem ? `/ecosystems/${held.ecosystem.key}/members` : '/members')
  const errorOf = (name: string) => errors.find((e) => e.name === name)?.text
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
            {!held.deputyOf && (
              <Section title={t.deputy}>
                <p class="note">{t.deputyLead}</p>
                <form method="post" action={action('deputy')} class="form">
                  <TextField
                    name="email"
                    type="email"
                    inputmode="email"
                    label={t.email}
                    value={values.email}
                    error={errorOf('email')}
                    language={language}
                  />
                  <TextField
                    name="starts"
                    label={t.starts}
                    help={t.startsHelp}
                    size="short"
                    optional
                    value={values.starts}
                    error={errorOf('starts')}
                    language={language}
                  />
                  <TextField
                    name="ends"
                    label={t.ends}
                    help={t.endsRequired}
                    size="short"
                    value={values.ends}
                    error={errorOf('ends')}
                    language={language}
                  />
                  <button class="btn main" type="submit">
                    {t.deputyButton}
                  </button>
                </form>
              </Section>
            )}
            <Section title={t.end}>
              <p class="note">{t.endLead}</p>
              <form method="post" action={action('end')} class="form">
                <TextField
                  name="on"
                  label={t.ends}
                  size="short"
                  value={values.on || formatDay(held.ends ?? dayIn(request.now), 'fi')}
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

/** Does what a form of the page asks for; what is wrong with it is said on the page. */
const deed = (
  name: 'end' | 'deputy',
  run: (request: PageRequest, values: Values, now: boolean, errors: FieldError[]) => Promise<void>,
): Page => ({
  method: 'POST',
  path: `/members/offices/{id}/${name}`,
  run: async (request) => {
    const form = await request.form()
    const values = Object.fromEntries(
      Object.keys(nothing).map((field) => [field, form.get(field)?.trim() ?? '']),
    ) as Values
    const errors: FieldError[] = []
    const held = await request.perform(getHolding, { id: request.params.id })
    try {
      await run(request, values, form.get('when') === 'now', errors)
    } catch (error) {
      errors.push(...formErrors(error, request.language))
    }
    if (errors.length > 0) return officePage(request, values, errors)
    // Who has ended the office by which they saw the list has nothing to go back to there.
    const mine = request.actor.kind === 'person' && request.actor.id === held.person
    const list = held.ecosystem ? `/ecosystems/${held.ecosystem.key}/members` : '/members'
    return { as: 'redirect', to: request.link(mine ? '/workspace' : list) }
  },
})

const end = deed('end', async (request, values, now, errors) => {
  const t = membersText[request.language]
  const days = now ? {} : readDays(values, ['on'], t.notADay, errors)
  if (!now && !values.on) errors.push({ name: 'on', text: t.missing(t.ends) })
  if (errors.length === 0) await request.perform(endOffice, { id: request.params.id, ...days })
})

const deputy = deed('deputy', async (request, values, _now, errors) => {
  const t = membersText[request.language]
  if (!values.email) errors.push({ name: 'email', text: t.missing(t.email) })
  if (!values.ends) errors.push({ name: 'ends', text: t.missing(t.ends) })
  const days = readDays(values, ['starts', 'ends'], t.notADay, errors)
  if (errors.length > 0) return
  await request.perform(nameDeputy, {
    id: request.params.id,
    email: values.email,
    starts: dayIn(request.now),
    ...days,
  })
})

export const officePages: readonly Page[] = [
  { method: 'GET', path: '/members/offices/{id}', run: (request) => officePage(request) },
  end,
  deputy,
]
