import type { z } from 'zod'
import { deedsAt, type Page, type PageAnswer, type PageRequest } from '../../kernel/page.ts'
import { type Language, pick } from '../../kernel/text.ts'
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
import { type Draft, DraftForm, DraftWords, draftFor, takeForm } from '../drafts/index.ts'
import { changedWebhook, groupedByNoun, newWebhook } from './form-drafts.ts'
import {
  changeWebhook,
  createWebhook,
  getWebhook,
  listWebhooks,
  redeliver,
  removeWebhook,
  renewSecret,
  testWebhook,
} from './webhook-actions.ts'
import { Deliveries, saidOf } from './webhook-log.tsx'
import { text } from './webhook-text.ts'

const path = '/webhooks'
type Listed = z.output<(typeof listWebhooks)['output']>
type Shown = { errors?: readonly FieldError[]; secret?: { title: string; value: string } }

const newForm = { kind: newWebhook, subject: 'new', before: { ecosystem: '', address: '', kinds: [] } }
const formOf = ({ id, address, kinds }: { id: string; address: string; kinds: readonly string[] }) => ({
  kind: changedWebhook,
  subject: id,
  before: { address, kinds },
})

/** "kinds.0" is about the question of the kinds; what is about none stands at the first. */
const ofField = ({ name, text }: FieldError) => ({ name: name.split('.')[0] || 'address', text })

async function listPage(request: PageRequest, shown: Shown = {}): Promise<PageAnswer> {
  const { language, link } = request
  const t = text[language]
  const found = await request.perform(listWebhooks, {})
  const { errors = [] } = shown
  const draft = await draftFor(request, newForm.kind, newForm.subject, newForm.before)
  return {
    as: 'page',
    title: t.title,
    robots: 'noindex',
    status: errors.length > 0 ? 422 : 200,
    crumbs: [{ text: t.title }],
    body: (
      <>
        <PageHead title={t.title} lead={t.lead} />
        <ErrorSummary errors={errors} language={language} />
        <Section title={t.yours}>
          {found.items.length === 0 ? (
            <Empty title={t.none}>{t.noneNext}</Empty>
          ) : (
            <Hooks found={found} request={request} />
          )}
        </Section>
        <Section title={t.add} id="new">
          <DraftWords language={language} />
          <DraftForm draft={draft} action={link(path)} submit={t.add} language={language} compact main>
            <WhereField found={found} value={draft.text('ecosystem')} request={request} />
            <HookFields kinds={found.kinds} draft={draft} errors={errors} request={request} />
          </DraftForm>
        </Section>
      </>
    ),
  }
}

function WhereField({
  found,
  value,
  request,
}: {
  found: Listed
  value: string | undefined
  request: PageRequest
}) {
  const { language } = request
  const t = text[language]
  const named = found.ecosystems.map((e) => ({ value: e.id, label: pick(e.name, language)?.text ?? e.id }))
  return (
    <SelectField
      name="ecosystem"
      label={t.where}
      value={value}
      choices={found.everywhere ? [{ value: '', label: t.everywhere }, ...named] : named}
      language={language}
    />
  )
}

type FieldsProps = {
  kinds: Listed['kinds']
  draft: Draft
  errors: readonly FieldError[]
  request: PageRequest
}

/** Events by what they are about, in the order of its name. */
const groupsOf = (kinds: Listed['kinds'], language: Language) =>
  groupedByNoun(
    kinds.map(({ name, says }) => ({ value: name, label: says[language], help: name })),
    language,
  )

function HookFields({ kinds, draft, errors, request }: FieldsProps) {
  const { language } = request
  const t = text[language]
  const wrong = (name: string) => errors.find((e) => e.name === name)?.text
  return (
    <>
      <TextField
        name="address"
        type="url"
        size="full"
        label={t.address}
        help={t.addressHelp}
        value={draft.text('address')}
        error={wrong('address')}
        language={language}
      />
      <ChoicesField
        kind="checkbox"
        name="kinds"
        label={t.kinds}
        help={t.kindsHelp}
        error={wrong('kinds')}
        values={draft.list('kinds')}
        choices={[]}
        groups={groupsOf(kinds, language)}
        language={language}
      />
    </>
  )
}

function Hooks({ found: { items, kinds }, request }: { found: Listed; request: PageRequest }) {
  const { language, link } = request
  const t = text[language]
  return (
    <Table
      caption={t.yours}
      cards
      rows={items}
      language={language}
      columns={[
        {
          label: t.address,
          heading: true,
          cell: (item) => <a href={link(`${path}/${item.id}`)}>{item.address}</a>,
        },
        {
          label: t.where,
          phone: 'labelled',
          cell: (item) => (item.ecosystem ? pick(item.ecosystem.name, language)?.text : t.everywhere),
        },
        {
          label: t.kinds,
          phone: 'labelled',
          cell: (item) => item.kinds.map((kind) => saidOf(kind, kinds, language)).join('; '),
        },
        {
          label: t.state,
          phone: 'labelled',
          cell: (item) => <StateTag state={item.state} request={request} />,
        },
      ]}
    />
  )
}

