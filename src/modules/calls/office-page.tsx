import type { PageAnswer, PageRequest } from '../../kernel/page.ts'
import type { FieldError } from '../../ui/index.ts'
import { type Call, callPath } from './call.ts'
import { nameIn } from './saying.ts'
import { setupText } from './setup-text.ts'
import { text } from './text.ts'

const crumbs = (request: PageRequest, call: Call, last?: string) => {
  const { language, link } = request
  const setup = setupText[language][call.state === 'planned' ? 'setup' : 'manage']
  return [
    { text: text[language].home, href: link('/') },
    { text: text[language].title, href: link('/calls') },
    { text: nameIn(call.title, language, call.code), href: link(callPath(call)) },
    ...(last ? [{ text: setup, href: link(`${callPath(call)}/setup`) }, { text: last }] : [{ text: setup }]),
  ]
}

/** The frame of every page on which the office works on a call. */
export const officePage = (
  request: PageRequest,
  call: Call,
  title: string | undefined,
  body: Extract<PageAnswer, { as: 'page' }>['body'],
  errors: readonly FieldError[] = [],
): PageAnswer => ({
  as: 'page',
  title: title ?? nameIn(call.title, request.language, call.code),
  nav: 'calls',
  robots: 'noindex',
  ...(errors.length > 0 && { status: 422 as const }),
  crumbs: crumbs(request, call, title),
  body,
})
