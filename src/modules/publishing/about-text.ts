import type { Told } from './prose.ts'

export const about: Told = {
  fi: {
    title: 'Talkoot ja sen lähdekoodi',
    lead: 'Talkoot on avoin työtila alueille, jotka kehittävät innovaatioekosysteemejään julkisella rahalla.',
    sections: [
      {
        title: 'Mitä palvelu tekee',
        paragraphs: [
          'Talkoot kokoaa hankkeet, organisaatiot, ohjelmat ja ekosysteemit yhdeksi kuvaksi: kuka tekee, mitä, missä ja kenen rahalla. Luettelot tuodaan sellaisina kuin ne julkaistaan, ja palvelu tunnistaa niistä samat organisaatiot, kirjoitettiinpa nimi miten tahansa.',
          'Palvelu toimii virallisten rahoitusjärjestelmien rinnalla eikä korvaa niitä.',
        ],
      },
      {
        title: 'Kolme lupausta',
        points: [
          'Mitään kirjoitettua ei katoa.',
          'Kukaan ei päätä esteellisenä.',
          'Jokainen luku kertoo, mistä se tulee.',
        ],
      },
      {
        title: 'Lähdekoodi ja lisenssi',
        paragraphs: [
          'Talkoot on vapaa ohjelmisto, jonka lisenssi on Euroopan unionin yleinen lisenssi EUPL 1.2. Saat käyttää, tutkia, muuttaa ja jakaa ohjelmistoa. Palvelun ylläpitäjä kertoo, mistä tämän palvelun lähdekoodin saa, omat muutokset mukaan lukien.',
        ],
        slot: 'contact',
      },
      { title: 'Versio', slot: 'version' },
    ],
  },
  sv: {
    title: 'Talkoot och dess källkod',
    lead: 'Talkoot är en öppen arbetsyta för regioner som utvecklar sina innovationsekosystem med offentliga medel.',
    sections: [
      {
        title: 'Vad tjänsten gör',
        paragraphs: [
          'Talkoot samlar projekt, organisationer, program och ekosystem till en bild: vem gör vad, var och med vems pengar. Listor hämtas in så som de publiceras, och tjänsten känner igen samma organisation i dem hur namnet än har skrivits.',
          'Tjänsten fungerar vid sidan av de officiella finansieringssystemen och ersätter dem inte.',
        ],
      },
      {
        title: 'Tre löften',
        points: [
          'Ingenting som har skrivits går förlorat.',
          'Ingen fattar beslut som jävig.',
          'Varje siffra berättar varifrån den kommer.',
        ],
      },
      {
        title: 'Källkod och licens',
        paragraphs: [
          'Talkoot är fri programvara under Europeiska unionens öppna licens EUPL 1.2. Du får använda, undersöka, ändra och sprida programvaran. Tjänstens administratör berättar var källkoden till den här tjänsten finns, också egna ändringar.',
        ],
        slot: 'contact',
      },
      { title: 'Version', slot: 'version' },
    ],
  },
  en: {
    title: 'Talkoot and its source code',
    lead: 'Talkoot is an open workspace for regions that develop their innovation ecosystems with public money.',
    sections: [
      {
        title: 'What the service does',
        paragraphs: [
          'Talkoot gathers projects, organisations, programmes and ecosystems into one picture: who does what, where, with whose money. Lists are brought in as they are published, and the service recognises the same organisation in them however its name is written.',
          'The service works beside the official funding systems and does not replace them.',
        ],
      },
      {
        title: 'Three promises',
        points: [
          'Nothing typed is ever lost.',
          'Nobody decides with a conflict of interest.',
          'Every number says where it came from.',
        ],
      },
      {
        title: 'Source code and licence',
        paragraphs: [
          'Talkoot is free software under the European Union Public Licence, EUPL 1.2. You may use, study, change and share it. The operator tells where the source code of this service is, its own changes included.',
        ],
        slot: 'contact',
      },
      { title: 'Version', slot: 'version' },
    ],
  },
}
