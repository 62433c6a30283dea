import type { Fault, FaultKind } from '../../engine/statistics/index.ts'
import { inEach, type Language, words } from '../../kernel/text.ts'

/** What is wrong with a file of statistics, and what to do. */
const faults = words(
  {
    'not-statistics':
      'Tiedosto ei ole JSON-stat-, PxWeb-, Eurostat TSV- eikä SDMX-CSV-muotoa. Lataa taulukko lähteestä jossakin näistä muodoista.',
    'no-dimensions': 'Muuttujat puuttuvat tai ovat puutteelliset. Lataa tiedosto uudelleen.',
    'no-categories': 'Muuttujalla ei ole luokkia. Lataa tiedosto uudelleen.',
    'sizes-differ': 'Luokkia on eri määrä kuin tiedosto kertoo. Lataa tiedosto uudelleen.',
    'values-differ':
      'Lukuja on eri määrä kuin tiedosto kertoo: se on luultavasti katkennut. Lataa tiedosto uudelleen.',
    'not-a-number': 'Luvun paikalla on jotain muuta. Korjaa kohta tai lataa tiedosto uudelleen.',
    'too-large': 'Tiedosto on liian suuri. Rajaa taulukkoa lähteessä ja lataa se uudelleen.',
    'cut-line': 'Rivillä on väärä määrä sarakkeita, tai tiedosto on katkennut. Lataa tiedosto uudelleen.',
    twice: 'Sama tieto on tiedostossa kahdesti. Tarkista tiedosto tai lataa se uudelleen.',
    'no-rows': 'Tiedostossa ei ole yhtään lukua. Rajaa taulukko lähteessä niin, että siinä on lukuja.',
  } satisfies Record<FaultKind, string>,
  {
    sv: {
      'not-statistics':
        'Filen är inte i formen JSON-stat, PxWeb, Eurostat TSV eller SDMX-CSV. Ladda ner tabellen från källan i någon av dessa former.',
      'no-dimensions': 'Variabler saknas eller är bristfälliga. Ladda ner filen på nytt.',
      'no-categories': 'Variabeln har inga klasser. Ladda ner filen på nytt.',
      'sizes-differ': 'Antalet klasser är ett annat än filen uppger. Ladda ner filen på nytt.',
      'values-differ':
        'Antalet tal är ett annat än filen uppger: den är troligen avbruten. Ladda ner filen på nytt.',
      'not-a-number': 'Något annat står där ett tal ska stå. Rätta stället eller ladda ner filen på nytt.',
      'too-large': 'Filen är för stor. Begränsa tabellen i källan och ladda ner den på nytt.',
      'cut-line': 'Raden har fel antal kolumner, eller så är filen avbruten. Ladda ner filen på nytt.',
      twice: 'Samma uppgift finns två gånger i filen. Kontrollera filen eller ladda ner den på nytt.',
      'no-rows': 'Filen innehåller inga tal. Begränsa tabellen i källan så att den har tal.',
    },
    en: {
      'not-statistics':
        'The file is not JSON-stat, PxWeb, Eurostat TSV or SDMX-CSV. Download the table from its source in one of these forms.',
      'no-dimensions': 'Dimensions are missing or incomplete. Download the file again.',
      'no-categories': 'A dimension has no categories. Download the file again.',
      'sizes-differ': 'There are not as many categories as the file says. Download the file again.',
      'values-differ':
        'There are not as many figures as the file says: it is probably cut. Download it again.',
      'not-a-number': 'Something else stands where a number should. Mend it or download the file again.',
      'too-large': 'The file is too large. Narrow the table at its source and download it again.',
      'cut-line': 'A line has the wrong number of columns, or the file is cut. Download it again.',
      twice: 'The same thing stands in the file twice. Check the file or download it again.',
      'no-rows': 'The file has no figures. Narrow the table at its source so that it has some.',
    },
  },
)

const place = words('Kohta', { sv: 'Ställe', en: 'Place' })

export const sayFault = ({ what, where }: Fault): Record<Language, string> =>
  inEach((language) => `${faults[language][what]}${where && ` ${place[language]}: ${where}.`}`)
