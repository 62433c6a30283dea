import { holds } from '../engine/form/asked.ts'
import { countCharacters } from '../engine/form/characters.ts'
import type { Answers, Condition } from '../engine/form/definition.ts'
import { controlsOf, read } from './draft-fields.ts'
import { wordsOf } from './words.ts'

/** Round the questions of a section: counts the characters that are left, and shows the questions that are asked. */
export class FormSection extends HTMLElement {
  connectedCallback(): void {
    this.addEventListener('input', (event) => this.#count(event.target as Element))
    for (const name of ['input', 'change']) this.addEventListener(name, () => this.#ask())
    for (const area of this.querySelectorAll('textarea[data-most]')) this.#count(area)
    // Others' answers, and those that come back from a lost window, change fields without a key being pressed.
    const form = this.closest('form')
    form?.addEventListener('focusout', () => setTimeout(() => this.#ask()))
    this.#ask()
  }

  #count(target: Element): void {
    if (!(target instanceof HTMLTextAreaElement) || !target.dataset.most) return
    const limit = document.getElementById(`${target.id}-limit`)
    if (!limit) return
    const left = Number(target.dataset.most) - countCharacters(target.value)
    const words = wordsOf<{ left: string; over: string }>(this)
    const format = new Intl.NumberFormat(this.dataset.language === 'en' ? 'en-GB' : 'fi-FI')
    limit.textContent = (left < 0 ? words.over : words.left).replace('{n}', format.format(Math.abs(left)))
    limit.classList.toggle('over', left < 0)
  }

  #ask(): void {
    const form = this.closest('form')
    const questions = [...this.querySelectorAll<HTMLElement>('[data-question]')]
    if (!form || !questions.some((q) => q.dataset.when)) return
    const answers: Record<string, string | readonly string[]> = JSON.parse(
      this.dataset.answers ?? '{}',
    ) as Answers
    for (const [name, controls] of controlsOf(form)) {
      answers[name] = read(controls)
      const [key, row, column] = name.split('.')
      // A table is answered when something stands in one of its cells.
      if (column && row && read(controls).length > 0) answers[key!] = 'filled'
    }
    for (const question of questions) {
      const { when, question: key = '' } = question.dataset
      const isAsked = !when || holds(JSON.parse(when) as Condition, answers)
      if (question.hidden === isAsked) question.hidden = !isAsked
      if (!isAsked) delete answers[key]
    }
  }
}
