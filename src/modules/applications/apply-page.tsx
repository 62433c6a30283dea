import { newId } from '../../kernel/id.ts'
import { localPath, type PageAnswer, type PageRequest } from '../../kernel/page.ts'
import { Refusal } from '../../kernel/refusal.ts'
import { pick } from '../../kernel/text.ts'
import { formatInstant } from '../../kernel/time.ts'
import { Alert, LinkList, PageHead, Section } from '../../ui/index.ts'
import { Clock, callPath } from '../calls/index.ts'
import { applicationPath } from './application.ts'
import { applyTo, beginApplication } from './begin-actions.ts'
import { type ApplicationState, applicationMachine } from './rules.ts'
import { text } from './text.ts'

/** Begin an application, go on with one's own, or begin from an earlier one; who is not signed in is led there first. */
export async function applyPage(request: PageRequest): Promise<PageAnswer> {
  const { language, link, params, now } = request
  const { code = '' } = params
  const t = text[language]
  if (request.actor.kind === 'visitor') {
    const to = localPath(language, `/calls/${code}/apply`)
    return { as: 'redirect', to: `${link('/sign-in')}?to=${encodeURIComponent(to)}` }
  }
  const { call, step, taking, mine, ideas, earlier } = await request.perform(applyTo, { call: code })
  const name = pick(call.title, language)?.text ?? call.code
  const open = taking.state === 'now'
  const needsIdea = step === 'full' && call.settings.twoSteps
  const listed = (those: typeof mine) => (
    <LinkList
      items={those.map((a) => ({
        href: link(applicationPath(a)),
        label: a.title,
        over: a.number,
        note: applicationMachine.states[a.state as ApplicationState][language],
      }))}
    />
  )
  const begin = (label: string, from?: string, main = true) => (
    <form method="post" action={link(`/calls/${code}/apply`)}>
      <input type="hidden" name="id" value={newId(now.getTime())} />
      {from && <input type="hidden" name="from" value={from} />}
      <button class={main ? 'btn main' : 'btn'} type="submit">
        {label}
      </button>
    </form>
  )
  const who = pick(call.settings.applicantsText, language)?.text
  return {
    as: 'page',
    title: t.apply.title(name),
    nav: 'workspace',
    robots: 'noindex',
    crumbs: [
      { text: t.home, href: link('/') },
      { text: t.calls, href: link('/calls') },
      { text: name, href: link(callPath(call)) },
      { text: t.apply.title('').replace(/:\s*$/, '') },
    ],
    body: (
      <>
        {call.exercise && <Alert tone="warm" title={t.exercise} />}
        <PageHead title={t.apply.title(name)} />
        {open ? (
          <Clock
            said={t.apply.until(formatInstant(taking.until!, language))}
            until={taking.until}
            request={request}
          />
        ) : (
          <p>
            <b>
              {taking.state !== 'not-yet'
                ? t.apply.over
                : taking.from
                  ? t.apply.notYet(formatInstant(taking.from, language))
                  : t.apply.noTime}
            </b>
          </p>
        )}
        {(who || call.settings.leastPartners > 1) && (
          <Section title={t.apply.who}>
            {who && <p class="pre">{who}</p>}
            {call.settings.leastPartners > 1 && <p>{t.apply.partners(call.settings.leastPartners)}</p>}
          </Section>
        )}
        {mine.length > 0 && <Section title={t.apply.continue}>{listed(mine)}</Section>}
        {open && needsIdea && (
          <Section title={t.apply.ideas}>
            <p>{ideas.length > 0 ? t.apply.ideasLead : t.apply.needsIdea}</p>
            {ideas.map((idea) => begin(idea.title, idea.id))}
          </Section>
        )}
        {open && !needsIdea && (
          <div class="actions">
            {begin(step === 'idea' ? t.apply.beginIdea : t.apply.begin, undefined, mine.length === 0)}
          </div>
        )}
        {open && !needsIdea && earlier.length > 0 && (
          <Section title={t.apply.copy}>
            <p>{t.apply.copyLead}</p>
            {earlier.slice(0, 10).map((a) => begin(`${a.title} (${a.number})`, a.id, false))}
          </Section>
        )}
      </>
    ),
  }
}

export async function takeApply(request: PageRequest): Promise<PageAnswer> {
  const form = await request.form()
  try {
    const { path } = await request.perform(beginApplication, {
      call: request.params.code,
      language: request.language,
      ...(form.get('from') && { from: form.get('from') }),
      ...(form.get('id') && { id: form.get('id') }),
    })
    return { as: 'redirect', to: request.link(path) }
  } catch (error) {
    // The call has closed in between: its page says so.
    if (error instanceof Refusal && error.kind === 'conflict') return applyPage(request)
    throw error
  }
}
