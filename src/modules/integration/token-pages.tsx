import type { z } from 'zod'
import type { Page, PageAnswer, PageRequest } from '../../kernel/page.ts'
import { Refusal } from '../../kernel/refusal.ts'
import { formatCount, type Language } from '../../kernel/text.ts'
import { formatInstant } from '../../kernel/time.ts'
import {
  Alert,
  ChoicesField,
  Empty,
  ErrorSummary,
  type FieldError,
  PageHead,
  Section,
  SelectField,
  Table,
  Tag,
  TextField,
} from '../../ui/index.ts'
import { DraftForm, DraftWords, draftFor, takeForm } from '../drafts/index.ts'
import { groupedByNoun, newToken, scopeName } from './form-drafts.ts'
import { tokenPace } from './pace.ts'
import { tokenDays, usualTokenDays } from './rules.ts'
import { createToken, listTokens, revokeToken } from './token-actions.ts'
import { text } from './token-text.ts'

const path = '/account/tokens'

type Listed = z.output<(typeof listTokens)['output']>
const form = {
  kind: newToken,
  subject: 'new',
  before: { name: '', scopes: ['read'], days: String(usualTokenDays) },
}

type Shown = { made?: string; errors?: readonly FieldError[] }

async function tokensPage(request: PageRequest, shown: Shown = {}): Promise<PageAnswer> {
  const { language, link } = request
  const t = text[language]
  if (request.actor.kind !== 'person') {
    const { fi, sv, en } = text
    throw new Refusal('forbidden', 'token.nobody', [
      { text: { fi: fi.signIn, sv: sv.signIn, en: en.signIn } },
    ])
  }
  const found = await request.perform(listTokens, {})
  const { errors = [] } = shown
  const draft = await draftFor(request, form.kind, form.subject, form.before)
  return {
    as: 'page',
    title: t.title,
    robots: 'noindex',
    status: errors.length > 0 ? 422 : 200,
    crumbs: [{ text: t.account, href: link('/account') }, { text: t.title }],
    body: (
      <>
        <PageHead title={t.title} lead={t.lead} />
        <ErrorSummary errors={errors} language={language} />
        {shown.made && <Made token={shown.made} request={request} />}
        <Section title={t.yours}>
          {found.items.length === 0 ? (
            <Empty title={t.none}>{t.noneNext}</Empty>
          ) : (
            <Tokens items={found.items} request={request} />
          )}
        </Section>
        <Section title={t.make} id="new">
          <DraftWords language={language} />
          <DraftForm draft={draft} action={link(path)} submit={t.make} language={language} compact main>
            <TextField
              name="name"
              label={t.name}
              help={t.nameHelp}
              value={draft.text('name')}
              error={errors.find((e) => e.name === 'name')?.text}
              language={language}
            />
            <ChoicesField
              kind="checkbox"
              name="scopes"
              label={t.scopes}
              help={t.scopesHelp}
              error={errors.find((e) => e.name === 'scopes')?.text}
              values={draft.list('scopes')}
              choices={[{ value: 'read', label: t.mayRead, help: 'read' }]}
              groups={groupsOf(found.scopes, language)}
              language={language}
            />
            <SelectField
              name="days"
              label={t.days}
              value={draft.text('days')}
              choices={tokenDays.map((n) => ({ value: String(n), label: t.day(n) }))}
              language={language}
            />
          </DraftForm>
        </Section>
        <Section title={t.howTo}>
          <p>{t.howToText}</p>
          <pre>
            <code>Authorization: Bearer tlk_…</code>
          </pre>
          <p class="note">
            {t.pace(formatCount(tokenPace.burst, language), formatCount(tokenPace.perSecond, language))}
          </p>
        </Section>
      </>
    ),
  }
}

const groupsOf = (scopes: readonly string[], language: Language) => {
  const { readsThem, writesThem } = text[language]
  return groupedByNoun(
    scopes.map((s) => ({ value: s, label: s.endsWith(':read') ? readsThem : writesThem, help: s })),
    language,
  )
}

function Made({ token, request }: { token: string; request: PageRequest }) {
  const t = text[request.language]
  return (
    <>
      <Alert tone="ok" title={t.made} live>
        {t.madeNote}
      </Alert>
      <div class="field">
        <label for="made">{t.token}</label>
        <input
          id="made"
          type="text"
          class="full"
          readOnly
          value={token}
          autocomplete="off"
          spellcheck={false}
        />
      </div>
    </>
  )
}

function Tokens({ items, request }: { items: Listed['items']; request: PageRequest }) {
  const { language, link, now } = request
  const t = text[language]
  const stateOf = (item: Listed['items'][number]) =>
    item.revokedAt ? 'revoked' : item.expiresAt <= now ? 'ended' : 'works'
  return (
    <Table
      caption={t.yours}
      cards
      rows={items}
      language={language}
      columns={[
        { label: t.name, heading: true, cell: (item) => item.name },
        { label: t.ending, phone: 'labelled', cell: (item) => <code>…{item.ending}</code> },
        {
          label: t.scopeColumn,
          phone: 'labelled',
          cell: (item) => item.scopes.map((s) => scopeName(s, language)).join('; '),
        },
        { label: t.expires, phone: 'labelled', cell: (item) => formatInstant(item.expiresAt, language) },
        {
          label: t.used,
          phone: 'labelled',
          cell: (item) => (item.usedAt ? formatInstant(item.usedAt, language) : t.never),
        },
        {
          label: t.state,
          cell: (item) => {
            const state = stateOf(item)
            return state === 'works' ? (
              <form method="post" action={link(`${path}/${item.id}/revoke`)}>
                <button class="btn" type="submit" aria-label={t.revokeLabel(item.name)}>
                  {t.revoke}
                </button>
              </form>
            ) : (
              <Tag>{t[state]}</Tag>
            )
          },
        },
      ]}
    />
  )
}

/** "scopes.0" is about the question of the scopes; what is about none stands at the first. */
const ofField = ({ name, text }: FieldError) => ({ name: name.split('.')[0] || 'name', text })

export const tokenPages: readonly Page[] = [
  { method: 'GET', path, run: (request) => tokensPage(request) },
  {
    method: 'POST',
    path,
    run: (request) =>
      takeForm(
        request,
        form,
        async ({ text: said, list, draft }) => {
          const asked = { name: said('name'), scopes: list('scopes'), days: said('days') }
          // Answered, not redirected to: the secret is in this answer alone.
          return tokensPage(request, { made: (await request.perform(createToken, asked, draft)).token })
        },
        (errors) => tokensPage(request, { errors: errors.map(ofField) }),
      ),
  },
  {
    method: 'POST',
    path: `${path}/{id}/revoke`,
    run: async (request) => {
      await request.perform(revokeToken, { id: request.params.id })
      return { as: 'redirect', to: request.link(path) }
    },
  },
]
