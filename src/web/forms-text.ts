import { words } from '../kernel/text.ts'

/** Why a posted form could not be taken. */
export const text = words(
  {
    tooLarge: (megabytes: number) =>
      `Tiedosto on liian suuri: enintään ${megabytes} Mt. Jaa se osiin tai pyydä ylläpitäjää nostamaan rajaa.`,
    tooMany:
      'Lomakkeella on liikaa tai liian pitkiä tietoja, joten mitään ei tallennettu. Lyhennä pisintä kenttää tai lähetä osissa.',
    damaged: 'Lomake tuli perille vajaana, joten mitään ei tallennettu. Lähetä se uudelleen.',
  },
  {
    sv: {
      tooLarge: (megabytes) =>
        `Filen är för stor: högst ${megabytes} MB. Dela den eller be administratören höja gränsen.`,
      tooMany:
        'Formuläret har för många eller för långa uppgifter, så ingenting sparades. Förkorta det längsta fältet eller skicka i delar.',
      damaged: 'Formuläret kom inte fram helt, så ingenting sparades. Skicka det på nytt.',
    },
    en: {
      tooLarge: (megabytes) =>
        `The file is too large: ${megabytes} MB at most. Split it, or ask the administrator to raise the limit.`,
      tooMany:
        'The form holds too much or too long text, so nothing was saved. Shorten the longest field, or send it in parts.',
      damaged: 'The form did not arrive whole, so nothing was saved. Send it again.',
    },
  },
)
