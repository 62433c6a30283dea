import type { ComponentChildren } from 'preact'
import type { PageAnswer } from '../kernel/page.ts'
import type { Language } from '../kernel/text.ts'
import { type Repeat, SignInView, peopleText as text } from '../modules/people/index.ts'
import type { Shell } from './shell.ts'

/** What the sign-in page is given by this installation. */
export const waysIn = (shell: Shell) => ({
  mailServer: shell.config.mail !== undefined,
  providers: shell.config.providers.map((p, i) => ({ number: i + 1, name: p.name })),
  demo: shell.demoSignIn,
})

export const page = (
  title: string,
  body: ComponentChildren,
  status: Extract<PageAnswer, { as: 'page' }>['status'] = 200,
): PageAnswer => ({ as: 'page', title, robots: 'noindex', status, body })

/** The page for who has to prove anew who they are: the form that they sent, or the way to the page, goes along. */
export const signInAgain = (
  shell: Shell,
  language: Language,
  back: { repeat: Repeat } | { to: string },
): PageAnswer => {
  const where = 'repeat' in back ? { ...back, to: '/' } : back
  const view = <SignInView {...{ language, again: true, ...where }} {...waysIn(shell)} demo={false} />
  return page(text[language].againTitle, view, 403)
}

/** The page that a form without a session gets: it keeps what was typed. */
export const signInToRepeat = (shell: Shell, language: Language, repeat: Repeat): PageAnswer =>
  page(
    text[language].expiredTitle,
    <SignInView {...{ language, repeat, to: '/' }} {...waysIn(shell)} demo={false} />,
    403,
  )
