import type { Told } from './prose.ts'

export const openData: Told = {
  fi: {
    title: 'Aineistot ja rajapinnat',
    lead: 'Kaikki, mitä julkisilla sivuilla näkyy, on saatavissa myös tiedostoina ja rajapinnasta. Tunnuksia ei tarvita.',
    sections: [
      {
        title: 'Tiedostot',
        paragraphs: [
          'Hankkeiden luettelon voi ladata CSV-, XLSX- tai JSON-muodossa sellaisena kuin se on näytöllä: haku, rajaukset, järjestys ja sarakkeet ovat mukana. Jokaisella rivillä on lähteen oma koodi ja linkki lukujen alkuperään.',
        ],
      },
      {
        title: 'Rajapinta',
        paragraphs: [
          'REST-rajapinta vastaa JSON-muodossa. Sivujen osoitteissa ja rajapinnassa ovat samat sanat: q, limit, offset, sort ja rajausten nimet. Luettelon vastaus on muotoa {items, total}. Rahamäärät ovat tarkkoja desimaalilukuja merkkijonoina, ja niiden mukana on valuutta.',
        ],
        slot: 'addresses',
      },
      {
        title: 'Miten luvut lasketaan',
        points: [
          'Summia lasketaan vain saman valuutan sisällä.',
          'Puuttuva määrä on tuntematon, ei nolla. Summan alkuperäsivu kertoo, montako riviä siinä on ja mitä puuttuu.',
          'Kausien 2007–2020 luettelot eivät kerro paikkaa. Maakunta on johdettu päättäneestä viranomaisesta vain silloin, kun viranomainen on päättänyt yhden maakunnan rahoista, ja se on merkitty johdetuksi. Muuten maakunta on tuntematon.',
          'Asukasluku on laskettu Eurostatin bruttokansantuotteesta ja bruttokansantuotteesta asukasta kohti; virhe on enintään 0,21 prosenttia.',
        ],
      },
      {
        title: 'Mukana tulevat aineistot',
        paragraphs: [
          'Nämä tulevat ohjelmiston mukana. Palveluun tuodut luettelot ovat omalla sivullaan, jokainen tuonti erikseen.',
        ],
        slot: 'data-sets',
      },
    ],
  },
  sv: {
    title: 'Data och gränssnitt',
    lead: 'Allt som syns på de offentliga sidorna finns också som filer och i ett gränssnitt. Inga användarnamn behövs.',
    sections: [
      {
        title: 'Filer',
        paragraphs: [
          'Projektlistan kan laddas ner som CSV, XLSX eller JSON så som den visas på skärmen: sökningen, avgränsningarna, ordningen och kolumnerna följer med. Varje rad har källans egen kod och en länk till siffrornas ursprung.',
        ],
      },
      {
        title: 'Gränssnitt',
        paragraphs: [
          'REST-gränssnittet svarar i JSON. Sidornas adresser och gränssnittet använder samma ord: q, limit, offset, sort och avgränsningarnas namn. En lista besvaras med {items, total}. Belopp är exakta decimaltal som strängar och har sin valuta med sig.',
        ],
        slot: 'addresses',
      },
      {
        title: 'Hur siffrorna räknas',
        points: [
          'Summor räknas bara inom en och samma valuta.',
          'Ett belopp som saknas är okänt, inte noll. Ursprungssidan för en summa berättar hur många rader som ingår och vad som saknas.',
          'Listorna för perioderna 2007–2020 nämner ingen ort. Landskapet har härletts ur den beslutande myndigheten bara när myndigheten har beslutat om ett enda landskaps medel, och det är märkt som härlett. Annars är landskapet okänt.',
          'Folkmängden har räknats ur Eurostats bruttonationalprodukt och bruttonationalprodukt per invånare; felet är högst 0,21 procent.',
        ],
      },
      {
        title: 'Material som följer med',
        paragraphs: [
          'Detta material följer med programvaran. Listor som har hämtats in finns på en egen sida, varje hämtning för sig.',
        ],
        slot: 'data-sets',
      },
    ],
  },
  en: {
    title: 'Data and interfaces',
    lead: 'Whatever the public pages show can also be had as files and through an interface. No account is needed.',
    sections: [
      {
        title: 'Files',
        paragraphs: [
          'The list of projects can be downloaded as CSV, XLSX or JSON just as it is on the screen: search, filters, order and columns come along. Each row has the source’s own code and a link to where its figures come from.',
        ],
      },
      {
        title: 'Interface',
        paragraphs: [
          'The REST interface answers in JSON. Page addresses and the interface use the same words: q, limit, offset, sort and the names of the filters. A list is answered as {items, total}. Amounts are exact decimals as strings and carry their currency.',
        ],
        slot: 'addresses',
      },
      {
        title: 'How figures are made',
        points: [
          'Sums are made inside one currency only.',
          'A missing amount is unknown, not zero. The page behind a sum tells how many rows it has and what is missing.',
          'The lists of 2007–2020 name no place. The region is derived from the deciding authority only where that authority decided on the money of one region, and it is marked as derived. Otherwise the region is unknown.',
          'Population is computed from Eurostat’s gross domestic product and gross domestic product per inhabitant; the error is at most 0.21 per cent.',
        ],
      },
      {
        title: 'Data that comes along',
        paragraphs: [
          'These come with the software. Lists that were brought in have a page of their own, each import by itself.',
        ],
        slot: 'data-sets',
      },
    ],
  },
}
