import type { Page, PageAnswer, PageRequest } from '../../kernel/page.ts'
import { Refusal } from '../../kernel/refusal.ts'
import { dayIn, dayOf, formatDay } from '../../kernel/time.ts'
import {
  CheckField,
  Empty,
  ErrorSummary,
  Facts,
  type FieldError,
  PageHead,
  Section,
  SelectField,
  Tag,
  TextField,
} from '../../ui/index.ts'
import { type Before, type Draft, DraftForm, draftFor, takeForm } from '../drafts/index.ts'
import { type Contact, listContacts, removeContact, saveContact } from './contact-actions.ts'
import { changedContact, newContact } from './contact-drafts.ts'
import { ecosystemOf } from './place-actions.ts'
import { daysFrom, grounds } from './rules.ts'
import { text } from './text.ts'

/** Where the contacts are: the page's own address, and how the actions name the place. */
type Spot = { path: string; back: string; input: { organisation: string } | { ecosystem: string } }

const organisation = async (request: PageRequest): Promise<Spot> => {
  const back = `/organisations/${request.params.id}`
  return { path: `${back}/contacts`, back, input: { organisation: request.params.id! } }
}

const ecosystem = async (request: PageRequest): Promise<Spot> => {
  const { id } = await request.perform(ecosystemOf, { key: request.params.key })
  const back = `/ecosystems/${request.params.key}`
  return { path: `${back}/contacts`, back, input: { ecosystem: id } }
}

/** The form: of one contact, or of a new one. */
function formOf({ path }: Spot, chosen: Contact | undefined, { language, now }: PageRequest) {
  const [, places, id] = path.split('/')
  const subject = `${places === 'organisations' ? 'organisation' : 'ecosystem'}:${id}`
  const review = chosen?.kept?.reviewOn ?? dayIn(daysFrom(now, 365))
  const before: Before = {
    name: chosen?.name ?? '',
    title: chosen?.title ?? '',
    email: chosen?.email ?? '',
    phone: chosen?.phone ?? '',
    ground: chosen?.kept?.ground ?? grounds[0],
    // English too reads "5 Mar 2026" but types digits.
    reviewOn: formatDay(review, language === 'en' ? 'fi' : language),
    published: chosen?.kept?.published ? ['1'] : [],
  }
  return chosen
    ? { kind: changedContact, subject: `${subject}:${chosen.id}`, before }
    : { kind: newContact, subject, before }
}

async function contactsPage(
  request: PageRequest,
  spot: Spot,
  errors: readonly FieldError[] = [],
  editing = request.url.searchParams.get('edit') ?? undefined,
): Promise<PageAnswer> {
  const { language } = request
  const t = text[language]
  const found = await request.perform(listContacts, spot.input)
  const title = t.contactsOf(found.place)
  const chosen = found.items.find((c) => c.id === editing)
  const { kind, subject, before } = formOf(spot, chosen, request)
  const draft = found.keeps && (await draftFor(request, kind, subject, before))
  return {
    as: 'page',
    title,
    // Contact data is read here, and found nowhere else.
    robots: 'noindex',
    status: errors.length > 0 ? 422 : 200,
    crumbs: [{ text: found.place, href: request.link(spot.back) }, { text: t.contacts }],
    body: (
      <>
        <PageHead title={title} lead={t.contactsNote} />
        {found.items.length === 0 && <Empty title={t.noContacts}>{found.keeps && t.noContactsNext}</Empty>}
        {found.items.map((contact) => (
          <ContactView request={request} spot={spot} contact={contact} />
        ))}
        {draft && (
          <Section title={chosen ? `${t.edit}: ${chosen.name}` : t.add} id="form">
            <ErrorSummary errors={errors} language={language} />
            <ContactForm request={request} spot={spot} chosen={chosen} draft={draft} errors={errors} />
          </Section>
        )}
      </>
    ),
  }
}

