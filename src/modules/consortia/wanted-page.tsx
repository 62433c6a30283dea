import type { Page, PageAnswer, PageRequest, PostedForm } from '../../kernel/page.ts'
import { formErrors } from '../../kernel/refusal.ts'
import { formatCount } from '../../kernel/text.ts'
import { formatInstant } from '../../kernel/time.ts'
import {
  Alert,
  ErrorSummary,
  type FieldError,
  PageHead,
  Section,
  Tag,
  TextArea,
  TextField,
} from '../../ui/index.ts'
import { listOpenings } from './opening-actions.ts'
import { askToJoin, sayOwnInterest, showOwnInterest } from './wanted-actions.ts'
import { getWanted, type WantedItem } from './wanted-list.ts'
import { wantedText as text } from './wanted-text.ts'

const path = '/partners-wanted'
const own = `${path}/own` as const

type Typed = { name: string; email: string; words: string }
const nothing: Typed = { name: '', email: '', words: '' }
const errorIn = (errors: readonly FieldError[], name: string) => errors.find((e) => e.name === name)?.text

function Sought({ item, ready, request }: { item: WantedItem; ready: boolean; request: PageRequest }) {
  const { language } = request
  const t = text[language]
  return (
    <Section title={t.sought} id="sought">
      {!ready && <p role="status">{t.making}</p>}
      {item.sought.length === 0 && <p>{t.allMet}</p>}
      <ul class="ruled">
        {item.sought.map(({ name, must, need, met }) => (
          <li>
            {name} <Tag tone={must ? 'warm' : 'plain'}>{must ? t.must : t.wished}</Tag>
            {ready && need > 1 && (
              <span class="sub">{t.lacks(formatCount(need, language), formatCount(met, language))}</span>
            )}
          </li>
        ))}
      </ul>
    </Section>
  )
}

/** The form of who has no account: a link is mailed by which the word is confirmed. */
function AskForm(props: {
  item: WantedItem
  typed: Typed
  errors: readonly FieldError[]
  request: PageRequest
}) {
  const { item, typed, errors, request } = props
  const { language, link } = request
  const t = text[language]
  return (
    <form method="post" action={link(item.path)} class="cons-ask">
      <TextField
        name="name"
        label={t.name}
        value={typed.name}
        error={errorIn(errors, 'name')}
        autocomplete="organization"
        language={language}
      />
      <TextField
        name="email"
        type="email"
        label={t.email}
        help={t.emailHelp}
        value={typed.email}
        error={errorIn(errors, 'email')}
        autocomplete="email"
        language={language}
      />
      <TextArea
        name="words"
        label={t.words}
        value={typed.words}
        error={errorIn(errors, 'words')}
        rows={5}
        language={language}
      />
      <button class="btn main" type="submit">
        {t.send}
      </button>
    </form>
  )
}

type Shown = { typed?: Typed; errors?: readonly FieldError[]; sent?: boolean }

async function onePage(
  request: PageRequest,
  { typed = nothing, errors = [], sent }: Shown = {},
): Promise<PageAnswer> {
  const { language, link, params, actor } = request
  const t = text[language]
  const { item, ready } = await request.perform(getWanted, { id: params.id })
  const kept = actor.kind === 'person' ? (await request.perform(listOpenings, {})).kept : []
  return {
    as: 'page',
    sheet: 'consortia',
    title: item.title,
    description: item.text.slice(0, 200),
    nav: 'ecosystems',
    crumbs: [{ text: t.home, href: link('/') }, { text: t.title, href: link(path) }, { text: item.title }],
    ...(errors.length > 0 && { status: 422 as const }),
    ...(!ready && { unready: true }),
    body: (
      <>
        <PageHead
          over={item.callAddress ? <a href={item.callAddress}>{item.call}</a> : item.call}
          title={item.title}
          state={item.deadline && `${t.deadline}: ${formatInstant(item.deadline, language)}`}
          lead={item.text}
        />
        {item.exercise && (
          <p class="exercise">
            <b>{t.exercise}.</b> {t.exerciseSays}
          </p>
        )}
        {sent && (
          <Alert tone="ok" title={t.sentTitle} live>
            {t.sentLead}
          </Alert>
        )}
        <ErrorSummary errors={errors} language={language} />
        <div class="cons-columns">
          <div>
            <Sought item={item} ready={ready} request={request} />
            <Section title={t.partners} id="partners">
              {item.partners ? (
                <ul class="ruled">
                  {item.partners.map((name) => (
                    <li>{name}</li>
                  ))}
                </ul>
              ) : (
                <p class="quiet">{t.partnersHidden}</p>
              )}
            </Section>
          </div>
          <aside>
            <Section title={t.ask} id="ask">
              {kept.length > 0 && (
                <ul class="ruled">
                  {kept.map(({ id, name }) => (
                    <li>
                      {t.asKeeper}: <a href={link(`/openings/${item.id}/join/${id}`)}>{name}</a>
                    </li>
                  ))}
                </ul>
              )}
              <p>{t.askLead}</p>
              <AskForm item={item} typed={typed} errors={errors} request={request} />
            </Section>
          </aside>
        </div>
      </>
    ),
  }
}

