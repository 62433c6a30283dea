import { localPath } from '../../kernel/page.ts'
import type { Language } from '../../kernel/text.ts'
import { type DemoPerson, demoSides, nameOfDemoPerson } from './demo-people.ts'
import { demoText } from './demo-text.ts'
import { officeNames } from './office-text.ts'
import { text } from './text.ts'

/** What the button of an invented person says: their office, or what they are besides it. */
export const labelOfDemoPerson = (person: DemoPerson, language: Language): string =>
  person in officeNames[language]
    ? officeNames[language][person as keyof (typeof officeNames)['fi']]
    : demoText[language].labels[person as keyof (typeof demoText)['fi']['labels']]

/** One press signs in: as the demo's first person, or as any of the invented ones, by the side they are on. */
export function DemoForm({ language, to }: { language: Language; to: string }) {
  const t = text[language]
  const said = demoText[language]
  return (
    <form method="post" action={localPath(language, '/sign-in')}>
      <input type="hidden" name="to" value={to} />
      <button class="btn main" type="submit">
        {t.demo}
      </button>
      <p>
        <a href={localPath(language, '/tour')}>{said.tour}</a>
      </p>
      <h2>{t.demoOffices}</h2>
      <p class="note">{t.demoOfficesHelp}</p>
      {(Object.entries(demoSides) as [keyof typeof demoSides, readonly DemoPerson[]][]).map(
        ([side, people]) => (
          <section class="cast" aria-labelledby={`side-${side}`}>
            <h3 id={`side-${side}`}>{said.sides[side]}</h3>
            <ul>
              {people.map((person) => (
                <li>
                  <button class="btn" type="submit" name="person" value={person}>
                    {labelOfDemoPerson(person, language)}
                  </button>
                  <span>
                    {nameOfDemoPerson(person)} <span class="beneath">{said.deeds[person]}</span>
                  </span>
                </li>
              ))}
            </ul>
          </section>
        ),
      )}
    </form>
  )
}