function ContactView({ request, spot, contact }: { request: PageRequest; spot: Spot; contact: Contact }) {
  const { language } = request
  const t = text[language]
  const { kept } = contact
  return (
    <section>
      <h2>{contact.name}</h2>
      <Facts
        language={language}
        items={[
          ...(contact.title ? [{ label: t.jobTitle, value: contact.title }] : []),
          ...(contact.email
            ? [{ label: t.email, value: <a href={`mailto:${contact.email}`}>{contact.email}</a> }]
            : []),
          ...(contact.phone ? [{ label: t.phone, value: contact.phone }] : []),
          ...(kept
            ? [
                { label: t.ground, value: t.grounds[kept.ground] },
                {
                  label: t.published,
                  value: kept.published ? (
                    <Tag tone="ok" sign="done">
                      {t.published}
                    </Tag>
                  ) : (
                    t.hidden
                  ),
                },
                { label: t.reviewOn, value: formatDay(kept.reviewOn, language) },
              ]
            : []),
        ]}
      />
      {kept && (
        <div class="actions">
          <a class="btn" href={request.link(`${spot.path}?edit=${contact.id}#form`)}>
            {t.edit}
            <span class="vh">: {contact.name}</span>
          </a>
          <form method="post" action={request.link(`${spot.path}/remove`)}>
            <input type="hidden" name="id" value={contact.id} />
            <button class="btn" type="submit">
              {t.remove}
              <span class="vh">: {contact.name}</span>
            </button>
          </form>
        </div>
      )}
    </section>
  )
}

type FormProps = {
  request: PageRequest
  spot: Spot
  chosen: Contact | undefined
  draft: Draft
  errors: readonly FieldError[]
}

function ContactForm({ request, spot, chosen, draft, errors }: FormProps) {
  const { language } = request
  const t = text[language]
  const field = (name: string, label: string) => ({
    name,
    label,
    value: draft.text(name),
    error: errors.find((e) => e.name === name)?.text,
    language,
  })
  return (
    <DraftForm draft={draft} action={request.link(spot.path)} submit={t.save} language={language}>
      {chosen && <input type="hidden" name="id" value={chosen.id} />}
      <TextField {...field('name', t.name)} />
      <TextField {...field('title', t.jobTitle)} optional />
      <TextField {...field('email', t.email)} type="email" optional />
      <TextField {...field('phone', t.phone)} optional />
      <SelectField
        {...field('ground', t.ground)}
        choices={grounds.map((value) => ({ value, label: t.grounds[value] }))}
      />
      <TextField {...field('reviewOn', t.reviewOn)} help={t.reviewHelp} size="short" />
      <CheckField
        name="published"
        label={t.published}
        checked={draft.list('published').length > 0}
        language={language}
      />
    </DraftForm>
  )
}

/** "31.12.2026" and "2026-12-31" both. */
function dayFrom(typed: string): string | undefined {
  const [, d, m, y] = /^(\d{1,2})\.(\d{1,2})\.(\d{4})$/.exec(typed) ?? []
  const [, y2, m2, d2] = /^(\d{4})-(\d{1,2})-(\d{1,2})$/.exec(typed) ?? []
  return dayOf(Number(y ?? y2), Number(m ?? m2), Number(d ?? d2))
}

async function save(request: PageRequest, spot: Spot): Promise<PageAnswer> {
  const t = text[request.language]
  const id = (await request.form()).get('id')
  const { items } = await request.perform(listContacts, spot.input)
  const chosen = items.find((c) => c.id === id)
  if (id && !chosen) throw new Refusal('missing', 'contact.missing')
  return takeForm(
    request,
    formOf(spot, chosen, request),
    async ({ text: said, list, draft }) => {
      const reviewOn = dayFrom(said('reviewOn'))
      const wrong: FieldError[] = []
      if (!said('name')) wrong.push({ name: 'name', text: t.noName })
      if (said('email') && !/^[^\s@]+@[^\s@]+\.[^\s@]+$/.test(said('email')))
        wrong.push({ name: 'email', text: t.badEmail })
      if (!reviewOn) wrong.push({ name: 'reviewOn', text: t.badDay })
      if (wrong.length > 0) return wrong
      const typed = Object.fromEntries(
        ['name', 'title', 'email', 'phone', 'ground'].map((name) => [name, said(name)]),
      )
      const published = list('published').length > 0
      await request.perform(saveContact, { ...spot.input, ...typed, id, reviewOn, published }, draft)
      return spot.path
    },
    (errors) => contactsPage(request, spot, errors, id),
  )
}

const pagesOf = (path: `/${string}`, spotOf: (request: PageRequest) => Promise<Spot>): Page[] => [
  { method: 'GET', path, run: async (request) => contactsPage(request, await spotOf(request)) },
  { method: 'POST', path, run: async (request) => save(request, await spotOf(request)) },
  {
    method: 'POST',
    path: `${path}/remove`,
    run: async (request) => {
      const spot = await spotOf(request)
      await request.perform(removeContact, { id: (await request.form()).get('id') })
      return { as: 'redirect', to: request.link(spot.path) }
    },
  },
]

export const contactPages: readonly Page[] = [
  ...pagesOf('/organisations/{id}/contacts', organisation),
  ...pagesOf('/ecosystems/{key}/contacts', ecosystem),
]
