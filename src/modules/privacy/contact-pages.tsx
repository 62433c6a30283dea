import type { Page, PageAnswer, PageRequest, PostedForm } from '../../kernel/page.ts'
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
import { type Contact, listContacts, removeContact, saveContact } from './contact-actions.ts'
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

type Typed = Record<string, string | undefined>

async function contactsPage(
  request: PageRequest,
  spot: Spot,
  typed: Typed = {},
  errors: readonly FieldError[] = [],
): Promise<PageAnswer> {
  const { language } = request
  const t = text[language]
  const found = await request.perform(listContacts, spot.input)
  const title = t.contactsOf(found.place)
  const edited = request.url.searchParams.get('edit') ?? typed.id
  const chosen = found.items.find((c) => c.id === edited)
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
        {found.keeps && (
          <Section title={chosen ? `${t.edit}: ${chosen.name}` : t.add} id="form">
            <ErrorSummary errors={errors} language={language} />
            <ContactForm request={request} spot={spot} chosen={chosen} typed={typed} errors={errors} />
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
  typed: Typed
  errors: readonly FieldError[]
}

function ContactForm({ request, spot, chosen, typed, errors }: FormProps) {
  const { language, now } = request
  const t = text[language]
  const error = (name: string) => errors.find((e) => e.name === name)?.text
  const review = chosen?.kept?.reviewOn ?? dayIn(daysFrom(now, 365))
  return (
    <form method="post" action={request.link(spot.path)}>
      {chosen && <input type="hidden" name="id" value={chosen.id} />}
      <TextField
        name="name"
        label={t.name}
        value={typed.name ?? chosen?.name}
        error={error('name')}
        language={language}
      />
      <TextField
        name="title"
        label={t.jobTitle}
        value={typed.title ?? chosen?.title ?? undefined}
        optional
        language={language}
      />
      <TextField
        name="email"
        label={t.email}
        type="email"
        value={typed.email ?? chosen?.email ?? undefined}
        error={error('email')}
        optional
        language={language}
      />
      <TextField
        name="phone"
        label={t.phone}
        value={typed.phone ?? chosen?.phone ?? undefined}
        optional
        language={language}
      />
      <SelectField
        name="ground"
        label={t.ground}
        value={typed.ground ?? chosen?.kept?.ground}
        choices={grounds.map((value) => ({ value, label: t.grounds[value] }))}
        language={language}
      />
      <TextField
        name="reviewOn"
        label={t.reviewOn}
        help={t.reviewHelp}
        size="short"
        value={typed.reviewOn ?? (language === 'en' ? review : formatDay(review, language))}
        error={error('reviewOn')}
        language={language}
      />
      <CheckField
        name="published"
        label={t.published}
        checked={typed.published === '1' || (typed.name === undefined && chosen?.kept?.published === true)}
        language={language}
      />
      <div class="actions">
        <button class="btn main" type="submit">
          {t.save}
        </button>
      </div>
    </form>
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
  const form = await request.form()
  const typed = typedOf(form)
  const reviewOn = dayFrom(typed.reviewOn ?? '')
  const errors: FieldError[] = []
  if (!typed.name) errors.push({ name: 'name', text: t.noName })
  if (typed.email && !/^[^\s@]+@[^\s@]+\.[^\s@]+$/.test(typed.email))
    errors.push({ name: 'email', text: t.badEmail })
  if (!reviewOn) errors.push({ name: 'reviewOn', text: t.badDay })
  if (errors.length > 0) return contactsPage(request, spot, typed, errors)
  try {
    await request.perform(saveContact, {
      ...spot.input,
      ...typed,
      reviewOn,
      published: typed.published === '1',
    })
  } catch (error) {
    if (!(error instanceof Refusal) || error.kind !== 'invalid') throw error
    return contactsPage(request, spot, typed, [{ name: 'email', text: t.badEmail }])
  }
  return { as: 'redirect', to: request.link(spot.path) }
}

const typedOf = (form: PostedForm): Typed =>
  Object.fromEntries(
    ['id', 'name', 'title', 'email', 'phone', 'ground', 'reviewOn', 'published'].map((name) => [
      name,
      form.get(name)?.trim(),
    ]),
  )

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
