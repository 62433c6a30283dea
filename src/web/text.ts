import { words } from '../kernel/text.ts'

export const text = words(
  {
    navigation: {
      workspace: 'Työtila',
      home: 'Tilannekuva',
      projects: 'Hankkeet',
      organisations: 'Toimijat',
      regions: 'Maakunnat',
      ecosystems: 'Ekosysteemit',
      sources: 'Aineistot',
    },
    missing: 'Sivua ei löytynyt',
    missingLead: 'Osoitteessa ei ole sivua. Tarkista osoite tai hae hanketta, toimijaa tai ekosysteemiä.',
    forbidden: 'Tähän tarvitaan oikeus',
    refused: 'Tätä ei voitu tehdä',
    fault: 'Jokin meni vikaan',
    faultLead:
      'Vika on palvelussa, ei sinussa. Mitään tallennettua ei kadonnut. Yritä hetken päästä uudelleen.',
    faultId: (id: string) => `Jos vika toistuu, kerro ylläpitäjälle tunnus ${id}.`,
    toSearch: 'Hae hankkeista',
    starting: 'Talkoot käynnistyy',
    startingLead: 'Tietokantaa avataan. Sivu päivittyy itse.',
    loading: 'Esittelyaineistoa ladataan',
    loadingLead:
      'Talkoot lukee ensimmäisellä kerralla yli 22 000 hankkeen julkiset luettelot. Se kestää noin minuutin. Tilannekuva avautuu tähän, kun aineisto on valmis.',
    loadingRows: 'Luettelojen rivejä käsitelty',
    steps: {
      ecosystems: 'Ekosysteemit ja sopimukset',
      reference: 'Tutkimusorganisaatioiden nimet',
      'fi-2007-2013': 'Hankeluettelo 2007–2013',
      'fi-2014-2020': 'Hankeluettelo 2014–2020',
      'fi-project-pages': 'Hankesivujen tiedot: kumppanit ja Y-tunnukset',
      done: 'Valmis',
    },
  },
  {
    sv: {
      navigation: {
        workspace: 'Arbetsyta',
        home: 'Lägesbild',
        projects: 'Projekt',
        organisations: 'Aktörer',
        regions: 'Landskap',
        ecosystems: 'Ekosystem',
        sources: 'Material',
      },
      missing: 'Sidan hittades inte',
      missingLead:
        'Det finns ingen sida på adressen. Kontrollera adressen eller sök efter projekt, aktör eller ekosystem.',
      forbidden: 'För detta behövs rättighet',
      refused: 'Detta kunde inte göras',
      fault: 'Något gick fel',
      faultLead:
        'Felet ligger hos tjänsten, inte hos dig. Inget som sparats har försvunnit. Försök igen om en stund.',
      faultId: (id) => `Om felet upprepas, uppge koden ${id} för administratören.`,
      toSearch: 'Sök bland projekten',
      starting: 'Talkoot startar',
      startingLead: 'Databasen öppnas. Sidan uppdateras av sig själv.',
      loading: 'Demonstrationsmaterialet laddas',
      loadingLead:
        'Talkoot läser första gången offentliga listor med över 22 000 projekt. Det tar ungefär en minut. Lägesbilden öppnas här när materialet är klart.',
      loadingRows: 'Behandlade rader i listorna',
      steps: {
        ecosystems: 'Ekosystem och avtal',
        reference: 'Forskningsorganisationernas namn',
        'fi-2007-2013': 'Projektlistan 2007–2013',
        'fi-2014-2020': 'Projektlistan 2014–2020',
        'fi-project-pages': 'Uppgifter från projektsidor: partner och FO-nummer',
        done: 'Klart',
      },
    },
    en: {
      navigation: {
        workspace: 'Workspace',
        home: 'Overview',
        projects: 'Projects',
        organisations: 'Organisations',
        regions: 'Regions',
        ecosystems: 'Ecosystems',
        sources: 'Sources',
      },
      missing: 'Page not found',
      missingLead:
        'There is no page at this address. Check the address, or search for a project, organisation or ecosystem.',
      forbidden: 'This needs a right',
      refused: 'This could not be done',
      fault: 'Something went wrong',
      faultLead: 'The fault is ours, not yours. Nothing that was saved is lost. Try again in a moment.',
      faultId: (id) => `If it happens again, give the administrator this id: ${id}.`,
      toSearch: 'Search projects',
      starting: 'Talkoot is starting',
      startingLead: 'The database is being opened. The page refreshes by itself.',
      loading: 'Loading the demo data',
      loadingLead:
        'The first time, Talkoot reads public lists of more than 22,000 projects. It takes about a minute. The picture opens here when the data is ready.',
      loadingRows: 'Rows of the lists read and applied',
      steps: {
        ecosystems: 'Ecosystems and agreements',
        reference: 'Names of research organisations',
        'fi-2007-2013': 'List of projects 2007–2013',
        'fi-2014-2020': 'List of projects 2014–2020',
        'fi-project-pages': 'Facts of project pages: partners and business ids',
        done: 'Done',
      },
    },
  },
)
