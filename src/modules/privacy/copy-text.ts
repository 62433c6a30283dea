import { words } from '../../kernel/text.ts'

export const copyText = words(
  {
    title: 'Kopio kaikesta',
    large:
      'Tietoja on niin paljon, että kopio tehdään taustalla. Voit jatkaa muuta sillä välin ja palata tälle sivulle.',
    ask: 'Tee kopio (JSON)',
    making: 'Kopiota tehdään',
    canLeave: 'Voit poistua sivulta. Kopio valmistuu silti.',
    ready: (when: string) => `Lataa kopio, ${when}`,
    kept: 'Kopio on ladattavissa viikon.',
    failed: 'Kopion tekeminen ei onnistunut. Pyydä uusi.',
  },
  {
    sv: {
      title: 'Kopia av allt',
      large:
        'Uppgifterna är så många att kopian görs i bakgrunden. Du kan göra annat så länge och återkomma till den här sidan.',
      ask: 'Gör en kopia (JSON)',
      making: 'Kopian görs',
      canLeave: 'Du kan lämna sidan. Kopian blir färdig ändå.',
      ready: (when) => `Ladda ner kopian, ${when}`,
      kept: 'Kopian kan laddas ner i en vecka.',
      failed: 'Kopian kunde inte göras. Begär en ny.',
    },
    en: {
      title: 'A copy of everything',
      large:
        'There is so much that the copy is made in the background. You can do other things meanwhile and come back to this page.',
      ask: 'Make a copy (JSON)',
      making: 'The copy is being made',
      canLeave: 'You can leave the page. The copy will be finished all the same.',
      ready: (when) => `Download the copy of ${when}`,
      kept: 'The copy can be downloaded for a week.',
      failed: 'The copy could not be made. Ask for a new one.',
    },
  },
)
