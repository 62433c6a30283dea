import { words } from '../../kernel/text.ts'

/** The words of the pages that explain the list: what its search box understands, what its sum is of. */
export const wordsText = words(
  {
    wordsTitle: 'Hakusanat',
    wordsLead:
      'Kirjoita hakukenttään sanoja missä muodossa tahansa: ”digitaalisten” löytää myös digitaaliset ja digitaalisuuden. Tarkenna näillä.',
    wordsCaption: 'Tarkennukset hakukentässä',
    wordsColumns: { write: 'Kirjoita', finds: 'Löytää' },
    wordsList: [
      ['rahasto:EAKR', 'hankkeet yhdestä rahastosta (EAKR, ESR)'],
      ['tila:käynnissä', 'hankkeet, jotka ovat käynnissä, päättyneet tai keskeytyneet'],
      ['toteuttaja:"Oulun yliopisto"', 'hankkeet, joiden päätoteuttajan nimessä on nämä sanat'],
      [
        'viranomainen:"Lapin liitto"',
        'viranomaisen päättämät hankkeet; viranomainen:ely on kaikki ELY-keskukset',
      ],
      ['maakunta:Pirkanmaa', 'hankkeet, joiden maakunta on tiedossa'],
      ['kausi:2014-2020', 'ohjelmakauden hankkeet'],
      ['tl:2', 'toimintalinjan hankkeet'],
      ['vuosi:2010-2012', 'hankkeet, jotka alkavat näinä vuosina'],
      ['>100000', 'yli 100 000 euroa myönnettyä rahaa; myös <50000, >=1m, <=20k'],
      ['"avoin data"', 'sanat peräkkäin'],
      ['A70202', 'hanke koodillaan'],
      ['0187690-1', 'hankkeet, joissa Y-tunnuksen haltija on mukana'],
    ],
    sumProvenance: {
      title: 'Mistä summa tulee',
      source: (n: string) => `${n} hanketta`,
      method: (n: string, missing: string) =>
        `Hankkeiden myönnetyn EU:n ja valtion rahoituksen summa sentin tarkkuudella. Hankkeita ${n}; niistä ${missing} ilman tietoa myönnetystä, ne eivät ole summassa.`,
      rows: 'Avaa hankkeet',
      lists: 'Luettelot',
      exact: 'Tarkka summa',
      otherCurrencies: 'Muut valuutat, ei laskettu yhteen',
    },
  },
  {
    sv: {
      wordsTitle: 'Sökord',
      wordsLead:
        'Skriv ord i sökfältet i vilken form som helst: ”företagen” hittar också företag och företagens. Precisera så här.',
      wordsCaption: 'Preciseringar i sökfältet',
      wordsColumns: { write: 'Skriv', finds: 'Hittar' },
      wordsList: [
        ['fond:ERUF', 'projekt ur en fond (ERUF, ESF)'],
        ['status:pågår', 'projekt som pågår, är avslutade eller har avbrutits'],
        ['genomförare:"Åbo Akademi"', 'projekt vars huvudgenomförare har de här orden i namnet'],
        [
          'myndighet:"Lapplands förbund"',
          'projekt som myndigheten beslutat om; myndighet:ntm är alla NTM-centraler',
        ],
        ['landskap:Österbotten', 'projekt vars landskap är känt'],
        ['period:2014-2020', 'projekt under programperioden'],
        ['insatsområde:2', 'projekt inom insatsområdet'],
        ['år:2010-2012', 'projekt som börjar under de här åren'],
        ['>100000', 'över 100 000 euro beviljat; också <50000, >=1m, <=20k'],
        ['"öppna data"', 'orden i följd'],
        ['A70202', 'projektet med koden'],
        ['0187690-1', 'projekt där FO-numrets innehavare deltar'],
      ],
      sumProvenance: {
        title: 'Varifrån summan kommer',
        source: (n) => `${n} projekt`,
        method: (n, missing) =>
          `Summan av projektens beviljade stöd från EU och staten, på cent när. Projekt: ${n}; för ${missing} saknas uppgift om beviljat stöd och de ingår inte i summan.`,
        rows: 'Öppna projekten',
        lists: 'Förteckningar',
        exact: 'Exakt summa',
        otherCurrencies: 'Andra valutor, inte sammanräknade',
      },
    },
    en: {
      wordsTitle: 'Search words',
      wordsLead:
        'Type words in any form: “projects” also finds project, and Finnish and Swedish words are found in every inflected form. Narrow the search down with these.',
      wordsCaption: 'Filters in the search box',
      wordsColumns: { write: 'Type', finds: 'Finds' },
      wordsList: [
        ['fund:ERDF', 'projects of one fund (ERDF, ESF)'],
        ['status:running', 'projects that are running, ended or interrupted'],
        ['lead:"Oulun yliopisto"', 'projects whose lead partner has these words in its name'],
        ['authority:"Lapin liitto"', 'projects decided by the authority; authority:ely is every ELY Centre'],
        ['region:Pirkanmaa', 'projects whose region is known'],
        ['period:2014-2020', 'projects of the programming period'],
        ['priority:2', 'projects of the priority'],
        ['year:2010-2012', 'projects that start in these years'],
        ['>100000', 'more than 100,000 euros granted; also <50000, >=1m, <=20k'],
        ['"open data"', 'the words one after the other'],
        ['A70202', 'the project with the code'],
        ['0187690-1', 'projects in which the holder of the business ID takes part'],
      ],
      sumProvenance: {
        title: 'Where the sum comes from',
        source: (n) => `${n} projects`,
        method: (n, missing) =>
          `The sum of EU and state money granted to the projects, exact to the cent. Projects: ${n}; ${missing} have no granted amount and are not in the sum.`,
        rows: 'Open the projects',
        lists: 'Lists',
        exact: 'Exact sum',
        otherCurrencies: 'Other currencies, not added up',
      },
    },
  },
)
