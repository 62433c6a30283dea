import { type Language, words } from '../../kernel/text.ts'
import { formatDay } from '../../kernel/time.ts'
import type { Problem, ProblemCode } from './problem.ts'
import type { Unreadable, UnreadableReason } from './unreadable.ts'

const inBrackets = (other: string): string => (other ? ` (${other})` : '')

type Said = Record<ProblemCode, (p: { other: string }) => string>

/** What is wrong in a cell or row, and what to do. Row, column and text are shown beside it. */
const problems = words(
  {
    'missing-title': () => 'Hankkeen nimi puuttuu. Lisää nimi.',
    'duplicate-code': ({ other }) =>
      `Sama koodi on jo ${other ? `rivillä ${other}` : 'aiemmalla rivillä'}, mutta tiedot ovat erilaiset. Jätä vain oikea rivi.`,
    'no-such-day': () => 'Tällaista päivää ei ole. Korjaa päivämäärä.',
    'date-out-of-range': () => 'Päivämäärä on niin kaukana, ettei se voi olla oikein. Tarkista vuosi.',
    'end-before-start': ({ other }) =>
      `Hanke päättyy ennen kuin se alkaa${inBrackets(other)}. Tarkista päivät.`,
    'other-currency': ({ other }) => `Valuutta on toinen kuin muuten${inBrackets(other)}. Tarkista valuutta.`,
    'number-too-large': () => 'Luku on liian suuri rahamääräksi. Tarkista luku ja yksikkö.',
    'ambiguous-date': () => 'Päivää ja kuukautta ei voi erottaa. Kirjoita päivämäärä muodossa p.k.vvvv.',
    'ambiguous-number': () =>
      'Ei selviä, onko merkki desimaali- vai tuhaterotin. Kirjoita luku ilman erottimia.',
    'cannot-align': () => 'Rivin solut eivät sovi sarakkeisiin. Siirrä solut oikeiden otsikoiden alle.',
    'several-alignments': () =>
      'Rivin solut voi jakaa sarakkeisiin usealla tavalla. Pane lainausmerkit pilkun sisältävän tekstin ympärille.',
    'too-few-cells': () => 'Riviltä puuttuu soluja. Täydennä rivi.',
    'swallowed-lines': () =>
      'Lainausmerkki on jäänyt sulkematta, ja samaan soluun on tullut useita rivejä. Sulje lainausmerkki.',
    'unknown-currency': () => 'Valuuttaa ei tiedetä. Ilmoita valuutta.',
    formula: () => 'Solussa on kaava. Tallenna solu arvona.',
    'not-a-date': () => 'Solussa ei ole päivämäärää. Päivä jätettiin tyhjäksi.',
    'month-only': () => 'Solussa on vain kuukausi ja vuosi. Päivä jätettiin tyhjäksi.',
    'year-only': () => 'Solussa on vain vuosi. Päivä jätettiin tyhjäksi.',
    'not-a-number': () => 'Solussa ei ole rahamäärää. Määrä jätettiin tyhjäksi.',
    'not-a-percent': () => 'Solussa ei ole prosenttilukua väliltä 0–100. Kohta jätettiin tyhjäksi.',
    negative: () => 'Määrä on negatiivinen. Se säilytettiin sellaisenaan.',
    rounded: () => 'Luvussa oli yli kaksi desimaalia. Se pyöristettiin sentteihin.',
    'name-is-number': () => 'Nimen paikalla on luku. Nimi jätettiin tyhjäksi.',
    'bad-identifier': ({ other }) =>
      `Tunnus${other ? ` ${other}` : ''} ei ole kelvollinen (esimerkiksi tarkistusnumero on väärä). Se jätettiin pois.`,
    'unknown-status': () => 'Tilaa ei tunneta. Se jätettiin tyhjäksi.',
    'bad-address': () => 'Solussa ei ole verkko-osoitetta. Se jätettiin tyhjäksi.',
    'unsure-partners': ({ other }) =>
      `Ei selvinnyt varmasti, missä yhden kumppanin nimi päättyy ja toisen alkaa${inBrackets(other)}. Näitä ei otettu kumppaneiksi. Erota nimet puolipisteellä.`,
    moved: ({ other }) => `Määrä oli väärässä sarakkeessa. Se siirrettiin oikeaan${inBrackets(other)}.`,
    realigned: () => 'Lainaamaton pilkku oli siirtänyt soluja. Ne palautettiin paikoilleen.',
    unpacked: () => 'Koko rivi oli lainausmerkeissä. Se luettiin tavallisena rivinä.',
    'repeated-row': () => 'Sama rivi on luettelossa aiemmin. Se luetaan kerran.',
    'unnamed-partners': ({ other }) =>
      `Luettelossa mainitaan myös muita kuin nimettyjä kumppaneita${inBrackets(other)}. Heitä ei otettu kumppaneiksi.`,
  } satisfies Said,
  {
    sv: {
      'missing-title': () => 'Projektets namn saknas. Lägg till namnet.',
      'duplicate-code': ({ other }) =>
        `Samma kod finns redan på ${other ? `rad ${other}` : 'en tidigare rad'}, men uppgifterna är olika. Behåll bara den rätta raden.`,
      'no-such-day': () => 'En sådan dag finns inte. Rätta datumet.',
      'date-out-of-range': () => 'Datumet ligger så långt bort att det inte kan stämma. Kontrollera året.',
      'end-before-start': ({ other }) =>
        `Projektet slutar innan det börjar${inBrackets(other)}. Kontrollera dagarna.`,
      'other-currency': ({ other }) =>
        `Valutan är en annan än i övrigt${inBrackets(other)}. Kontrollera valutan.`,
      'number-too-large': () => 'Talet är för stort för ett belopp. Kontrollera talet och enheten.',
      'ambiguous-date': () => 'Dag och månad går inte att skilja åt. Skriv datumet i formen d.m.åååå.',
      'ambiguous-number': () =>
        'Det framgår inte om tecknet är decimal- eller tusentalsavskiljare. Skriv talet utan avskiljare.',
      'cannot-align': () => 'Radens celler passar inte i kolumnerna. Flytta cellerna under rätt rubriker.',
      'several-alignments': () =>
        'Radens celler kan delas upp på flera sätt. Sätt citattecken kring text som innehåller kommatecken.',
      'too-few-cells': () => 'Det saknas celler på raden. Komplettera raden.',
      'swallowed-lines': () =>
        'Ett citattecken har inte avslutats och flera rader har hamnat i samma cell. Avsluta citatet.',
      'unknown-currency': () => 'Valutan är inte känd. Ange valutan.',
      formula: () => 'Cellen innehåller en formel. Spara cellen som värde.',
      'not-a-date': () => 'Cellen innehåller inget datum. Dagen lämnades tom.',
      'month-only': () => 'Cellen innehåller bara månad och år. Dagen lämnades tom.',
      'year-only': () => 'Cellen innehåller bara ett år. Dagen lämnades tom.',
      'not-a-number': () => 'Cellen innehåller inget belopp. Beloppet lämnades tomt.',
      'not-a-percent': () => 'Cellen innehåller inget procenttal mellan 0 och 100. Punkten lämnades tom.',
      negative: () => 'Beloppet är negativt. Det behölls som det är.',
      rounded: () => 'Talet hade fler än två decimaler. Det avrundades till cent.',
      'name-is-number': () => 'Det står ett tal i stället för ett namn. Namnet lämnades tomt.',
      'bad-identifier': ({ other }) =>
        `Numret${other ? ` ${other}` : ''} är inte giltigt (till exempel fel kontrollsiffra). Det lämnades bort.`,
      'unknown-status': () => 'Statusen är inte känd. Den lämnades tom.',
      'bad-address': () => 'Cellen innehåller ingen webbadress. Den lämnades tom.',
      'unsure-partners': ({ other }) =>
        `Det är inte säkert var en partners namn slutar och nästa börjar${inBrackets(other)}. Dessa togs inte med som partner. Skilj namnen åt med semikolon.`,
      moved: ({ other }) => `Beloppet stod i fel kolumn. Det flyttades till den rätta${inBrackets(other)}.`,
      realigned: () => 'Ett kommatecken utan citattecken hade förskjutit cellerna. De sattes tillbaka.',
      unpacked: () => 'Hela raden stod inom citattecken. Den lästes som en vanlig rad.',
      'repeated-row': () => 'Samma rad finns tidigare i listan. Den läses en gång.',
      'unnamed-partners': ({ other }) =>
        `I listan nämns också andra än namngivna partner${inBrackets(other)}. De togs inte med som partner.`,
    },
    en: {
      'missing-title': () => 'The project has no name. Add the name.',
      'duplicate-code': ({ other }) =>
        `${other ? `Row ${other}` : 'An earlier row'} has the same code but says other things. Keep the right row only.`,
      'no-such-day': () => 'There is no such day. Correct the date.',
      'date-out-of-range': () => 'The date is too far away to be right. Check the year.',
      'end-before-start': ({ other }) =>
        `The project ends before it starts${inBrackets(other)}. Check the dates.`,
      'other-currency': ({ other }) =>
        `The currency is not that of the rest${inBrackets(other)}. Check the currency.`,
      'number-too-large': () => 'The number is too large for an amount. Check the number and its unit.',
      'ambiguous-date': () => 'Day and month cannot be told apart. Write the date as d.m.yyyy.',
      'ambiguous-number': () =>
        'The mark may part decimals or thousands. Write the number without separators.',
      'cannot-align': () =>
        'The cells of the row do not fit the columns. Move the cells under the right headers.',
      'several-alignments': () =>
        'The cells of the row can be parted in several ways. Put quotes around text that holds commas.',
      'too-few-cells': () => 'Cells are missing from the row. Complete the row.',
      'swallowed-lines': () =>
        'A quote was never closed, and several lines have gone into one cell. Close the quote.',
      'unknown-currency': () => 'The currency is not known. State the currency.',
      formula: () => 'The cell holds a formula. Save the cell as a value.',
      'not-a-date': () => 'The cell holds no date. The day was left blank.',
      'month-only': () => 'The cell holds only a month and a year. The day was left blank.',
      'year-only': () => 'The cell holds only a year. The day was left blank.',
      'not-a-number': () => 'The cell holds no amount. The amount was left blank.',
      'not-a-percent': () => 'The cell holds no percentage from 0 to 100. It was left blank.',
      negative: () => 'The amount is negative. It was kept as it is.',
      rounded: () => 'The number had more than two decimals. It was rounded to cents.',
      'name-is-number': () => 'There is a number where a name should be. The name was left blank.',
      'bad-identifier': ({ other }) =>
        `The number${other ? ` ${other}` : ''} is not valid (a wrong check digit, for example). It was left out.`,
      'unknown-status': () => 'The status is not known. It was left blank.',
      'bad-address': () => 'The cell holds no web address. It was left blank.',
      'unsure-partners': ({ other }) =>
        `It is not certain where one partner's name ends and the next begins${inBrackets(other)}. These were not taken as partners. Part the names with semicolons.`,
      moved: ({ other }) =>
        `The amount stood in the wrong column. It was moved to the right one${inBrackets(other)}.`,
      realigned: () => 'An unquoted comma had shifted the cells. They were put back.',
      unpacked: () => 'The whole line was quoted. It was read as an ordinary row.',
      'repeated-row': () => 'The same row stands earlier in the list. It is read once.',
      'unnamed-partners': ({ other }) =>
        `The list also mentions others than named partners${inBrackets(other)}. They were not taken as partners.`,
    },
  },
)

