import { words } from '../../kernel/text.ts'

/** What the search page and the pages of sums' origins say. */
export const searchText = words(
  {
    title: 'Haku',
    titleFor: (q: string) => `Haku: ${q}`,
    label: 'Hae hankkeita, toimijoita, ekosysteemejä, keskusteluja ja tapahtumia',
    placeholder: 'Hanke, toimija, koodi tai Y-tunnus',
    groups: {
      region: 'Maakunnat',
      authority: 'Viranomaiset',
      ecosystem: 'Ekosysteemit',
      organisation: 'Toimijat',
      project: 'Hankkeet',
    },
    all: {
      project: (n: string) => `Kaikki ${n} hanketta`,
      organisation: (n: string) => `Kaikki ${n} toimijaa`,
    },
    found: (n: string) => (n === '1' ? '1 osuma' : `${n} osumaa`),
    instead: (words: string) => `Hakusanaa ei löytynyt sellaisenaan. Mukana myös: ${words}.`,
    also: (words: string) => `Haettiin myös: ${words}.`,
    onlyTyped: 'Hae vain kirjoitetuilla sanoilla',
    nothing: 'Ei osumia.',
    nothingNext: 'Kokeile lyhyempää sanaa, hankkeen koodia tai Y-tunnusta.',
    start: 'Kirjoita sana, hankkeen koodi tai Y-tunnus.',
  },
  {
    sv: {
      title: 'Sökning',
      titleFor: (q) => `Sökning: ${q}`,
      label: 'Sök projekt, aktörer, ekosystem, diskussioner och händelser',
      placeholder: 'Projekt, aktör, kod eller FO-nummer',
      groups: {
        region: 'Landskap',
        authority: 'Myndigheter',
        ecosystem: 'Ekosystem',
        organisation: 'Aktörer',
        project: 'Projekt',
      },
      all: {
        project: (n) => `Alla ${n} projekt`,
        organisation: (n) => `Alla ${n} aktörer`,
      },
      found: (n) => (n === '1' ? '1 träff' : `${n} träffar`),
      instead: (words) => `Sökordet hittades inte som sådant. Med togs även: ${words}.`,
      also: (words) => `Sökningen gällde också: ${words}.`,
      onlyTyped: 'Sök bara med de ord du skrev',
      nothing: 'Inga träffar.',
      nothingNext: 'Pröva ett kortare ord, projektets kod eller FO-nummer.',
      start: 'Skriv ett ord, en projektkod eller ett FO-nummer.',
    },
    en: {
      title: 'Search',
      titleFor: (q) => `Search: ${q}`,
      label: 'Search projects, organisations, ecosystems, topics and events',
      placeholder: 'Project, organisation, code or business ID',
      groups: {
        region: 'Regions',
        authority: 'Authorities',
        ecosystem: 'Ecosystems',
        organisation: 'Organisations',
        project: 'Projects',
      },
      all: {
        project: (n) => `All ${n} projects`,
        organisation: (n) => `All ${n} organisations`,
      },
      found: (n) => `${n} found`,
      instead: (words) => `The words were not found as typed. Also taken along: ${words}.`,
      also: (words) => `Also searched for: ${words}.`,
      onlyTyped: 'Search for the typed words only',
      nothing: 'Nothing found.',
      nothingNext: 'Try a shorter word, a project code or a business ID.',
      start: 'Type a word, a project code or a business ID.',
    },
  },
)
