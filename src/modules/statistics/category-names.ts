import { type Language, type Names, pick } from '../../kernel/text.ts'

/**
 * Categories and units of the shipped tables that their sources name in one language alone, in all three. They are found
 * by the source's own words, not by its codes: the same code means another thing in another table.
 */
const known: readonly (Names & { fi: string; sv: string; en: string })[] = [
  { fi: 'Yhteensä', sv: 'Totalt', en: 'Total' },
  { fi: 'Miehet', sv: 'Män', en: 'Men' },
  { fi: 'Naiset', sv: 'Kvinnor', en: 'Women' },
  { fi: 'YRITYSSEKTORI YHTEENSÄ', sv: 'Företagssektorn totalt', en: 'Business enterprise sector, total' },
  {
    fi: 'JULKINEN SEKTORI + YVT YHTEENSÄ',
    sv: 'Offentliga sektorn och icke-vinstsyftande organisationer totalt',
    en: 'Public sector and private non-profit institutions, total',
  },
  { fi: 'KORKEAKOULUSEKTORI YHTEENSÄ', sv: 'Högskolesektorn totalt', en: 'Higher education sector, total' },
  { fi: 'T&k-menot (milj.EUR)', sv: 'FoU-utgifter (mn euro)', en: 'R&D expenditure (EUR million)' },
  { fi: 'T&k-henkilöstö (lkm)', sv: 'FoU-personal (antal)', en: 'R&D personnel (number)' },
  { fi: 'T&k-työvuodet (htv)', sv: 'FoU-årsverken', en: 'R&D person-years' },
  { fi: 'Toimialat yhteensä', sv: 'Näringsgrenar totalt', en: 'Industries, total' },
  {
    fi: 'Alueella työssäkäyvät',
    sv: 'Sysselsatta i området (arbetsplatser)',
    en: 'Employed persons working in the area',
  },
  { fi: 'Väestö 31.12.', sv: 'Folkmängd 31.12', en: 'Population on 31 December' },
  {
    fi: 'Julkisyhteisöjen toimipaikat (lkm)',
    sv: 'Arbetsställen inom offentliga samfund (antal)',
    en: 'General government establishments (number)',
  },
  {
    fi: 'Perusasteen jälkeisen tutkinnon suorittaneiden osuus 15 vuotta täyttäneestä väestöstä, %',
    sv: 'Andel med examen efter grundnivå av befolkningen som fyllt 15 år, %',
    en: 'Share with a qualification beyond basic level of the population aged 15 or over, %',
  },
  {
    fi: 'Toisen asteen tutkinnon suorittaneiden osuus 15 vuotta täyttäneestä väestöstä, %',
    sv: 'Andel med examen på andra stadiet av befolkningen som fyllt 15 år, %',
    en: 'Share with an upper secondary qualification of the population aged 15 or over, %',
  },
  {
    fi: 'Korkea-asteen tutkinnon suorittaneiden osuus 15 vuotta täyttäneestä väestöstä, %',
    sv: 'Andel med examen på högre nivå av befolkningen som fyllt 15 år, %',
    en: 'Share with a tertiary qualification of the population aged 15 or over, %',
  },
  {
    fi: 'Työttömät työnhakijat laskentapäivänä (lkm.)',
    sv: 'Arbetslösa arbetssökande på beräkningsdagen (antal)',
    en: 'Unemployed jobseekers on the reference day (number)',
  },
  {
    fi: 'Työttömien työnhakijoiden %-osuus työvoimasta (%)',
    sv: 'Arbetslösa arbetssökande, andel av arbetskraften (%)',
    en: 'Unemployed jobseekers, share of the labour force (%)',
  },
  {
    fi: 'Alle 20-v. työttömät työnhakijat (lkm.)',
    sv: 'Arbetslösa arbetssökande under 20 år (antal)',
    en: 'Unemployed jobseekers aged under 20 (number)',
  },
  {
    fi: 'Alle 25-v. työttömät työnhakijat (lkm.)',
    sv: 'Arbetslösa arbetssökande under 25 år (antal)',
    en: 'Unemployed jobseekers aged under 25 (number)',
  },
  {
    fi: 'Yli 50-v. työttömät työnhakijat (lkm.)',
    sv: 'Arbetslösa arbetssökande över 50 år (antal)',
    en: 'Unemployed jobseekers aged over 50 (number)',
  },
  {
    fi: 'Ulkomaalaisia työttömiä työnhakijoita laskentapäivänä (lkm.)',
    sv: 'Utländska arbetslösa arbetssökande på beräkningsdagen (antal)',
    en: 'Foreign unemployed jobseekers on the reference day (number)',
  },
  {
    fi: 'Uudet avoimet työpaikat kuukauden aikana (lkm.)',
    sv: 'Nya lediga arbetsplatser under månaden (antal)',
    en: 'New job vacancies during the month (number)',
  },
  {
    fi: 'Avoimet työpaikat kuukauden laskentapäivänä (lkm.)',
    sv: 'Lediga arbetsplatser på månadens beräkningsdag (antal)',
    en: 'Job vacancies on the reference day of the month (number)',
  },
  {
    fi: 'A1 Kuluttajien luottamusindikaattori = (B1+B2+B4+E1)/4',
    sv: 'A1 Konsumenternas förtroendeindikator = (B1+B2+B4+E1)/4',
    en: 'A1 Consumer confidence indicator = (B1+B2+B4+E1)/4',
  },
  {
    fi: 'B1 Oma talous nyt (saldoluku)',
    sv: 'B1 Egen ekonomi nu (saldotal)',
    en: 'B1 Own economy now (balance)',
  },
  {
    fi: 'B5 Kuluttajahinnat nyt (Inflaatio-%)',
    sv: 'B5 Konsumentpriserna nu (inflation, %)',
    en: 'B5 Consumer prices now (inflation, %)',
  },
  {
    fi: 'B8 Työttömyyden uhka omalla kohdalla nyt (saldoluku)',
    sv: 'B8 Egen risk för arbetslöshet nu (saldotal)',
    en: 'B8 Own threat of unemployment now (balance)',
  },
  { fi: 'Perusopetus', sv: 'Grundläggande utbildning', en: 'Basic education' },
  { fi: 'Lukiokoulutus', sv: 'Gymnasieutbildning', en: 'General upper secondary education' },
  { fi: 'Ammatillinen koulutus', sv: 'Yrkesutbildning', en: 'Vocational education' },
  {
    fi: 'Ammattikorkeakoulutus',
    sv: 'Yrkeshögskoleutbildning',
    en: 'University of applied sciences education',
  },
  { fi: 'Yliopistokoulutus', sv: 'Universitetsutbildning', en: 'University education' },
  { fi: 'Opiskelijat yhteensä', sv: 'Studerande totalt', en: 'Students, total' },
  { fi: 'Ulkomaalaiset opiskelijat', sv: 'Utländska studerande', en: 'Foreign students' },
  {
    fi: 'Vieraskieliset opiskelijat',
    sv: 'Studerande med främmande språk',
    en: 'Students with a foreign language',
  },
  // Units.
  { fi: 'Miljoonaa euroa', sv: 'Miljoner euro', en: 'EUR million' },
  { fi: 'lkm', sv: 'antal', en: 'number' },
  { fi: 'htv', sv: 'årsverken', en: 'person-years' },
  { fi: 'Lukumäärä', sv: 'Antal', en: 'Number' },
  { fi: 'lukumäärä', sv: 'antal', en: 'number' },
  { fi: 'Prosentti', sv: 'Procent', en: 'Per cent' },
  { fi: 'prosentti', sv: 'procent', en: 'per cent' },
  { fi: 'Saldoluku', sv: 'Saldotal', en: 'Balance' },
]

const byText = new Map(known.flatMap((names) => [[names.en, names] as const, [names.fi, names] as const]))

/** What a source calls something in one language, in all three where that is known. */
export const namesOfText = (said: string): Names | undefined => byText.get(said)

/** A unit as its source writes it, in all three languages where that is known. */
export const unitNames = (unit: string): Names => byText.get(unit) ?? { fi: unit }

/** The same in one language. */
export const unitText = (unit: string, language: Language): string =>
  pick(unitNames(unit), language)?.text ?? unit
