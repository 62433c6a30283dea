import type { ComponentChildren } from 'preact'
import type { Page, PageAnswer, PageRequest } from '../../kernel/page.ts'
import { Refusal } from '../../kernel/refusal.ts'
import { formatInstant } from '../../kernel/time.ts'
import { PageHead } from '../../ui/index.ts'
import { askEmailChange, changeEmail, endSession, ownAccount, updateAccount } from './account-actions.ts'
import { accountText } from './account-text.ts'
import { type AccountProps, AccountView, CodeSetup, ConfirmEmail, RecoveryCodes } from './account-view.tsx'
import {
  beginOneTimeCode,
  confirmOneTimeCode,
  renewRecoveryCodes,
  switchOffOneTimeCode,
} from './code-actions.ts'
import { addPasskey, beginPasskey, namePasskey, removePasskey } from './passkey-actions.ts'
import { qrSvg } from './qr.tsx'

type Told = Extract<PageAnswer, { as: 'page' }>

const page = (title: string, body: ComponentChildren, status: Told['status'] = 200): PageAnswer => ({
  as: 'page',
  title,
  robots: 'noindex',
  status,
  body,
})

async function account(request: PageRequest, what: Omit<AccountProps, 'account' | 'language'> = {}) {
  const { language } = request
  const known = await request.perform(ownAccount, {})
  const status = what.errors?.length ? 422 : 200
  return page(accountText[language].title, <AccountView {...{ account: known, language, ...what }} />, status)
}

const done = (request: PageRequest, what: keyof (typeof accountText)['fi']): PageAnswer => ({
  as: 'redirect',
  to: request.link(`/account?done=${what}`),
})

const told = ['saved', 'passkeyAdded', 'codeStopped', 'ended'] as const

const showAccount = (request: PageRequest) => {
  const what = told.find((w) => w === request.url.searchParams.get('done'))
  return account(request, { done: what && accountText[request.language][what] })
}

async function save(request: PageRequest): Promise<PageAnswer> {
  const form = await request.form()
  const name = form.get('name') ?? ''
  if (!name.trim()) {
    const errors = [{ name: 'name', text: accountText[request.language].nameWrong }]
    return account(request, { typed: { name }, errors })
  }
  await request.perform(updateAccount, { name, language: form.get('language') })
  return done(request, 'saved')
}

async function askEmail(request: PageRequest): Promise<PageAnswer> {
  const t = accountText[request.language]
  const email = ((await request.form()).get('email') ?? '').trim()
  const wrong = (text: string) => account(request, { typed: { email }, errors: [{ name: 'email', text }] })
  try {
    const { again } = await request.perform(askEmailChange, { email })
    if (again) return await wrong(t.tooOften(formatInstant(again, request.language)))
  } catch (error) {
    if (error instanceof Refusal && error.kind === 'invalid') return wrong(t.emailWrong)
    throw error
  }
  return account(request, { done: t.emailSent(email) })
}

async function showConfirm(request: PageRequest): Promise<PageAnswer> {
  const token = request.url.searchParams.get('token')
  if (!token) return { as: 'redirect', to: request.link('/account') }
  const { language } = request
  return page(accountText[language].emailConfirmTitle, <ConfirmEmail {...{ language, token }} />)
}

async function confirm(request: PageRequest): Promise<PageAnswer> {
  const { email } = await request.perform(changeEmail, { token: (await request.form()).get('token') ?? '' })
  const t = accountText[request.language]
  const body = (
    <>
      <PageHead title={t.emailChanged(email)} />
      <p>
        <a href={request.link('/account')}>{t.back}</a>
      </p>
    </>
  )
  return page(t.emailConfirmTitle, body)
}

async function setUpCode(request: PageRequest, error?: string): Promise<PageAnswer> {
  const { language } = request
  const { secret, address } = await request.perform(beginOneTimeCode, {})
  const svg = await qrSvg(address)
  const view = <CodeSetup {...{ language, secret, svg, error }} />
  return page(accountText[language].code, view, error ? 422 : 200)
}

const typedCode = async (request: PageRequest) => ((await request.form()).get('code') ?? '').slice(0, 20)

