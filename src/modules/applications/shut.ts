import type { Complaint } from '../../kernel/refusal.ts'
import { inEach, type Language, words } from '../../kernel/text.ts'
import { formatInstant } from '../../kernel/time.ts'
import type { Application } from './application.ts'
import { openedOf } from './standing.ts'

export const shutText = words(
  {
    call: (at: string) => `Haku sulkeutui ${at}, joten hakemusta ei voi enää muuttaa.`,
    completion: (at: string) => `Täydennysaika päättyi ${at}, joten hakemusta ei voi enää muuttaa.`,
    other: 'Täydennyspyyntö ei koske tätä osiota, joten sitä ei voi muuttaa.',
    withdrawn: 'Hakemus on peruttu, joten sitä ei voi enää muuttaa.',
    closed: 'Hakemusta ei voi nyt muuttaa.',
    kept: 'Kaikki siihen mennessä tallennettu on tallessa.',
    keptNow: 'Kaikki tallennettu on tallessa.',
    typed: 'Mitä kirjoitit',
    typedLead: 'Tätä ei enää otettu hakemukseen. Kopioi se tästä, jos tarvitset sitä muualla.',
  },
  {
    sv: {
      call: (at) => `Utlysningen stängde ${at}, så ansökan kan inte längre ändras.`,
      completion: (at) => `Tiden för komplettering gick ut ${at}, så ansökan kan inte längre ändras.`,
      other: 'Begäran om komplettering gäller inte det här avsnittet, så det kan inte ändras.',
      withdrawn: 'Ansökan har återtagits, så den kan inte längre ändras.',
      closed: 'Ansökan kan inte ändras nu.',
      kept: 'Allt som sparades före det finns kvar.',
      keptNow: 'Allt som har sparats finns kvar.',
      typed: 'Vad du skrev',
      typedLead:
        'Det här togs inte längre med i ansökan. Kopiera det här om du behöver det någon annanstans.',
    },
    en: {
      call: (at) => `The call closed on ${at}, so the application can no longer be changed.`,
      completion: (at) =>
        `The time for completion ended on ${at}, so the application can no longer be changed.`,
      other: 'The request for completion is not about this section, so it cannot be changed.',
      withdrawn: 'The application has been withdrawn, so it can no longer be changed.',
      closed: 'The application cannot be changed now.',
      kept: 'Everything that had been saved by then is kept.',
      keptNow: 'Everything that has been saved is kept.',
      typed: 'What you wrote',
      typedLead: 'This was no longer taken into the application. Copy it from here if you need it elsewhere.',
    },
  },
)

export const inWords = (of: (language: Language) => string): Complaint => ({ text: inEach(of) })

/** Why a section cannot be written in: what has closed and when, and that what was saved is kept. */
export function shut(application: Application, now: Date): Complaint {
  const { why, until } = openedOf(application, now)
  const over = until !== null && until <= now
  return inWords((l) => {
    const t = shutText[l]
    if (why === 'closed' && over) {
      const what = application.state === 'reopened' ? t.completion : t.call
      return `${what(formatInstant(until, l))} ${t.kept}`
    }
    const what = why === 'withdrawn' ? t.withdrawn : why === 'completion' ? t.other : t.closed
    return `${what} ${t.keptNow}`
  })
}
