import { type Complaint, Refusal } from '../../kernel/refusal.ts'
import { words } from '../../kernel/text.ts'

const refusals = words(
  {
    missing:
      'Tilastoa ei ole, tai se on poistettu tai jaettu suppeammin. Tarkista osoite tai valitse tilasto luettelosta.',
    missingVersion: 'Tilastolla ei ole sellaista versiota. Valitse versio tilaston sivulta.',
    notFetched: 'Tilaston lukuja ei ole vielä haettu. Katso tilaston sivulta, mitä haussa tapahtui.',
    noChart:
      'Näistä luvuista ei piirretä kaaviota: riveillä ei ole yhteistä asteikkoa. Valitse tilaston sivulla rivit, joilla on sama yksikkö.',
    tooMany: 'Valinnassa on yli 200 000 lukua. Rajaa valintaa, tai lataa koko tilasto tiedostona.',
    noDimension: 'Tilastossa ei ole tällaista muuttujaa. Tarkista muuttujan tunnus tilaston sivulta:',
    noCategory: 'Muuttujalla ei ole tällaista luokkaa. Tarkista luokan tunnus tilaston sivulta:',
    otherLevel:
      'Alue on eri aluetasoa kuin pyydettiin. Aluetasoja ei sekoiteta: valitse samaa tasoa olevat alueet:',
    noPlaces: 'Tilastossa ei ole alueita, joten aluetasoa ei voi valita. Jätä aluetaso pois.',
    notKeeper:
      'Tilastoja lisäävät ja muuttavat koordinaattorit ja ylläpitäjät. Pyydä heitä lisäämään tilasto.',
    noFile: 'Tiedostoa ei tullut mukana. Valitse tiedosto ja yritä uudelleen.',
    noAddress:
      'Osoite ei ole PxWeb-taulukon tai Eurostatin aineiston osoite. Kopioi taulukon osoite lähteen rajapinnasta.',
    noReason: 'Poiston syy puuttuu. Kirjoita lyhyesti, miksi tilasto poistetaan.',
    noTitle: 'Tilaston nimi puuttuu. Kirjoita nimi suomeksi.',
    notFetchable:
      'Tilasto on tuotu tiedostosta, eikä sillä ole osoitetta, josta sen voisi hakea. Tuo uusi tiedosto.',
    noPlace: 'Muu kuin julkinen tilasto kuuluu johonkin ekosysteemiin. Valitse ekosysteemi.',
    badQuery:
      'Liitetty kysely ei ole PxWebin JSON-kysely. Kopioi se kokonaan taulukon sivulta kohdasta, jossa kerrotaan rajapinnasta.',
    emptyChoice: 'Muuttujasta ei ole valittu yhtään luokkaa. Valitse vähintään yksi:',
    largeChoice: 'Valinnassa on yli miljoona lukua. Rajaa valintaa.',
  },
  {
    sv: {
      missing:
        'Statistiken finns inte, eller så har den tagits bort eller delats snävare. Kontrollera adressen eller välj i listan.',
      missingVersion: 'Statistiken har ingen sådan version. Välj version på statistikens sida.',
      notFetched:
        'Statistikens siffror har inte hämtats ännu. Se på statistikens sida vad som hände vid hämtningen.',
      noChart:
        'Av de här talen ritas inget diagram: raderna har ingen gemensam skala. Välj på statistikens sida rader med samma enhet.',
      tooMany: 'Urvalet har över 200 000 tal. Begränsa urvalet eller ladda ner hela statistiken som fil.',
      noDimension: 'Statistiken har ingen sådan variabel. Kontrollera variabelns kod på statistikens sida:',
      noCategory: 'Variabeln har ingen sådan klass. Kontrollera klassens kod på statistikens sida:',
      otherLevel:
        'Området är på en annan områdesnivå än den som begärdes. Nivåer blandas inte: välj områden på samma nivå:',
      noPlaces: 'Statistiken har inga områden, så områdesnivå kan inte väljas. Lämna bort nivån.',
      notKeeper:
        'Statistik läggs till och ändras av koordinatorer och administratörer. Be dem lägga till statistiken.',
      noFile: 'Ingen fil kom med. Välj en fil och försök igen.',
      noAddress:
        'Adressen hör inte till en PxWeb-tabell eller till Eurostats material. Kopiera tabellens adress ur källans gränssnitt.',
      noReason: 'Orsaken till borttagningen saknas. Skriv kort varför statistiken tas bort.',
      noTitle: 'Statistikens namn saknas. Skriv namnet på finska.',
      notFetchable:
        'Statistiken har lästs in ur en fil och har ingen adress att hämta från. Läs in en ny fil.',
      noPlace: 'Statistik som inte är offentlig hör till ett ekosystem. Välj ekosystem.',
      badQuery:
        'Den inklistrade frågan är ingen JSON-fråga för PxWeb. Kopiera den i sin helhet från tabellens sida, där gränssnittet beskrivs.',
      emptyChoice: 'Ingen klass har valts för variabeln. Välj minst en:',
      largeChoice: 'Urvalet har över en miljon tal. Begränsa urvalet.',
    },
    en: {
      missing:
        'The dataset is not there, or it was removed or is shared more narrowly. Check the address or choose from the list.',
      missingVersion: 'The dataset has no such version. Choose one on the page of the dataset.',
      notFetched:
        'The figures of the dataset have not been fetched yet. Its page tells what came of the attempts.',
      noChart:
        'No chart is drawn of these figures: the rows have no scale in common. Choose rows of one unit on the page of the dataset.',
      tooMany: 'More than 200,000 figures are asked for. Narrow the choice, or download the whole as a file.',
      noDimension: 'The dataset has no such dimension. Check its code on the page of the dataset:',
      noCategory: 'The dimension has no such category. Check its code on the page of the dataset:',
      otherLevel:
        'The territory is of another level than was asked for. Levels are not mixed: choose territories of one level:',
      noPlaces: 'The dataset speaks of no territories, so a level cannot be chosen. Leave the level out.',
      notKeeper: 'Coordinators and administrators add and change datasets. Ask them to add it.',
      noFile: 'No file came along. Choose a file and try again.',
      noAddress:
        'The address is not one of a PxWeb table or of Eurostat’s data. Copy the table’s address from the source’s API.',
      noReason: 'The reason is missing. Write shortly why the dataset is removed.',
      noTitle: 'The name of the dataset is missing. Write it in Finnish.',
      notFetchable: 'The dataset came as a file and has no address to be fetched from. Bring in a new file.',
      noPlace: 'A dataset that is not public belongs to an ecosystem. Choose the ecosystem.',
      badQuery:
        'The pasted query is no JSON query of PxWeb. Copy the whole of it from the page of the table, where its interface is told of.',
      emptyChoice: 'No category of the dimension is chosen. Choose at least one:',
      largeChoice: 'More than a million figures are chosen. Narrow the choice.',
    },
  },
)

export type RefusalKey = keyof (typeof refusals)['fi']

/** What is said, with the code or name that it is about. */
export const complaint = (key: RefusalKey, about?: string, field?: string): Complaint => {
  const said = (text: string) => (about === undefined ? text : `${text} ${about}`)
  return {
    ...(field && { field }),
    text: { fi: said(refusals.fi[key]), sv: said(refusals.sv[key]), en: said(refusals.en[key]) },
  }
}

const kindOf = (key: RefusalKey) =>
  key === 'notKeeper'
    ? 'forbidden'
    : key === 'missing' || key === 'missingVersion' || key === 'notFetched'
      ? 'missing'
      : 'invalid'

export const refuse = (key: RefusalKey, about?: string, field?: string): Refusal =>
  new Refusal(kindOf(key), `statistics.${key.replaceAll(/[A-Z]/g, (c) => `-${c.toLowerCase()}`)}`, [
    complaint(key, about, field),
  ])
