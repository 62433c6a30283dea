import type { FaultCode } from '../engine/portfolio/index.ts'
import { words } from '../kernel/text.ts'

type Values = Readonly<Record<string, string | number>>
type Sentences = Record<FaultCode, (v: Values) => string>

const finnish: Sentences = {
  'not-an-object': () => 'tässä pitää olla olio { ... }.',
  'not-a-list': () => 'tässä pitää olla luettelo [ ... ].',
  'not-a-text': () => 'tässä pitää olla teksti; tunnuksessa 1–200 merkkiä.',
  'not-a-number': (v) => `”${v.value}” ei ole luku. Kirjoita 12.5 tai "12.50".`,
  'not-a-count': (v) => `”${v.value}” ei ole kokonaisluku.`,
  'too-many-digits': (v) =>
    `luvussa ${v.value} on liikaa numeroita. Enintään 15 ennen pistettä ja 15 sen jälkeen; JSON-luvussa yhteensä 15.`,
  'too-many': (v) => `${v.count} on liikaa: enintään ${v.most}.`,
  empty: () => 'luettelo on tyhjä.',
  missing: (v) => `puuttuu: ${v.key}.`,
  'unknown-key': (v) => `kenttää ”${v.key}” ei tunneta. Tunnetut: ${v.known}.`,
  'unknown-kind': (v) => `lajia ”${v.kind}” ei tunneta. Tunnetut: ${v.known}.`,
  'unknown-id': (v) => `tunnusta ”${v.id}” ei ole.`,
  'repeated-id': (v) => `tunnus ”${v.id}” on jo mainittu.`,
  'low-over-high': (v) => `alaraja ${v.low} on suurempi kuin yläraja ${v.high}.`,
  'out-of-range': (v) =>
    `${v.value} ei kelpaa: vähintään ${v.least}${v.most === undefined ? '' : `, enintään ${v.most}`}.`,
  'no-bound': () => 'anna min, max tai molemmat.',
  cycle: (v) =>
    `hankkeet vaativat toisiaan kehässä: ${v.projects}. Sen sanovat ${v.statements}. Jos ne kuuluvat yhteen, käytä sääntöä allOrNone.`,
  'sums-too-large': (v) =>
    `summia ei voi laskea tarkasti: luvuissa on ${v.digits} numeroa liikaa. Käytä vähemmän desimaaleja tai suurempaa yksikköä.`,
  'too-many-extreme-points': (v) =>
    `painoista sanottu jättää yli ${v.most} ääripistettä. Sano painoista vähemmän rajoja tai enemmän järjestystä.`,
}

const swedish: Sentences = {
  'not-an-object': () => 'här ska det vara ett objekt { ... }.',
  'not-a-list': () => 'här ska det vara en lista [ ... ].',
  'not-a-text': () => 'här ska det vara en text; en beteckning har 1–200 tecken.',
  'not-a-number': (v) => `”${v.value}” är inget tal. Skriv 12.5 eller "12.50".`,
  'not-a-count': (v) => `”${v.value}” är inget heltal.`,
  'too-many-digits': (v) =>
    `talet ${v.value} har för många siffror. Högst 15 före punkten och 15 efter den; i ett JSON-tal sammanlagt 15.`,
  'too-many': (v) => `${v.count} är för många: högst ${v.most}.`,
  empty: () => 'listan är tom.',
  missing: (v) => `saknas: ${v.key}.`,
  'unknown-key': (v) => `fältet ”${v.key}” är okänt. Kända: ${v.known}.`,
  'unknown-kind': (v) => `slaget ”${v.kind}” är okänt. Kända: ${v.known}.`,
  'unknown-id': (v) => `beteckningen ”${v.id}” finns inte.`,
  'repeated-id': (v) => `beteckningen ”${v.id}” är redan nämnd.`,
  'low-over-high': (v) => `den nedre gränsen ${v.low} är större än den övre ${v.high}.`,
  'out-of-range': (v) =>
    `${v.value} duger inte: minst ${v.least}${v.most === undefined ? '' : `, högst ${v.most}`}.`,
  'no-bound': () => 'ange min, max eller båda.',
  cycle: (v) =>
    `projekten kräver varandra i en ring: ${v.projects}. Det säger ${v.statements}. Hör de ihop, använd regeln allOrNone.`,
  'sums-too-large': (v) =>
    `summorna kan inte räknas exakt: talen har ${v.digits} siffror för mycket. Använd färre decimaler eller en större enhet.`,
  'too-many-extreme-points': (v) =>
    `det som sägs om vikterna lämnar över ${v.most} extrempunkter. Säg färre gränser eller mer om ordningen.`,
}