const StateTag = ({ state, request }: { state: 'on' | 'off' | 'failing'; request: PageRequest }) => (
  <Tag tone={state === 'failing' ? 'warm' : state === 'on' ? 'ok' : 'plain'}>
    {text[request.language].states[state]}
  </Tag>
)

async function onePage(request: PageRequest, shown: Shown = {}): Promise<PageAnswer> {
  const { language, link } = request
  const t = text[language]
  const found = await request.perform(getWebhook, { id: request.params.id })
  const { kinds } = await request.perform(listWebhooks, {})
  const { errors = [], secret } = shown
  const { kind, subject, before } = formOf(found)
  const draft = await draftFor(request, kind, subject, before)
  const to = (deed: string) => link(`${path}/${found.id}/${deed}`)
  return {
    as: 'page',
    title: t.one,
    robots: 'noindex',
    status: errors.length > 0 ? 422 : 200,
    crumbs: [{ text: t.title, href: link(path) }, { text: found.address }],
    body: (
      <>
        <PageHead
          over={t.one}
          title={found.address}
          state={<StateTag state={found.state} request={request} />}
        />
        <ErrorSummary errors={errors} language={language} />
        {found.state === 'failing' && <Alert title={t.states.failing}>{t.failingNote}</Alert>}
        {secret && (
          <>
            <Alert tone="ok" title={secret.title} live>
              {t.secretNote}
            </Alert>
            <div class="field">
              <label for="secret">{t.secret}</label>
              <input id="secret" type="text" class="full" readOnly value={secret.value} autocomplete="off" />
            </div>
          </>
        )}
        <div class="actions">
          <Deed to={to('test')} say={t.test} />
          <Deed
            to={to(found.state === 'on' ? 'off' : 'on')}
            say={found.state === 'on' ? t.turnOff : t.turnOn}
          />
          <Deed to={to('secret')} say={t.renew} />
          <Deed to={to('remove')} say={t.remove} />
        </div>
        <Section title={t.log} note={t.signing}>
          {found.deliveries.length === 0 ? (
            <Empty title={t.noDeliveries}>{t.noDeliveriesNext}</Empty>
          ) : (
            <Deliveries
              items={found.deliveries}
              kinds={kinds}
              language={language}
              again={(id) => link(`${path}/${found.id}/deliveries/${id}`)}
            />
          )}
        </Section>
        <Section title={t.kinds} id="form">
          <DraftForm draft={draft} action={link(`${path}/${found.id}`)} submit={t.save} language={language}>
            <HookFields kinds={kinds} draft={draft} errors={errors} request={request} />
          </DraftForm>
        </Section>
      </>
    ),
  }
}

const Deed = ({ to, say }: { to: string; say: string }) => (
  <form method="post" action={to}>
    <button class="btn" type="submit">
      {say}
    </button>
  </form>
)

const deed = deedsAt(path)

export const webhookPages: readonly Page[] = [
  { method: 'GET', path, run: (request) => listPage(request) },
  {
    method: 'POST',
    path,
    run: (request) =>
      takeForm(
        request,
        newForm,
        async ({ text: said, list, draft }) => {
          const asked = {
            ecosystem: said('ecosystem') || null,
            address: said('address'),
            kinds: list('kinds'),
          }
          const { id, secret } = await request.perform(createWebhook, asked, draft)
          const title = text[request.language].made
          // Answered, not redirected to: the secret is in this answer alone.
          return onePage({ ...request, params: { id } }, { secret: { title, value: secret } })
        },
        (errors) => listPage(request, { errors: errors.map(ofField) }),
      ),
  },
  { method: 'GET', path: `${path}/{id}`, run: (request) => onePage(request) },
  {
    method: 'POST',
    path: `${path}/{id}`,
    run: async (request) => {
      const hook = await request.perform(getWebhook, { id: request.params.id })
      return takeForm(
        request,
        formOf(hook),
        async ({ text: said, list, draft }) => {
          const changed = { id: hook.id, address: said('address'), kinds: list('kinds') }
          await request.perform(changeWebhook, changed, draft)
          return `${path}/${hook.id}`
        },
        (errors) => onePage(request, { errors: errors.map(ofField) }),
      )
    },
  },
  {
    method: 'POST',
    path: `${path}/{id}/secret`,
    run: async (request) => {
      const { secret } = await request.perform(renewSecret, { id: request.params.id })
      return onePage(request, { secret: { title: text[request.language].renewed, value: secret } })
    },
  },
  deed('test', (request, id) => request.perform(testWebhook, { id })),
  deed('on', (request, id) => request.perform(changeWebhook, { id, state: 'on' })),
  deed('off', (request, id) => request.perform(changeWebhook, { id, state: 'off' })),
  deed('remove', (request, id) => request.perform(removeWebhook, { id }), path),
  {
    method: 'POST',
    path: `${path}/{id}/deliveries/{delivery}`,
    run: async (request) => {
      const { webhook } = await request.perform(redeliver, { id: request.params.delivery })
      return { as: 'redirect', to: request.link(`${path}/${webhook}`) }
    },
  },
]