/** In one row with what it clashes with; without `other`, of a kind of problem in general. */
export const sayProblem = (
  { code, other = '' }: Pick<Problem, 'code' | 'other'>,
  language: Language,
): string => problems[language][code]({ other: formatDay(other, language) })

type Refused = Record<UnreadableReason, (detail: string) => string>

/** Why a file is refused whole, and what to do. */
const refusals = words(
  {
    empty: () => 'Tiedosto on tyhjä. Tarkista, että tallensit oikean tiedoston.',
    'no-rows': () => 'Tiedostossa on otsikot mutta ei yhtään riviä. Lisää rivit.',
    'no-header': () => 'Tiedostossa ei ole otsikkoriviä. Lisää ensimmäiseksi riviksi sarakkeiden nimet.',
    'no-table': () =>
      'JSON-tiedostosta ei löytynyt luetteloa. Luettelon pitää olla taulukko, jossa jokainen hanke on oma kohteensa.',
    'several-tables': () => 'JSON-tiedostossa on useita luetteloita. Tallenna jokainen omaan tiedostoonsa.',
    binary: () => 'Tiedosto ei ole tekstiä eikä taulukko. Tallenna luettelo CSV-, XLSX- tai JSON-muodossa.',
    'old-excel': () => 'Tiedosto on vanhaa Excel-muotoa (.xls). Avaa se ja tallenna muodossa XLSX.',
    encrypted: () => 'Tiedosto on suojattu salasanalla. Poista suojaus ja tallenna uudelleen.',
    macros: () => 'Työkirjassa on makroja. Tallenna se tavallisena Excel-työkirjana (.xlsx).',
    'open-document': () => 'OpenDocument-tiedostoa (.ods) ei lueta. Tallenna se muodossa XLSX tai CSV.',
    archive: () => 'Tiedosto on pakattu kansio. Pura se ja tuo luettelo omana tiedostonaan.',
    'nested-archive': () => 'Tiedosto on pakattu kahteen kertaan. Pura se kerran.',
    'damaged-archive': () => 'Pakattu tiedosto on vioittunut tai katkennut. Lataa se uudelleen.',
    bomb: () => 'Tiedosto paisuu purettaessa kohtuuttoman suureksi. Sitä ei avattu.',
    'too-large': () => 'Tiedosto on liian suuri. Jaa luettelo osiin tai tallenna se CSV-muodossa.',
    pdf: () => 'PDF-tiedostosta ei voi lukea luetteloa. Pyydä luettelo Excel- tai CSV-tiedostona.',
    picture: () => 'Tiedosto on kuva. Pyydä luettelo Excel- tai CSV-tiedostona.',
    'web-page': () =>
      'Tiedosto on verkkosivu, vaikka nimi olisi .xls. Avaa se Excelissä ja tallenna muodossa XLSX.',
    xml: () => 'XML-tiedostoa ei lueta. Tallenna luettelo CSV-, XLSX- tai JSON-muodossa.',
    'broken-utf8': () =>
      'Tekstin merkistö on rikki: osa on UTF-8:aa ja osa ei. Tallenna tiedosto uudelleen UTF-8-muodossa.',
    'unknown-encoding': (d) => `Merkistöä ${d} ei tunneta. Valitse esimerkiksi UTF-8 tai Windows-1252.`,
    'one-column': () =>
      'Tiedostosta löytyi vain yksi sarake. Erota sarakkeet pilkulla, puolipisteellä tai sarkaimella.',
    'record-too-long': () =>
      'Yksi rivi on kohtuuttoman pitkä. Rivinvaihdot puuttuvat tai lainausmerkki on sulkematta.',
    'too-many-columns': () => 'Sarakkeita on yli tuhat. Tarkista, että tiedosto on luettelo.',
    'unclosed-quote': () => 'Lainausmerkki on jäänyt sulkematta. Sulje se ja tuo tiedosto uudelleen.',
    json: (d) => `JSON on rikki: ${d}. Korjaa kohta tai pyydä tiedosto uudelleen.`,
    'too-deep': () => 'JSON-tiedostossa on liian monta sisäkkäistä tasoa.',
    workbook: () => 'Työkirjaa ei voi lukea. Avaa se Excelissä ja tallenna uudelleen muodossa XLSX.',
  } satisfies Refused,
  {
    sv: {
      empty: () => 'Filen är tom. Kontrollera att du sparade rätt fil.',
      'no-rows': () => 'Filen har rubriker men inga rader. Lägg till raderna.',
      'no-header': () => 'Filen saknar rubrikrad. Lägg till kolumnernas namn som första rad.',
      'no-table': () =>
        'Ingen lista hittades i JSON-filen. Listan ska vara en matris där varje projekt är ett eget objekt.',
      'several-tables': () => 'JSON-filen innehåller flera listor. Spara varje lista i en egen fil.',
      binary: () => 'Filen är varken text eller tabell. Spara listan som CSV, XLSX eller JSON.',
      'old-excel': () => 'Filen är i det gamla Excelformatet (.xls). Öppna den och spara som XLSX.',
      encrypted: () => 'Filen är skyddad med lösenord. Ta bort skyddet och spara på nytt.',
      macros: () => 'Arbetsboken innehåller makron. Spara den som en vanlig Excelarbetsbok (.xlsx).',
      'open-document': () => 'OpenDocument-filer (.ods) kan inte läsas. Spara filen som XLSX eller CSV.',
      archive: () => 'Filen är en packad mapp. Packa upp den och hämta in listan som en egen fil.',
      'nested-archive': () => 'Filen är packad två gånger. Packa upp den en gång.',
      'damaged-archive': () => 'Den packade filen är skadad eller avkortad. Ladda ner den på nytt.',
      bomb: () => 'Filen sväller orimligt när den packas upp. Den öppnades inte.',
      'too-large': () => 'Filen är för stor. Dela upp listan eller spara den som CSV.',
      pdf: () => 'Det går inte att läsa en lista ur en PDF-fil. Be om listan som Excel- eller CSV-fil.',
      picture: () => 'Filen är en bild. Be om listan som Excel- eller CSV-fil.',
      'web-page': () =>
        'Filen är en webbsida även om namnet slutar på .xls. Öppna den i Excel och spara som XLSX.',
      xml: () => 'XML-filer kan inte läsas. Spara listan som CSV, XLSX eller JSON.',
      'broken-utf8': () =>
        'Textens teckenkodning är trasig: en del är UTF-8 och en del inte. Spara filen på nytt som UTF-8.',
      'unknown-encoding': (d) => `Teckenkodningen ${d} är okänd. Välj till exempel UTF-8 eller Windows-1252.`,
      'one-column': () =>
        'Bara en kolumn hittades i filen. Skilj kolumnerna åt med kommatecken, semikolon eller tabb.',
      'record-too-long': () =>
        'En rad är orimligt lång. Radbrytningar saknas eller ett citattecken är inte avslutat.',
      'too-many-columns': () => 'Filen har över tusen kolumner. Kontrollera att den är en lista.',
      'unclosed-quote': () => 'Ett citattecken har inte avslutats. Avsluta det och hämta in filen på nytt.',
      json: (d) => `JSON-filen är trasig: ${d}. Rätta stället eller be om filen på nytt.`,
      'too-deep': () => 'JSON-filen har för många nivåer inuti varandra.',
      workbook: () => 'Arbetsboken kan inte läsas. Öppna den i Excel och spara den på nytt som XLSX.',
    },
    en: {
      empty: () => 'The file is empty. Check that you saved the right file.',
      'no-rows': () => 'The file has headers but no rows. Add the rows.',
      'no-header': () => 'The file has no header row. Add the names of the columns as its first row.',
      'no-table': () =>
        'No list was found in the JSON file. The list must be an array with one object for each project.',
      'several-tables': () => 'The JSON file holds several lists. Save each in a file of its own.',
      binary: () => 'The file is neither text nor a table. Save the list as CSV, XLSX or JSON.',
      'old-excel': () => 'The file is in the old Excel form (.xls). Open it and save it as XLSX.',
      encrypted: () => 'The file is protected by a password. Remove the protection and save it again.',
      macros: () => 'The workbook holds macros. Save it as an ordinary Excel workbook (.xlsx).',
      'open-document': () => 'OpenDocument files (.ods) are not read. Save the file as XLSX or CSV.',
      archive: () => 'The file is a packed folder. Unpack it and bring in the list as a file of its own.',
      'nested-archive': () => 'The file is packed twice. Unpack it once.',
      'damaged-archive': () => 'The packed file is damaged or cut off. Download it again.',
      bomb: () => 'The file swells beyond reason when unpacked. It was not opened.',
      'too-large': () => 'The file is too large. Split the list, or save it as CSV.',
      pdf: () => 'A list cannot be read from a PDF file. Ask for it as an Excel or CSV file.',
      picture: () => 'The file is a picture. Ask for the list as an Excel or CSV file.',
      'web-page': () =>
        'The file is a web page, even if its name ends in .xls. Open it in Excel and save it as XLSX.',
      xml: () => 'XML files are not read. Save the list as CSV, XLSX or JSON.',
      'broken-utf8': () =>
        'The encoding of the text is broken: some of it is UTF-8 and some is not. Save the file again as UTF-8.',
      'unknown-encoding': (d) => `The encoding ${d} is not known. Choose UTF-8 or Windows-1252, for example.`,
      'one-column': () => 'Only one column was found. Part the columns with commas, semicolons or tabs.',
      'record-too-long': () =>
        'One row is long beyond reason. Line breaks are missing, or a quote was never closed.',
      'too-many-columns': () => 'There are over a thousand columns. Check that the file is a list.',
      'unclosed-quote': () => 'A quote was never closed. Close it and bring the file in again.',
      json: (d) => `The JSON is broken: ${d}. Mend the place, or ask for the file again.`,
      'too-deep': () => 'The JSON has too many levels inside each other.',
      workbook: () => 'The workbook cannot be read. Open it in Excel and save it again as XLSX.',
    },
  },
)

const where = words(
  { row: (n: string) => `Rivi ${n}.`, byte: (n: string) => `Tavu ${n}.` },
  {
    sv: { row: (n) => `Rad ${n}.`, byte: (n) => `Byte ${n}.` },
    en: { row: (n) => `Row ${n}.`, byte: (n) => `Byte ${n}.` },
  },
)

type Refusal = Pick<Unreadable, 'reason' | 'place'>

/** The whole message: what, what to do, and where when that is known. */
export function sayUnreadable({ reason, place }: Refusal, language: Language): string {
  const said = refusals[language][reason](place.detail ?? '')
  if (place.row) return `${said} ${where[language].row(String(place.row))}`
  return place.byte ? `${said} ${where[language].byte(String(place.byte))}` : said
}