const english: Sentences = {
  'not-an-object': () => 'an object { ... } must be here.',
  'not-a-list': () => 'a list [ ... ] must be here.',
  'not-a-text': () => 'a text must be here; an id has 1 to 200 characters.',
  'not-a-number': (v) => `"${v.value}" is no number. Write 12.5 or "12.50".`,
  'not-a-count': (v) => `"${v.value}" is no whole number.`,
  'too-many-digits': (v) =>
    `the number ${v.value} has too many digits. At most 15 before the point and 15 after it; 15 in all in a JSON number.`,
  'too-many': (v) => `${v.count} is too many: at most ${v.most}.`,
  empty: () => 'the list is empty.',
  missing: (v) => `missing: ${v.key}.`,
  'unknown-key': (v) => `the field "${v.key}" is not known. Known are: ${v.known}.`,
  'unknown-kind': (v) => `the kind "${v.kind}" is not known. Known are: ${v.known}.`,
  'unknown-id': (v) => `there is no id "${v.id}".`,
  'repeated-id': (v) => `the id "${v.id}" has been named already.`,
  'low-over-high': (v) => `the lower end ${v.low} is above the upper end ${v.high}.`,
  'out-of-range': (v) =>
    `${v.value} will not do: at least ${v.least}${v.most === undefined ? '' : `, at most ${v.most}`}.`,
  'no-bound': () => 'give min, max or both.',
  cycle: (v) =>
    `projects require each other in a ring: ${v.projects}. ${v.statements} say so. If they belong together, use the rule allOrNone.`,
  'sums-too-large': (v) =>
    `sums cannot be computed exactly: the numbers have ${v.digits} digits too many. Use fewer decimals or a larger unit.`,
  'too-many-extreme-points': (v) =>
    `what is said of weights leaves more than ${v.most} extreme points. Say fewer bounds, or more about the order.`,
}

export const portfolioText = words(
  {
    faults: finnish,
    noFile: (file: string) => `Tiedostoa ${file} ei voi lukea. Tarkista polku.`,
    notJson: (file: string, why: string) => `${file} ei ole JSON-tiedosto: ${why}`,
    notWritten: (file: string, why: string) => `Tulosta ei voi kirjoittaa tiedostoon ${file}: ${why}`,
    badLimit: (given: string) => `Aikaraja ”${given}” ei kelpaa: anna sekunteja, esimerkiksi 30 tai 0.5.`,
    noWeights: 'Mitkään painot eivät täytä kaikkea, mitä niistä sanotaan.',
    noPortfolio: 'Mikään hankejoukko ei täytä kaikkia sääntöjä ja budjetteja.',
    alone: (statement: string) => `Mahdoton on jo tämä yksin: ${statement}.`,
    together: (statements: string) =>
      `Keskenään ristiriidassa ovat: ${statements}. Jos minkä tahansa niistä poistaa, muut sopivat yhteen.`,
  },
  {
    sv: {
      faults: swedish,
      noFile: (file: string) => `Filen ${file} kan inte läsas. Kontrollera sökvägen.`,
      notJson: (file: string, why: string) => `${file} är ingen JSON-fil: ${why}`,
      notWritten: (file: string, why: string) => `Resultatet kan inte skrivas till ${file}: ${why}`,
      badLimit: (given: string) =>
        `Tidsgränsen ”${given}” duger inte: ange sekunder, till exempel 30 eller 0.5.`,
      noWeights: 'Inga vikter uppfyller allt som sägs om dem.',
      noPortfolio: 'Ingen uppsättning projekt uppfyller alla regler och budgetar.',
      alone: (statement: string) => `Omöjlig är redan denna ensam: ${statement}.`,
      together: (statements: string) =>
        `I strid med varandra är: ${statements}. Utan vilken som helst av dem går de andra ihop.`,
    },
    en: {
      faults: english,
      noFile: (file: string) => `The file ${file} cannot be read. Check the path.`,
      notJson: (file: string, why: string) => `${file} is no JSON: ${why}`,
      notWritten: (file: string, why: string) => `The result cannot be written to ${file}: ${why}`,
      badLimit: (given: string) => `The limit "${given}" will not do: give seconds, as 30 or 0.5.`,
      noWeights: 'No weights meet all that is said of them.',
      noPortfolio: 'No portfolio keeps all rules and budgets.',
      alone: (statement: string) => `This one alone is impossible: ${statement}.`,
      together: (statements: string) =>
        `In contradiction are: ${statements}. Without any one of them the others agree.`,
    },
  },
)
