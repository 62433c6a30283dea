import { words } from '../../kernel/text.ts'

/** What the home page says. */
export const homeText = words(
  {
    title: 'Tilannekuva',
    description: (projects: string, money: string) =>
      `Mitä aluekehitysrahalla tehdään: ${projects} hanketta, ${money}. Jokainen luku kertoo lähteensä.`,
    over: (when: string) => `Tilannekuva, julkinen · aineisto päivitetty ${when}`,
    headline: '{projects} hankkeelle on myönnetty {money} alueiden kehittämiseen.',
    millions: (n: string) => `${n} miljoonaa euroa`,
    euros: (n: string) => `${n} euroa`,
    headlineAbout: 'hankkeiden määrä ja myönnetty rahoitus',
    listState: (list: string, moment: string) => `${list}: tilanne ${moment}.`,
    moreLists: (n: number) => (n === 1 ? 'Lisäksi yksi luettelo.' : `Lisäksi ${n} luetteloa.`),
    moreDecisions: (n: number) =>
      n === 1
        ? 'Lisäksi yksi Talkoossa tehty rahoituspäätös.'
        : `Lisäksi ${n} Talkoossa tehtyä rahoituspäätöstä.`,
    decisionsLine: (n: number) =>
      n === 1 ? 'Talkoossa tehty rahoituspäätös' : `${n} Talkoossa tehtyä rahoituspäätöstä`,
    grantedMeans: 'Myönnetty tarkoittaa EU:n ja valtion rahoitusta.',
    searchLabel: 'Hae hankkeita, toimijoita ja maakuntia',
    searchPlaceholder: 'Hanke, toimija, koodi tai Y-tunnus',
    realisedFunding: 'Toteutunut rahoitus',
    fundProjects: (fund: string) => `${fund}-hankkeita`,
    leadOrganisations: 'Päätoteuttajia, eri toimijoita',
    ecosystemCount: 'Ekosysteemejä',
    ecosystems: 'Ekosysteemit',
    allEcosystems: 'Kaikki ekosysteemit ja sopimukset',
    todayLine: (day: string) => `Pystyviiva on tämä päivä, ${day}.`,
    openStart: 'Missä alku ei ole lähteessä, palkki alkaa avoimena.',
    news: 'Uutta',
    list: 'Aineisto',
    decision: 'Rahoituspäätös',
    listApplied: (list: string, rows: string) => `${list} tuotu: ${rows} ${rows === '1' ? 'rivi' : 'riviä'}`,
    decided: (decision: string) => `${decision}: rahoitus myönnetty`,
    rejected: (n: number) => (n === 1 ? '1 rivi odottaa korjausta' : `${n} riviä odottaa korjausta`),
    regions: 'Rahoitus maakunnittain',
    situations: 'Päivittyvät tilannekuvat',
    allRegions: 'Maakunnat omalla sivullaan',
    sources: 'Lähteet',
    sourceLine: (list: string, publisher: string, moment: string, day: string) =>
      `${list}, ${publisher}: tilanne ${moment}, tuotu ${day}`,
    sumsNote:
      'Summat on laskettu luetteloiden riveistä. Negatiiviset toteutumat ovat kirjanpidon oikaisuja ja ovat mukana.',
    download: 'Lataa kaikki hankkeet:',
    datasetName: 'Talkoot: aluekehityshankkeet',
  },
  {
    sv: {
      title: 'Lägesbild',
      description: (projects, money) =>
        `Vad som görs med pengarna för regional utveckling: ${projects} projekt, ${money}. Varje siffra berättar sin källa.`,
      over: (when) => `Lägesbild, offentlig · materialet uppdaterat ${when}`,
      headline: '{projects} projekt har beviljats {money} för att utveckla regionerna.',
      millions: (n) => `${n} miljoner euro`,
      euros: (n) => `${n} euro`,
      headlineAbout: 'antalet projekt och den beviljade finansieringen',
      listState: (list, moment) => `${list}: läget ${moment}.`,
      moreLists: (n) => (n === 1 ? 'Därtill en förteckning.' : `Därtill ${n} förteckningar.`),
      moreDecisions: (n) =>
        n === 1
          ? 'Därtill ett finansieringsbeslut i Talkoot.'
          : `Därtill ${n} finansieringsbeslut i Talkoot.`,
      decisionsLine: (n) =>
        n === 1 ? 'Ett finansieringsbeslut i Talkoot' : `${n} finansieringsbeslut i Talkoot`,
      grantedMeans: 'Beviljat avser finansiering från EU och staten.',
      searchLabel: 'Sök projekt, aktörer och landskap',
      searchPlaceholder: 'Projekt, aktör, kod eller FO-nummer',
      realisedFunding: 'Utfall',
      fundProjects: (fund) => `${fund}-projekt`,
      leadOrganisations: 'Huvudgenomförare, olika aktörer',
      ecosystemCount: 'Ekosystem',
      ecosystems: 'Ekosystem',
      allEcosystems: 'Alla ekosystem och avtal',
      todayLine: (day) => `Det lodräta strecket är i dag, ${day}.`,
      openStart: 'Där källan inte nämner starten börjar stapeln öppen.',
      news: 'Nytt',
      list: 'Material',
      decision: 'Finansieringsbeslut',
      listApplied: (list, rows) => `${list} importerad: ${rows} ${rows === '1' ? 'rad' : 'rader'}`,
      decided: (decision) => `${decision}: finansiering beviljad`,
      rejected: (n) => (n === 1 ? '1 rad väntar på rättelse' : `${n} rader väntar på rättelse`),
      regions: 'Finansiering enligt landskap',
      situations: 'Lägesbilder som uppdateras',
      allRegions: 'Landskapen på en egen sida',
      sources: 'Källor',
      sourceLine: (list, publisher, moment, day) =>
        `${list}, ${publisher}: läget ${moment}, importerad ${day}`,
      sumsNote:
        'Summorna har räknats ur förteckningarnas rader. Negativa utfall är rättelser i bokföringen och ingår.',
      download: 'Ladda ner alla projekt:',
      datasetName: 'Talkoot: projekt för regional utveckling',
    },
    en: {
      title: 'Overview',
      description: (projects, money) =>
        `What is done with regional development money: ${projects} projects, ${money}. Every number says where it came from.`,
      over: (when) => `Situation, public · data updated ${when}`,
      headline: '{projects} projects have been granted {money} to develop the regions.',
      millions: (n) => `${n} million euros`,
      euros: (n) => `${n} euros`,
      headlineAbout: 'the number of projects and the money granted',
      listState: (list, moment) => `${list}: state ${moment}.`,
      moreLists: (n) => (n === 1 ? 'One more list besides.' : `${n} more lists besides.`),
      moreDecisions: (n) =>
        n === 1 ? 'And one funding decision made in Talkoot.' : `And ${n} funding decisions made in Talkoot.`,
      decisionsLine: (n) =>
        n === 1 ? 'One funding decision made in Talkoot' : `${n} funding decisions made in Talkoot`,
      grantedMeans: 'Granted means EU and state money.',
      searchLabel: 'Search projects, organisations and regions',
      searchPlaceholder: 'Project, organisation, code or business ID',
      realisedFunding: 'Realised funding',
      fundProjects: (fund) => `${fund} projects`,
      leadOrganisations: 'Lead organisations, each once',
      ecosystemCount: 'Ecosystems',
      ecosystems: 'Ecosystems',
      allEcosystems: 'All ecosystems and agreements',
      todayLine: (day) => `The upright line is today, ${day}.`,
      openStart: 'Where the source gives no start, the bar begins open.',
      news: 'What is new',
      list: 'Data',
      decision: 'Funding decision',
      listApplied: (list, rows) => `${list} imported: ${rows} ${rows === '1' ? 'row' : 'rows'}`,
      decided: (decision) => `${decision}: funding granted`,
      rejected: (n) => (n === 1 ? '1 row waits to be mended' : `${n} rows wait to be mended`),
      regions: 'Funding by region',
      situations: 'Situation pictures, renewed daily',
      allRegions: 'The regions on their own page',
      sources: 'Sources',
      sourceLine: (list, publisher, moment, day) => `${list}, ${publisher}: state ${moment}, imported ${day}`,
      sumsNote:
        'Sums are made from the rows of the lists. Negative realised amounts are corrections in the books and are counted in.',
      download: 'Download all projects:',
      datasetName: 'Talkoot: regional development projects',
    },
  },
)
