import type { Page, PageAnswer, PageRequest } from '../../kernel/page.ts'
import { formErrors, Refusal } from '../../kernel/refusal.ts'
import { shareLevels } from '../../kernel/share.ts'
import { formatInstant } from '../../kernel/time.ts'
import { Alert, ChoicesField, type FieldError, FileField, Section, TextField } from '../../ui/index.ts'
import { DraftForm, draftFor, takeForm } from '../drafts/index.ts'
import { get } from './actions.ts'
import { styleSheetOf } from './colour.ts'
import { getLogo, logoLimit, removeLogo, setLogo } from './logo-actions.ts'
import { changeSettings, getSettings, type SettingsRecord } from './settings-actions.ts'
import { settingsForm } from './settings-drafts.ts'
import { NamesFields, namesFrom, settingsPage } from './settings-parts.tsx'
import { settingsText } from './settings-text.ts'
import { nameOf } from './view.ts'

const path = '/ecosystems/{key}/settings'
const to = (request: PageRequest, rest = '') =>
  request.link(`/ecosystems/${request.params.key}/settings${rest}`)

/** The fields of the form as they are stored. */
function storedFields(s: SettingsRecord): Record<string, string> {
  const names = (name: string, texts: Record<string, string>) =>
    Object.fromEntries(['fi', 'sv', 'en'].map((l) => [`${name}.${l}`, texts[l] ?? '']))
  return {
    ...names('name', s.name),
    ...names('summary', s.summary),
    'contact.name': s.contact?.name ?? '',
    'contact.email': s.contact?.email ?? '',
    'contact.phone': s.contact?.phone ?? '',
    colour: s.colour ?? '',
    share: s.share,
  }
}

async function page(request: PageRequest, errors: readonly FieldError[] = []): Promise<PageAnswer> {
  const { language, link, url } = request
  const t = settingsText[language]
  const found = await request.perform(getSettings, { key: request.params.key })
  const draft = await draftFor(request, settingsForm, found.key, storedFields(found))
  const values = draft.text
  const errorOf = (name: string) => errors.find((e) => e.name === name)?.text
  const text = (
    name: string,
    label: string,
    more: { help?: string; size?: 'short'; optional?: boolean } = {},
  ) => (
    <TextField
      name={name}
      label={label}
      value={values(name)}
      error={errorOf(name)}
      language={language}
      {...more}
    />
  )
  return settingsPage(
    request,
    found,
    'general',
    errors,
    <>
      {url.searchParams.has('saved') && errors.length === 0 && <Alert tone="ok" title={t.saved} live />}
      <DraftForm draft={draft} action={to(request)} submit={t.save} language={language}>
        <Section title={t.general}>
          <NamesFields name="name" legend={t.names} help={t.fallback} {...{ values, errors, language }} />
          <NamesFields
            name="summary"
            legend={t.summary}
            help={t.summaryHelp}
            long
            {...{ values, errors, language }}
          />
        </Section>
        <Section title={t.contact} note={t.contactHelp}>
          {text('contact.name', t.contactName, { optional: true })}
          {text('contact.email', t.email, { optional: true })}
          {text('contact.phone', t.phone, { optional: true, size: 'short' })}
        </Section>
        <Section title={t.look}>
          {text('colour', t.colour, { help: t.colourHelp, optional: true, size: 'short' })}
          <ChoicesField
            kind="radio"
            name="share"
            label={t.share}
            values={[values('share')]}
            choices={shareLevels.map((level) => ({ value: level, label: t.shares[level] }))}
            language={language}
          />
        </Section>
        <p class="note">
          {found.editedAt ? t.savedAt(formatInstant(found.editedAt, language)) : t.neverEdited}
        </p>
      </DraftForm>
      <Section title={t.logo}>
        {found.logo && (
          <p>
            <img
              class="logo-now"
              src={link(`/ecosystems/${found.key}/logo?v=${found.logo.hash.slice(0, 12)}`)}
              alt={t.logoNow(nameOf(found.name, language))}
              height="28"
            />
          </p>
        )}
        <form method="post" action={to(request, '/logo')} enctype="multipart/form-data" class="form">
          <FileField
            name="logo"
            label={t.logoFile}
            help={t.logoHelp}
            error={errorOf('logo')}
            accept="image/png,image/jpeg,image/webp"
            language={language}
          />
          <div class="actions">
            <button class="btn" type="submit">
              {t.logoSave}
            </button>
          </div>
        </form>
        {found.logo && (
          <form method="post" action={to(request, '/logo/remove')}>
            <button class="btn bare" type="submit">
              {t.logoRemove}
            </button>
          </form>
        )}
      </Section>
    </>,
  )
}

const save: Page = {
  method: 'POST',
  path,
  run: async (request) => {
    const found = await request.perform(getSettings, { key: request.params.key })
    const seen = found.editedAt?.toISOString() ?? ''
    return takeForm(
      request,
      { kind: settingsForm, subject: found.key, before: storedFields(found) },
      async ({ text: get, draft }) => {
        const contact = {
          name: get('contact.name'),
          email: get('contact.email'),
          phone: get('contact.phone'),
        }
        const names = { name: namesFrom(get, 'name'), summary: namesFrom(get, 'summary') }
        const look = { colour: get('colour'), share: get('share') }
        await request.perform(changeSettings, { key: found.key, ...names, contact, ...look, seen }, draft)
        return `/ecosystems/${found.key}/settings?saved`
      },
      (errors) => page(request, errors),
    )
  },
}

const saveLogo: Page = {
  method: 'POST',
  path: `${path}/logo`,
  run: async (request) => {
    const { language } = request
    // Before the file is read: nobody else's is stored.
    await request.perform(getSettings, { key: request.params.key })
    try {
      const file = (await request.form(logoLimit)).files.find((f) => f.field === 'logo')
      if (!file) return page(request, [{ name: 'logo', text: settingsText[language].logoMissing }])
      const { hash, bytes } = file
      await request.perform(setLogo, { key: request.params.key, hash, bytes })
    } catch (error) {
      const large = error instanceof Refusal && error.reason === 'upload.too-large'
      const told = large ? [settingsText[language].logoSize] : formErrors(error, language).map((e) => e.text)
      return page(
        request,
        told.map((text) => ({ name: 'logo', text })),
      )
    }
    return { as: 'redirect', to: to(request, '?saved') }
  },
}

export const settingsPages: readonly Page[] = [
  { method: 'GET', path, run: (request) => page(request) },
  save,
  saveLogo,
  {
    method: 'POST',
    path: `${path}/logo/remove`,
    run: async (request) => {
      await request.perform(removeLogo, { key: request.params.key })
      return { as: 'redirect', to: to(request, '?saved') }
    },
  },
  {
    method: 'GET',
    path: '/ecosystems/{key}/logo',
    run: async (request) => {
      const { bytes } = await request.perform(getLogo, { key: request.params.key })
      return {
        as: 'file',
        name: `${request.params.key}.png`,
        type: 'image/png',
        content: bytes,
        inline: true,
      }
    },
  },
  {
    method: 'GET',
    path: '/ecosystems/{key}/look.css',
    run: async (request) => {
      const { look } = await request.perform(get, { key: request.params.key })
      const content = look.colour ? styleSheetOf(look.colour) : ''
      return { as: 'file', name: 'look.css', type: 'text/css; charset=utf-8', content, inline: true }
    },
  },
]
