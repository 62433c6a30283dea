import { formatCount, words } from '../../kernel/text.ts'

/** Who sees a list and its projects. */
export const shareText = words(
  {
    share: 'Kuka näkee',
    shareHelp:
      'Koskee luetteloa ja kaikkia sen hankkeita: luetteloita, hakua, summia ja tiedostoja. Tasoa voi muuttaa myöhemmin.',
    shares: {
      own: 'Vain ekosysteemin koordinaattorit ja valmistelijat',
      agreement: 'Ekosysteemin jäsenet',
      network: 'Myös yhteydessä olevat ekosysteemit',
      public: 'Kaikki, myös kirjautumatta',
    },
    notPublic: 'Ei julkinen',
    publicEverywhere: 'Koko palvelun luettelo on julkinen. Valitse ekosysteemi tai näkyvyydeksi kaikki.',
    change: 'Muuta, kuka näkee',
    changeLead: 'Muutos koskee heti kaikkia luettelon hankkeita, ja se jää muutoshistoriaan.',
    changeButton: 'Muuta näkyvyys',
    changing: (to: string) => `Näkyvyyttä muutetaan. Uusi näkyvyys: ${to}.`,
    busy: 'Luetteloa käsitellään juuri nyt. Odota hetki ja yritä uudelleen.',
    waiting: 'Odottaa julkistamista',
    waitingHelp: (n: number) =>
      n === 1
        ? '1 rivi koskee hanketta, joka on jo julkinen. Se ei muuta hanketta ennen kuin tämä luettelo on julkinen.'
        : `${formatCount(n, 'fi')} riviä koskee hankkeita, jotka ovat jo julkisia. Ne eivät muuta hankkeita ennen kuin tämä luettelo on julkinen.`,
    included: (n: number) =>
      n === 1
        ? 'Mukana on 1 hanke, joka ei ole julkinen. Julkinen luku on pienempi.'
        : `Mukana on ${formatCount(n, 'fi')} hanketta, jotka eivät ole julkisia. Julkinen luku on pienempi.`,
  },
  {
    sv: {
      share: 'Vem ser',
      shareHelp:
        'Gäller förteckningen och alla dess projekt: listor, sökning, summor och filer. Nivån kan ändras senare.',
      shares: {
        own: 'Endast ekosystemets koordinatorer och beredare',
        agreement: 'Ekosystemets medlemmar',
        network: 'Också ekosystem som det har kontakt med',
        public: 'Alla, också utan inloggning',
      },
      notPublic: 'Inte offentligt',
      publicEverywhere:
        'En förteckning för hela tjänsten är offentlig. Välj ett ekosystem, eller att alla ser den.',
      change: 'Ändra vem som ser',
      changeLead: 'Ändringen gäller genast alla projekt i förteckningen och sparas i ändringshistoriken.',
      changeButton: 'Ändra synligheten',
      changing: (to) => `Synligheten ändras. Ny synlighet: ${to}.`,
      busy: 'Förteckningen behandlas just nu. Vänta en stund och försök på nytt.',
      waiting: 'Väntar på offentliggörande',
      waitingHelp: (n) =>
        n === 1
          ? '1 rad gäller ett projekt som redan är offentligt. Den ändrar inte projektet förrän förteckningen är offentlig.'
          : `${formatCount(n, 'sv')} rader gäller projekt som redan är offentliga. De ändrar inte projekten förrän förteckningen är offentlig.`,
      included: (n) =>
        n === 1
          ? '1 projekt som inte är offentligt ingår. Den offentliga siffran är mindre.'
          : `${formatCount(n, 'sv')} projekt som inte är offentliga ingår. Den offentliga siffran är mindre.`,
    },
    en: {
      share: 'Who sees it',
      shareHelp:
        'Holds for the list and all its projects: lists, search, sums and files. You can change it later.',
      shares: {
        own: 'Only the coordinators and preparers of the ecosystem',
        agreement: 'Members of the ecosystem',
        network: 'Linked ecosystems as well',
        public: 'Everybody, also without signing in',
      },
      notPublic: 'Not public',
      publicEverywhere:
        'A list of the whole installation is public. Choose an ecosystem, or that everybody sees it.',
      change: 'Change who sees it',
      changeLead: 'The change holds at once for every project of the list, and stays in the history.',
      changeButton: 'Change who sees it',
      changing: (to) => `Who sees it is being changed to: ${to}.`,
      busy: 'The list is being worked on just now. Wait a moment and try again.',
      waiting: 'Waiting to be public',
      waitingHelp: (n) =>
        n === 1
          ? '1 row is about a project that is public already. It changes nothing in it until this list is public.'
          : `${formatCount(n, 'en')} rows are about projects that are public already. They change nothing until this list is public.`,
      included: (n) =>
        n === 1
          ? '1 project that is not public is among them. The public figure is smaller.'
          : `${formatCount(n, 'en')} projects that are not public are among them. The public figure is smaller.`,
    },
  },
)