const typedIn = (form: PostedForm): Typed => ({
  name: form.get('name') ?? '',
  email: form.get('email') ?? '',
  words: form.get('words') ?? '',
})

async function ask(request: PageRequest): Promise<PageAnswer> {
  const { language, params } = request
  const typed = typedIn(await request.form())
  try {
    await request.perform(askToJoin, { id: params.id, ...typed, language })
    return { as: 'redirect', to: `${request.link(`${path}/${params.id}`)}?said=sent` }
  } catch (error) {
    return onePage(request, { typed, errors: formErrors(error, language) })
  }
}

async function ownPage(
  request: PageRequest,
  token: string,
  errors: readonly FieldError[] = [],
): Promise<PageAnswer> {
  const { language, link } = request
  const t = text[language]
  const found = await request.perform(showOwnInterest, { token })
  const stands = found.confirmedAt !== null && found.withdrawnAt === null
  return {
    as: 'page',
    sheet: 'consortia',
    title: t.linkTitle,
    robots: 'noindex',
    ...(errors.length > 0 && { status: 422 as const }),
    body: (
      <div class="form-page">
        <PageHead
          over={<a href={link(`${path}/${found.consortium}`)}>{found.title}</a>}
          title={t.linkTitle}
          state={found.name}
          lead={found.confirmedAt === null ? t.confirmLead(found.title) : undefined}
        />
        <ErrorSummary errors={errors} language={language} />
        {found.withdrawnAt && <Alert tone="note" title={t.withdrawn} />}
        {stands && !found.answer && <Alert tone="ok" title={t.confirmed} />}
        {found.answer && (
          <Alert tone={found.answer === 'taken' ? 'ok' : 'note'} title={t.answered[found.answer]}>
            {found.answerText}
          </Alert>
        )}
        {!found.answer && (
          <OwnForm token={token} words={found.words} stands={stands} errors={errors} request={request} />
        )}
      </div>
    ),
  }
}

function OwnForm(props: {
  token: string
  words: string
  stands: boolean
  errors: readonly FieldError[]
  request: PageRequest
}) {
  const { token, words, stands, errors, request } = props
  const { language, link } = request
  const t = text[language]
  return (
    <form method="post" action={link(own)}>
      <input type="hidden" name="token" value={token} />
      <TextArea
        name="words"
        label={t.words}
        value={words}
        error={errorIn(errors, 'words')}
        rows={5}
        language={language}
      />
      <div class="actions">
        <button class="btn main" type="submit" name="press" value="say">
          {stands ? t.change : t.confirm}
        </button>
        {stands && (
          <button class="btn" type="submit" name="press" value="withdraw">
            {t.withdraw}
          </button>
        )}
      </div>
    </form>
  )
}

async function sayOwn(request: PageRequest): Promise<PageAnswer> {
  const form = await request.form()
  const token = form.get('token') ?? ''
  const withdraw = form.get('press') === 'withdraw'
  try {
    await request.perform(sayOwnInterest, { token, words: form.get('words'), withdraw })
    return { as: 'redirect', to: `${request.link(own)}?token=${encodeURIComponent(token)}` }
  } catch (error) {
    return ownPage(request, token, formErrors(error, request.language))
  }
}

export const wantedOnePages: readonly Page[] = [
  {
    method: 'GET',
    path: own,
    run: (request) => ownPage(request, request.url.searchParams.get('token') ?? ''),
  },
  { method: 'POST', path: own, run: sayOwn },
  {
    method: 'GET',
    path: `${path}/{id}`,
    run: (request) => onePage(request, { sent: request.url.searchParams.get('said') === 'sent' }),
  },
  { method: 'POST', path: `${path}/{id}`, run: ask },
]
