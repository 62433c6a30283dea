import { words } from '../../kernel/text.ts'

export const text = words(
  {
    title: 'Palauta esittely alkuun',
    lead: 'Kaikki tuotu ja kirjoitettu poistetaan, ja esittelyaineisto ladataan uudelleen. Käyttäjät ja tapahtumaloki jäävät.',
    warning: 'Tätä ei voi perua. Ota ensin varmuuskopio, jos aineistossa on jotakin omaa.',
    typeWord: (word: string) => `Kirjoita sana ${word}`,
    word: 'palauta',
    button: 'Palauta alkuun',
    wrongWord: 'Sana ei ole oikea, joten mitään ei poistettu. Kirjoita palauta.',
    noTour: 'Kierros on vain esittelyssä.',
    notDemo: 'Tämä asennus ei ole esittely, joten sitä ei voi palauttaa alkuun.',
  },
  {
    sv: {
      title: 'Återställ demonstrationen',
      lead: 'Allt som hämtats in och skrivits tas bort och demonstrationsmaterialet laddas på nytt. Användarna och händelseloggen blir kvar.',
      warning: 'Det går inte att ångra. Ta först en säkerhetskopia om materialet innehåller något eget.',
      typeWord: (word: string) => `Skriv ordet ${word}`,
      word: 'återställ',
      button: 'Återställ',
      wrongWord: 'Ordet är inte rätt, så ingenting togs bort. Skriv återställ.',
      noTour: 'Rundturen finns bara i demonstrationen.',
      notDemo: 'Den här installationen är ingen demonstration och kan inte återställas.',
    },
    en: {
      title: 'Reset the demo',
      lead: 'Everything brought in and written is removed, and the demo data is loaded again. Users and the audit stay.',
      warning: 'This cannot be undone. Take a backup first if there is anything of your own.',
      typeWord: (word: string) => `Type the word ${word}`,
      word: 'reset',
      button: 'Reset',
      wrongWord: 'That is not the word, so nothing was removed. Type reset.',
      noTour: 'The tour is in the demo alone.',
      notDemo: 'This installation is no demo, so it cannot be reset.',
    },
  },
)
