import { labelOf, placeOf, type Value } from './draft-fields.ts'
import type { Person, Theirs } from './draft-line.ts'

type Controls = Parameters<typeof labelOf>[0]

export type NoteWords = Record<
  | 'here'
  | 'at'
  | 'writing'
  | 'clash'
  | 'yours'
  | 'theirs'
  | 'keepMine'
  | 'takeTheirs'
  | 'takeBoth'
  | 'empty'
  | 'you',
  string
>

/** "{name} changed this {time}" with its words put in. */
export const fill = (pattern: string, words: Readonly<Record<string, string>>): string =>
  pattern.replaceAll(/\{(\w+)\}/g, (_, key: string) => words[key] ?? '')

export const clock = (at: string | number | Date, language: string): string =>
  new Intl.DateTimeFormat(language === 'en' ? 'en-GB' : language === 'sv' ? 'sv-FI' : 'fi-FI', {
    timeZone: 'Europe/Helsinki',
    hour: '2-digit',
    minute: '2-digit',
  }).format(new Date(at))

const element = (tag: string, className: string, text = ''): HTMLElement =>
  Object.assign(document.createElement(tag), { className, textContent: text })

const shown = (value: Value | null): string =>
  value === null ? '' : typeof value === 'string' ? value : value.join(', ')

/** A line under a field's label: who is in it, what came in. An empty text takes it away. */
export function note(controls: Controls, kind: 'who' | 'came', text: string): void {
  const place = placeOf(controls)
  const old = place?.querySelector(`:scope > .draft-note.${kind}`)
  if (old?.textContent === text) return
  old?.remove()
  if (!place || !text) return
  const line = element('p', `draft-note ${kind}`, text)
  const first = controls[0]!
  const before = first.closest('.field > *') ?? first
  if (before.parentElement === place) place.insertBefore(line, before)
  else place.append(line)
}

export type Choice = 'mine' | 'theirs' | 'both'

/** Both texts under the field, and the question which of them stays. */
export function askWhich(
  controls: Controls,
  mine: Value,
  theirs: Theirs,
  words: NoteWords,
  language: string,
  choose: (choice: Choice) => void,
): void {
  forgetWhich(controls)
  const place = placeOf(controls)
  if (!place) return
  const box = element('div', 'draft-clash')
  box.setAttribute('role', 'alert')
  box.append(
    element('p', 'draft-asks', fill(words.clash, { name: theirs.by, time: clock(theirs.at, language) })),
  )
  const list = document.createElement('dl')
  for (const [term, value] of [
    [words.yours, mine],
    [`${words.theirs}: ${theirs.by}`, theirs.value],
  ] as const) {
    list.append(element('dt', '', term), element('dd', '', shown(value) || words.empty))
  }
  const buttons = element('div', 'actions')
  const choices: [Choice, string][] = [
    ['mine', words.keepMine],
    ['theirs', words.takeTheirs],
  ]
  if (typeof mine === 'string' && controls[0] instanceof HTMLTextAreaElement)
    choices.push(['both', words.takeBoth])
  for (const [choice, word] of choices) {
    const button = element('button', 'btn', word) as HTMLButtonElement
    button.type = 'button'
    button.dataset.choice = choice
    button.addEventListener('click', () => choose(choice))
    buttons.append(button)
  }
  box.append(list, buttons)
  place.append(box)
}

export const forgetWhich = (controls: Controls): void =>
  placeOf(controls)?.querySelector('.draft-clash')?.remove()

/** Who else has the form open, and beside each field who is in it. */
export function showPeople(
  form: HTMLFormElement,
  fields: ReadonlyMap<string, { controls: Controls }>,
  people: readonly Person[],
  self: string,
  words: NoteWords,
): void {
  const nameOf = (who: Person) => (who.person === self ? words.you : who.name)
  const line = form.querySelector<HTMLElement>('.draft-people')
  if (line) {
    const items = people.map((who) => {
      const at = who.field === null ? undefined : fields.get(who.field)
      return at ? fill(words.at, { name: nameOf(who), field: labelOf(at.controls) }) : nameOf(who)
    })
    const text = items.length > 0 ? `${words.here} ${items.join(', ')}` : ''
    if (line.textContent !== text) line.textContent = text
  }
  for (const [name, { controls }] of fields) {
    const inside = people.filter((who) => who.field === name)
    note(
      controls,
      'who',
      inside.length > 0 ? fill(words.writing, { name: inside.map(nameOf).join(', ') }) : '',
    )
  }
}
