import type { Names } from '../../kernel/text.ts'

/** What comes with the software. The same is told at length in the SOURCE.md of each folder of data/. */
export type DataSet = { name: Names; publisher: string; terms: Names; address?: string }

const ccBy: Names = { fi: 'CC BY 4.0', sv: 'CC BY 4.0', en: 'CC BY 4.0' }
const cc0: Names = { fi: 'CC0 1.0', sv: 'CC0 1.0', en: 'CC0 1.0' }
const lists: Names = {
  fi: 'julkinen tuensaajien luettelo, lisenssiä ei ole ilmoitettu',
  sv: 'offentlig förteckning över stödmottagare, ingen licens har angetts',
  en: 'public list of beneficiaries, no licence stated',
}
const facts: Names = {
  fi: 'julkisia tosiasioita; kuvaukset omiamme (EUPL 1.2)',
  sv: 'offentliga fakta; beskrivningarna är våra egna (EUPL 1.2)',
  en: 'public facts; descriptions our own (EUPL 1.2)',
}

export const dataSets: readonly DataSet[] = [
  {
    name: {
      fi: 'Hankeluettelot 2007–2013 ja 2014–2020',
      sv: 'Projektförteckningarna 2007–2013 och 2014–2020',
      en: 'Lists of projects 2007–2013 and 2014–2020',
    },
    publisher: 'rakennerahastot.fi',
    address: 'https://www.rakennerahastot.fi/rahoitetut-hankkeet',
    terms: lists,
  },
  {
    name: {
      fi: 'Yhdeksän hankesivun tiedot: kumppanit ja Y-tunnukset',
      sv: 'Uppgifter från nio projektsidor: partner och FO-nummer',
      en: 'Facts of nine project pages: partners and business ids',
    },
    publisher: 'eura2014.fi',
    terms: facts,
  },
  {
    name: {
      fi: 'Ekosysteemit ja ekosysteemisopimukset',
      sv: 'Ekosystem och ekosystemavtal',
      en: 'Ecosystems and ecosystem agreements',
    },
    publisher: 'Talkoot',
    terms: facts,
  },
  {
    name: {
      fi: 'Maakunnat, kunnat ja tilastollinen aluejako',
      sv: 'Landskap, kommuner och statistisk områdesindelning',
      en: 'Regions, municipalities and statistical areas',
    },
    publisher: 'Tilastokeskus, Eurostat',
    terms: ccBy,
  },
  {
    name: {
      fi: 'Ohjelmat, toimintalinjat, viranomaiset',
      sv: 'Program, insatsområden, myndigheter',
      en: 'Programmes, priorities, authorities',
    },
    publisher: 'Talkoot',
    terms: facts,
  },
  {
    name: { fi: 'Maakuntien väestö', sv: 'Landskapens befolkning', en: 'Population of the regions' },
    publisher: 'Eurostat (nama_10r_3gdp), Tilastokeskus (11re)',
    terms: ccBy,
  },
  {
    name: {
      fi: 'Maakuntien rajat, NUTS 2016',
      sv: 'Landskapens gränser, NUTS 2016',
      en: 'Boundaries of the regions, NUTS 2016',
    },
    publisher: '© EuroGeographics, Eurostat GISCO',
    terms: {
      fi: 'vapaa muuhun kuin kaupalliseen käyttöön, lähde mainittava',
      sv: 'fri för icke-kommersiellt bruk, källan ska anges',
      en: 'free for non-commercial use, with attribution',
    },
  },
  {
    name: {
      fi: 'Pohjoismaiden ja Baltian organisaatioiden nimet',
      sv: 'Namn på organisationer i Norden och Baltikum',
      en: 'Names of Nordic and Baltic organisations',
    },
    publisher: 'Research Organization Registry',
    address: 'https://ror.org',
    terms: cc0,
  },
  {
    name: {
      fi: 'Suomalaiset organisaatiot Horisontti 2020 -hankkeissa (2017)',
      sv: 'Finländska organisationer i Horisont 2020-projekt (2017)',
      en: 'Finnish organisations in Horizon 2020 projects (2017)',
    },
    publisher: '© European Union, CORDIS',
    address: 'https://cordis.europa.eu',
    terms: ccBy,
  },
  {
    name: {
      fi: 'Suomen sanat hakua varten (YSO)',
      sv: 'Finska ord för sökningen (ALLFO)',
      en: 'Finnish words for the search (YSO)',
    },
    publisher: 'Kansalliskirjasto, Finto',
    address: 'https://finto.fi/yso',
    terms: ccBy,
  },
]
