import { words } from '../../kernel/text.ts'

/** Words of the actions and files of this room; those of its pages are in page-text.ts. */
export const text = words(
  {
    wrongState: 'Tuonti on jo toisessa vaiheessa. Päivitä sivu ja katso tilanne.',
    missing: 'Tuontia ei löydy. Se on ehkä poistettu.',
    noFile: 'Tiedosto ei ole tallessa. Valitse tiedosto uudelleen.',
    noProfile: (name: string, known: string) =>
      `Luettelotyyppiä ${name} ei ole. Valitse jokin näistä: ${known}.`,
    choosePlace:
      'Valitse, minkä ekosysteemin luettelo on. Sen koordinaattorit voivat hyväksyä ja perua tuonnin.',
    rejectRow: 'Rivi alkuperäisessä',
    rejectProblem: 'Korjattavaa',
  },
  {
    sv: {
      wrongState: 'Importen är redan i ett annat skede. Uppdatera sidan och se läget.',
      missing: 'Importen hittas inte. Den kan ha tagits bort.',
      noFile: 'Filen är inte sparad. Välj filen på nytt.',
      noProfile: (name, known) => `Listtypen ${name} finns inte. Välj någon av dessa: ${known}.`,
      choosePlace:
        'Välj vilket ekosystem listan hör till. Dess koordinatorer kan godkänna och återkalla importen.',
      rejectRow: 'Rad i originalet',
      rejectProblem: 'Att rätta',
    },
    en: {
      wrongState: 'The import is already at another stage. Reload the page to see where it stands.',
      missing: 'The import is not there. It may have been removed.',
      noFile: 'The file is not stored. Choose the file again.',
      noProfile: (name, known) => `There is no kind of list called ${name}. Choose one of: ${known}.`,
      choosePlace:
        'Choose the ecosystem that the list is for. Its coordinators may apply the import and take it back.',
      rejectRow: 'Row in the original',
      rejectProblem: 'To mend',
    },
  },
)
