import { expect, test } from 'vitest'
import { readSources } from './source.ts'

// Nothing typed is lost: a form in which somebody types is a DraftForm. Found by reading the sources, so that a form of
// a page that no journey opens is found too.

/** The forms whose text is not kept while it is typed, and why. */
const exceptions: Readonly<Record<string, string>> = {
  'people/sign-in-view SignInView': 'nobody is signed in yet: a mail address',
  'people/sign-in-view CodeView': 'nobody is signed in yet: a code that is never kept',
  'people/acceptance-view AcceptView': 'nobody is signed in yet: a name and a mail address',
  'applications/people-page invitationPage': 'nobody is signed in yet: a name',
  'profiles/invitation-page invitationPage': 'nobody is signed in yet: a name',
  'people/account-view OneTimeCode': 'a code that is never kept',
  'people/account-view CodeSetup': 'a code that is never kept',
  'people/account-view Details': 'one word, one’s own name, which stands there already',
  'people/account-view Email': 'one word, a new address, which must be confirmed at once by mail',
  'people/account-view Passkeys': 'one word, what a key is called, while the key is being made',
  'members/office-page officePage': 'the last day of an office, which stands there already',
  'funding/import-view ImportView': 'a word and a day beside a file; they come back with the answer',
  'overlaps/near-pages askPage': 'an idea that is compared and never kept; it comes back with the answer',
  'consortia/answer-pages AnswerByLink': 'nobody is signed in: what was typed comes back with what is wrong',
  'consortia/letter-pages SignByLink':
    'nobody is signed in: a name and a position under a letter that is read',
  'consortia/wanted-page AskForm': 'nobody is signed in: a press with a fault answers with what was typed',
  'consortia/wanted-page OwnForm': 'nobody is signed in: each press keeps what is said under its own link',
  'ties/answer-form AnswerForm': 'nobody is signed in: each press keeps the answer under its own link',
  'ties/ask-pages askedPage': 'nobody is signed in: a few words beside a yes or no',
  'ties/answer-rows Who': 'a name, which stands there already',
  'ties/answer-rows AskForm': 'one word, an address to which a question is mailed at once',
  'statistics/add-view SliceForm': 'a query that is pasted whole from the page of its source',
  'statistics/add-view PreviewView': 'what a dataset is called, which stands there already from its source',
  'demo/reset resetPage': 'the word that confirms that all is thrown away',
}

type Part = { file: string; name: string; text: string }

/** The functions of the product's pages, each with its text: what stands between two beginnings at the line's start. */
const parts: Part[] = readSources('src')
  .filter(({ path }) => path.endsWith('.tsx') && !/\.test\.tsx$|\/gallery\.tsx$|^src\/ui\//.test(path))
  .flatMap(({ path, text }) =>
    text.split(/^(?=(?:export )?(?:async )?(?:function|const) \w+)/m).flatMap((block) => {
      const name = /^(?:export )?(?:async )?(?:function|const) (\w+)/.exec(block)?.[1]
      return name ? [{ file: path, name, text: block }] : []
    }),
  )

const typing =
  /<(?:TextField|TextArea|textarea|NamesFields)\b|<input\b(?![^>]*type="(?:hidden|checkbox|radio|submit|search)")(?![^>]*readOnly)[^>]*>/
const regions = (text: string, tag: string): string[] =>
  [...text.matchAll(new RegExp(`<${tag}\\b[\\s\\S]*?</${tag}>`, 'g'))].map(([region]) => region)

/** The parts of the same file, or of another by its name, that a piece of a page is made of. */
const partsIn = (piece: string, file: string): Part[] =>
  [...piece.matchAll(/<([A-Z]\w*)|\{(?:\.\.\.)?(\w+)\(/g)].flatMap(([, component, helper]) => {
    const name = component ?? helper!
    const own = parts.filter((p) => p.name === name && p.file === file)
    return own.length > 0 ? own : parts.filter((p) => component && p.name === name)
  })

/** Whether somebody types in it, itself or in what it is made of. */
function isTypedIn(piece: string, file: string, seen = new Set<Part>()): boolean {
  const bare = regions(piece, 'DraftForm').reduce((left, region) => left.replace(region, ''), piece)
  if (typing.test(bare)) return true
  return partsIn(bare, file).some((part) => {
    if (seen.has(part)) return false
    seen.add(part)
    return isTypedIn(part.text, part.file, seen)
  })
}

/** Helpers inside a function: `const text = (name) => <TextField ...>`, used in a form as `{text('name')}`. */
const helpersIn = (text: string): [name: string, body: string][] =>
  [...text.matchAll(/^ {2}const (\w+) = \([\s\S]*?(?=^ {2}\S)/gm)].map(([body, name]) => [name!, body])

const posts = (form: string): boolean => /^<form\b[^>]*method="post"/.test(form)

const found = parts.flatMap(({ file, name, text }) => {
  const helpers = helpersIn(text)
  const typed = regions(text, 'form').filter(
    (form) =>
      posts(form) &&
      (isTypedIn(form, file) ||
        helpers.some(([helper, body]) => new RegExp(`\\{${helper}\\(`).test(form) && isTypedIn(body, file))),
  )
  return typed.map(() => `${file.replace(/^src\/(?:modules\/)?/, '').replace(/\.tsx$/, '')} ${name}`)
})

test('this test sees the forms: it would pass over none', () => {
  expect(parts.filter((p) => regions(p.text, 'form').some(posts)).length).toBeGreaterThan(30)
  expect(parts.filter((p) => regions(p.text, 'DraftForm').length > 0).length).toBeGreaterThan(12)
})

test('each form in which somebody types keeps what is typed, or stands here with the reason why not', () => {
  expect([...new Set(found)].sort()).toEqual(Object.keys(exceptions).sort())
})
