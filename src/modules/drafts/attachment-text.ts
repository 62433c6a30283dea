import { words } from '../../kernel/text.ts'

export const attachmentText = words(
  {
    title: 'Liitteet',
    none: 'Ei liitteitä.',
    add: 'Lisää liite',
    file: 'Tiedosto',
    help: (megabytes: number, left: number) =>
      `PDF, kuva, toimisto-ohjelman tiedosto, CSV tai teksti, enintään ${megabytes} Mt. Tilaa on vielä ${left} tiedostolle.`,
    share: 'Kuka näkee',
    shares: {
      own: 'vain oma organisaatio ja koordinaattorit',
      agreement: 'ekosysteemin jäsenet',
      network: 'ekosysteemi ja siihen liittyvät ekosysteemit',
      public: 'kaikki',
    },
    remove: 'Poista',
    addedBy: (who: string, at: string) => `${who}, ${at}`,
    checking: 'tarkistetaan virusten varalta',
    virus: 'virus löytyi, tiedostoa ei voi avata',
    mayRemove: 'liitteen lisääjä ja koordinaattorit',
    noFile: 'Valitse tiedosto.',
    full: 'Liitteitä on jo enimmäismäärä. Poista tarpeeton liite ensin.',
    missing: 'Liitettä ei löytynyt, tai sinulla ei ole oikeutta nähdä sitä.',
    tooLarge: (megabytes: number) => `Tiedosto on liian suuri: enintään ${megabytes} Mt.`,
    tooMany: (count: number) => `Liitteitä voi olla enintään ${count}. Poista tarpeeton liite ensin.`,
    dayFull: (megabytes: number) =>
      `Olet vuorokauden aikana tallentanut jo enimmäismäärän, ${megabytes} Mt. Jatka huomenna tai pyydä ylläpitäjältä enemmän tilaa.`,
    wrongType: (name: string, kinds: string) =>
      `Tiedostoa ${name} ei voi lisätä: sen sisältö ei ole sallittua tyyppiä. Sallitut tyypit: ${kinds}.`,
    waiting: 'Tiedostoa tarkistetaan vielä virusten varalta. Yritä hetken päästä uudelleen.',
    infected: 'Tiedostosta löytyi virus, joten sitä ei voi avata.',
  },
  {
    sv: {
      title: 'Bilagor',
      none: 'Inga bilagor.',
      add: 'Lägg till bilaga',
      file: 'Fil',
      help: (megabytes, left) =>
        `PDF, bild, kontorsprogramfil, CSV eller text, högst ${megabytes} MB. Det ryms ännu ${left} filer.`,
      share: 'Vem ser den',
      shares: {
        own: 'bara den egna organisationen och koordinatorerna',
        agreement: 'ekosystemets medlemmar',
        network: 'ekosystemet och ekosystem som hör ihop med det',
        public: 'alla',
      },
      remove: 'Ta bort',
      addedBy: (who, at) => `${who}, ${at}`,
      checking: 'kontrolleras för virus',
      virus: 'virus hittades, filen kan inte öppnas',
      mayRemove: 'den som lagt till bilagan och koordinatorerna',
      noFile: 'Välj en fil.',
      full: 'Det finns redan så många bilagor som ryms. Ta först bort en som inte behövs.',
      missing: 'Bilagan hittades inte, eller så har du inte rätt att se den.',
      tooLarge: (megabytes) => `Filen är för stor: högst ${megabytes} MB.`,
      tooMany: (count) => `Det kan finnas högst ${count} bilagor. Ta först bort en som inte behövs.`,
      dayFull: (megabytes) =>
        `Du har redan sparat så mycket som är tillåtet under ett dygn, ${megabytes} MB. Fortsätt i morgon eller be administratören om mer utrymme.`,
      wrongType: (name, kinds) =>
        `Filen ${name} kan inte läggas till: innehållet är inte av tillåten typ. Tillåtna typer: ${kinds}.`,
      waiting: 'Filen kontrolleras ännu för virus. Försök igen om en stund.',
      infected: 'Ett virus hittades i filen, så den kan inte öppnas.',
    },
    en: {
      title: 'Attachments',
      none: 'No attachments.',
      add: 'Add a file',
      file: 'File',
      help: (megabytes, left) =>
        `PDF, picture, office document, CSV or text, ${megabytes} MB at most. There is room for ${left} more.`,
      share: 'Who sees it',
      shares: {
        own: 'only the own organisation and the coordinators',
        agreement: 'members of the ecosystem',
        network: 'the ecosystem and those linked to it',
        public: 'everybody',
      },
      remove: 'Remove',
      addedBy: (who, at) => `${who}, ${at}`,
      checking: 'being checked for viruses',
      virus: 'a virus was found, the file cannot be opened',
      mayRemove: 'who added the file, and coordinators',
      noFile: 'Choose a file.',
      full: 'There are as many files as there may be. Remove one that is not needed first.',
      missing: 'The file was not found, or you may not see it.',
      tooLarge: (megabytes) => `The file is too large: ${megabytes} MB at most.`,
      tooMany: (count) => `There may be ${count} files at most. Remove one that is not needed first.`,
      dayFull: (megabytes) =>
        `You have stored as much as one may within a day, ${megabytes} MB. Go on tomorrow, or ask the administrator for more room.`,
      wrongType: (name, kinds) =>
        `The file ${name} cannot be added: its content is of a type that is not taken. Types taken: ${kinds}.`,
      waiting: 'The file is still being checked for viruses. Try again in a moment.',
      infected: 'A virus was found in the file, so it cannot be opened.',
    },
  },
)