const wrongCode = (request: PageRequest, again: Date | undefined): string => {
  const t = accountText[request.language]
  return again ? t.tooOften(formatInstant(again, request.language)) : t.codeWrong
}

const showCodes = (request: PageRequest, codes: readonly string[]): PageAnswer =>
  page(accountText[request.language].recovery, <RecoveryCodes language={request.language} codes={codes} />)

async function confirmCode(request: PageRequest): Promise<PageAnswer> {
  const said = await request.perform(confirmOneTimeCode, { codeToken: await typedCode(request) })
  if (said.recoveryCodes) return showCodes(request, said.recoveryCodes)
  return setUpCode(request, wrongCode(request, said.again))
}

async function renewCodes(request: PageRequest): Promise<PageAnswer> {
  const said = await request.perform(renewRecoveryCodes, { codeToken: await typedCode(request) })
  if (said.recoveryCodes) return showCodes(request, said.recoveryCodes)
  return account(request, { errors: [{ name: 'code', text: wrongCode(request, said.again) }] })
}

async function stopCode(request: PageRequest): Promise<PageAnswer> {
  const { off, again } = await request.perform(switchOffOneTimeCode, { codeToken: await typedCode(request) })
  if (off) return done(request, 'codeStopped')
  return account(request, { errors: [{ name: 'code', text: wrongCode(request, again) }] })
}

async function passkeyOptions(request: PageRequest): Promise<PageAnswer> {
  const options = await request.perform(beginPasskey, {})
  const content = JSON.stringify(options)
  return { as: 'file', name: 'options.json', type: 'application/json', content, inline: true }
}

async function keepPasskey(request: PageRequest): Promise<PageAnswer> {
  const form = await request.form()
  const name = (form.get('passkey') ?? '').trim().slice(0, 80)
  // Sent without an answer when the options were refused: a fresh sign-in is asked for, and the page shown again.
  if (!form.get('answer')) {
    await request.perform(beginPasskey, {})
    return account(request, { typed: { passkey: name } })
  }
  await request.perform(addPasskey, { answerToken: form.get('answer') ?? '', name })
  return done(request, 'passkeyAdded')
}

async function changePasskey(request: PageRequest): Promise<PageAnswer> {
  const form = await request.form()
  const name = (form.get('passkey') ?? '').slice(0, 80)
  await request.perform(namePasskey, { id: form.get('id'), name })
  return done(request, 'saved')
}

async function dropPasskey(request: PageRequest): Promise<PageAnswer> {
  await request.perform(removePasskey, { id: (await request.form()).get('id') })
  return done(request, 'saved')
}

async function end(request: PageRequest): Promise<PageAnswer> {
  await request.perform(endSession, { id: (await request.form()).get('id') })
  return done(request, 'ended')
}

// The language switch asks for the address of a form's answer: the account is what it means.
const home = async (request: PageRequest): Promise<PageAnswer> => ({
  as: 'redirect',
  to: request.link('/account'),
})

export const accountPages: readonly Page[] = [
  { method: 'GET', path: '/account', run: showAccount },
  { method: 'POST', path: '/account', run: save },
  { method: 'GET', path: '/account/email', run: showConfirm },
  { method: 'POST', path: '/account/email', run: askEmail },
  { method: 'POST', path: '/account/email/confirm', run: confirm },
  { method: 'POST', path: '/account/code/start', run: (request) => setUpCode(request) },
  { method: 'POST', path: '/account/code', run: confirmCode },
  { method: 'POST', path: '/account/code/renew', run: renewCodes },
  { method: 'POST', path: '/account/code/stop', run: stopCode },
  { method: 'POST', path: '/account/passkeys/options', run: passkeyOptions },
  { method: 'POST', path: '/account/passkeys', run: keepPasskey },
  { method: 'POST', path: '/account/passkeys/name', run: changePasskey },
  { method: 'POST', path: '/account/passkeys/remove', run: dropPasskey },
  { method: 'POST', path: '/account/sessions/end', run: end },
  ...['/account/email/confirm', '/account/code', '/account/code/start', '/account/code/renew'].map(
    (path) => ({ method: 'GET', path: path as `/${string}`, run: home }) as const,
  ),
]
