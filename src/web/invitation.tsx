import type { Hono } from 'hono'
import type { ComponentChildren } from 'preact'
import { perform } from '../kernel/action.ts'
import type { Actor } from '../kernel/actor.ts'
import { localPath } from '../kernel/page.ts'
import { Refusal } from '../kernel/refusal.ts'
import {
  AcceptView,
  acceptAsSelf,
  acceptByMail,
  actorOf,
  askAcceptance,
  ConfirmAcceptanceView,
  confirmAcceptance,
  LinkSentView,
  peopleText,
  showInvitation,
  signInLimits,
  invitationText as text,
} from '../modules/people/index.ts'
import { clientOf } from './client.ts'
import { refusalPage } from './errors.tsx'
import { respond } from './pages.tsx'
import { page, waysIn } from './repeat-page.tsx'
import { sessionToken } from './session.ts'
import type { Shell } from './shell.ts'
import { type Asked, askedOf, letIn, tooOften, wait } from './sign-in.tsx'

/** Accepting an invitation stands beside sign-in: it may end with a session. */
export function mountInvitation(app: Hono, shell: Shell): void {
  for (const prefix of ['', '/sv', '/en']) {
    for (const [method, path, handle] of [
      ['GET', '/invitation', show],
      ['POST', '/invitation', accept],
      ['GET', '/invitation/confirm', showConfirm],
      ['POST', '/invitation/confirm', confirm],
    ] as const) {
      app.on(method, prefix + path, async (c) => {
        const asked = await askedOf(c, shell)
        const actor = await actorOf(shell.database, sessionToken(c, shell), shell.now())
        const busy = await wait(asked, 'token', signInLimits.tokenByClient)
        if (busy) return busy
        try {
          return await handle(asked, actor)
        } catch (error) {
          if (!(error instanceof Refusal)) throw error
          return respond(c, refusalPage(error, asked.language, actor), shell, actor)
        }
      })
    }
  }
}

const answer = (asked: Asked, actor: Actor, body: ComponentChildren, status: 200 | 422 = 200) =>
  respond(asked.c, page(text[asked.language].acceptTitle, body, status), asked.shell, actor)

/** Where the office just accepted can be seen. */
const arrival = '/account'

async function show(asked: Asked, actor: Actor): Promise<Response> {
  const { c, language, stage } = asked
  const token = c.req.query('token') ?? ''
  if (!token) return c.redirect(localPath(language, '/sign-in'), 303)
  const invitation = await perform(showInvitation, stage, { token })
  return answer(asked, actor, <AcceptView {...{ invitation, token, language, self: nameOf(actor) }} />)
}

const nameOf = (actor: Actor) => (actor.kind === 'person' ? actor.name : undefined)

async function accept(asked: Asked, actor: Actor): Promise<Response> {
  const { c, shell, language, form, stage } = asked
  const t = text[language]
  const token = form.get('token') ?? ''
  if (actor.kind === 'person') {
    await perform(acceptAsSelf, shell.stage(actor, language), { token })
    return c.redirect(localPath(language, arrival), 303)
  }
  const name = (form.get('name') ?? '').trim()
  const email = (form.get('email') ?? '').trim()
  const invitation = await perform(showInvitation, stage, { token })
  const complain = (field: string, said: string) => {
    const errors = [{ name: field, text: said }]
    const view = (
      <AcceptView {...{ invitation, token, language, self: undefined, typed: { name, email }, errors }} />
    )
    return answer(asked, actor, view, 422)
  }
  if (!name) return complain('name', t.nameMissing)
  if (invitation.email) {
    const client = clientOf(c, shell)
    const entered = await perform(acceptByMail, stage, { token, name, language, client })
    return letIn({ ...asked, to: arrival, repeat: undefined }, entered)
  }
  try {
    const { again } = await perform(askAcceptance, stage, { token, name, email, language })
    if (again) return tooOften(asked, again)
  } catch (error) {
    if (error instanceof Refusal && error.kind === 'invalid') return complain('email', t.emailWrong)
    throw error
  }
  const { mailServer } = waysIn(shell)
  const view = (
    <LinkSentView {...{ language, to: arrival, repeat: undefined, email, mailServer, invited: true }} />
  )
  return respond(c, page(peopleText[language].sentTitle, view), shell, actor)
}

async function showConfirm(asked: Asked, actor: Actor): Promise<Response> {
  const { c, language } = asked
  const token = c.req.query('token')
  if (!token) return c.redirect(localPath(language, '/sign-in'), 303)
  return answer(asked, actor, <ConfirmAcceptanceView {...{ language, token }} />)
}

async function confirm(asked: Asked): Promise<Response> {
  const { c, shell, form, stage } = asked
  const token = form.get('token') ?? ''
  const entered = await perform(confirmAcceptance, stage, { token, client: clientOf(c, shell) })
  return letIn({ ...asked, to: arrival, repeat: undefined }, entered)
}
