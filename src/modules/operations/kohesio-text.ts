import { words } from '../../kernel/text.ts'

/** What the list of rejected operations says: its columns, what is wrong with a field, and what would help. */
export const kohesioText = words(
  {
    columns: {
      code: 'Hankekoodi',
      name: 'Hankkeen nimi',
      fields: 'Kentät',
      reasons: 'Miksi rivi ei kelpaa',
      help: 'Mikä auttaa',
      page: 'Hankkeen sivu',
    },
    fault: {
      missing: (field: string) => `${field}: pakollinen tieto puuttuu.`,
      'not-a-day': (field: string) => `${field}: ei ole päivä.`,
      'not-a-number': (field: string) => `${field}: ei ole luku.`,
      'out-of-range': (field: string) => `${field}: luku ei ole sallituissa rajoissa.`,
      'not-in-list': (field: string) => `${field}: arvo ei ole lomakkeen luettelossa.`,
      'not-a-currency': (field: string) => `${field}: ei ole kolmikirjaiminen valuuttakoodi.`,
      'not-a-point': (field: string) => `${field}: ei ole muotoa pituusaste, leveysaste.`,
      'starts-after-end': (field: string) => `${field}: hanke alkaa päättymisensä jälkeen.`,
      'no-place': (field: string) =>
        `${field}: paikkaa ei ole: ei postinumeroa, NUTS-koodia eikä koordinaatteja.`,
      'no-exchange-rate': (field: string) => `${field}: vaihtokurssi puuttuu, vaikka valuutta ei ole euro.`,
      'other-categories': (field: string) =>
        `${field}: kauden 2021–2027 tukitoimen tyypit ovat eri luettelo kuin lomakkeen 2014–2020.`,
    },
    helpWith: {
      Programming_Period: 'Lomake tuntee kaudet 2014–2020 ja 2021–2027. Vanhempaa kautta ei voi lähettää.',
      Category_Of_Intervention:
        'Tuo luettelo, jossa on tukitoimen tyyppi (2014–2020: 1–123). Kauden 2021–2027 rivit odottavat komission uutta lomaketta.',
      CoFinancing_Rate:
        'Tuo luettelo, jossa on unionin osuus prosentteina tai EU-rahoitus ja kokonaiskustannukset. EU:n ja valtion yhteissummasta osuutta ei voi laskea.',
      Total_Eligible_Expenditure_amount: 'Tuo luettelo, jossa on hankkeen kokonaiskustannukset.',
      Total_Eligible_Expenditure_Currency: 'Tuo luettelo, jossa kokonaiskustannuksilla on valuutta.',
      Total_Eligible_Expenditure_Exchange_Rate: 'Tuo luettelo, jossa on vaihtokurssi euroiksi.',
      Operation_Summary_Programme_Language: 'Tuo luettelo, jossa on hankkeen kuvaus.',
      Location_Indicator_NUTS_code: 'Tuo luettelo, jossa on kunta, maakunta, NUTS-koodi tai postinumero.',
      Location_Indicator_latitude_longitude: 'Korjaa koordinaatit luetteloon: pituusaste, leveysaste.',
      Operation_Start_Date: 'Korjaa alkamispäivä luetteloon ja tuo se uudelleen.',
      Operation_End_Date: 'Korjaa päättymispäivä luetteloon ja tuo se uudelleen.',
      Beneficiary_Name: 'Tuo luettelo, jossa on päätoteuttaja.',
      Fund_Code: 'Lomake tuntee rahastot CF, EAFRD, EMFF, ENI, ERDF, ESF, YEI ja IPA II.',
      other: 'Korjaa tieto luetteloon ja tuo se uudelleen.',
    },
  },
  {
    sv: {
      columns: {
        code: 'Projektkod',
        name: 'Projektets namn',
        fields: 'Fält',
        reasons: 'Varför raden inte duger',
        help: 'Vad som hjälper',
        page: 'Projektets sida',
      },
      fault: {
        missing: (field) => `${field}: en obligatorisk uppgift saknas.`,
        'not-a-day': (field) => `${field}: är inte ett datum.`,
        'not-a-number': (field) => `${field}: är inte ett tal.`,
        'out-of-range': (field) => `${field}: talet ligger utanför tillåtna gränser.`,
        'not-in-list': (field) => `${field}: värdet finns inte i formulärets förteckning.`,
        'not-a-currency': (field) => `${field}: är inte en valutakod med tre bokstäver.`,
        'not-a-point': (field) => `${field}: är inte i formen longitud, latitud.`,
        'starts-after-end': (field) => `${field}: projektet börjar efter att det har slutat.`,
        'no-place': (field) => `${field}: plats saknas: varken postnummer, NUTS-kod eller koordinater.`,
        'no-exchange-rate': (field) => `${field}: växelkursen saknas, fast valutan inte är euro.`,
        'other-categories': (field) =>
          `${field}: insatstyperna 2021–2027 är en annan förteckning än formulärets 2014–2020.`,
      },
      helpWith: {
        Programming_Period:
          'Formuläret känner perioderna 2014–2020 och 2021–2027. En äldre period kan inte skickas.',
        Category_Of_Intervention:
          'Hämta in en förteckning med insatstyp (2014–2020: 1–123). Raderna för 2021–2027 väntar på kommissionens nya formulär.',
        CoFinancing_Rate:
          'Hämta in en förteckning med unionens andel i procent, eller med EU-stöd och totala kostnader. Av EU:s och statens gemensamma summa kan andelen inte räknas.',
        Total_Eligible_Expenditure_amount: 'Hämta in en förteckning med projektets totala kostnader.',
        Total_Eligible_Expenditure_Currency:
          'Hämta in en förteckning där de totala kostnaderna har en valuta.',
        Total_Eligible_Expenditure_Exchange_Rate: 'Hämta in en förteckning med växelkursen till euro.',
        Operation_Summary_Programme_Language: 'Hämta in en förteckning med en beskrivning av projektet.',
        Location_Indicator_NUTS_code:
          'Hämta in en förteckning med kommun, landskap, NUTS-kod eller postnummer.',
        Location_Indicator_latitude_longitude: 'Rätta koordinaterna i förteckningen: longitud, latitud.',
        Operation_Start_Date: 'Rätta startdatumet i förteckningen och hämta in den på nytt.',
        Operation_End_Date: 'Rätta slutdatumet i förteckningen och hämta in den på nytt.',
        Beneficiary_Name: 'Hämta in en förteckning med huvudgenomföraren.',
        Fund_Code: 'Formuläret känner fonderna CF, EAFRD, EMFF, ENI, ERDF, ESF, YEI och IPA II.',
        other: 'Rätta uppgiften i förteckningen och hämta in den på nytt.',
      },
    },
    en: {
      columns: {
        code: 'Project code',
        name: 'Name of the project',
        fields: 'Fields',
        reasons: 'Why the row is not valid',
        help: 'What would help',
        page: 'Page of the project',
      },
      fault: {
        missing: (field) => `${field}: a required fact is missing.`,
        'not-a-day': (field) => `${field}: is not a day.`,
        'not-a-number': (field) => `${field}: is not a number.`,
        'out-of-range': (field) => `${field}: the number is outside its bounds.`,
        'not-in-list': (field) => `${field}: the value is not in the form’s list.`,
        'not-a-currency': (field) => `${field}: is not a currency code of three letters.`,
        'not-a-point': (field) => `${field}: is not in the form longitude, latitude.`,
        'starts-after-end': (field) => `${field}: the project starts after its end.`,
        'no-place': (field) => `${field}: there is no place: no postcode, no NUTS code, no coordinates.`,
        'no-exchange-rate': (field) =>
          `${field}: the exchange rate is missing though the currency is not the euro.`,
        'other-categories': (field) =>
          `${field}: the types of intervention of 2021–2027 are another list than the form’s of 2014–2020.`,
      },
      helpWith: {
        Programming_Period:
          'The form knows the periods 2014–2020 and 2021–2027. An older period cannot be submitted.',
        Category_Of_Intervention:
          'Bring in a list with the category of intervention (2014–2020: 1–123). Rows of 2021–2027 wait for the Commission’s new form.',
        CoFinancing_Rate:
          'Bring in a list with the Union’s rate in percent, or with EU money and total costs. It cannot be computed from the one sum of EU and state money.',
        Total_Eligible_Expenditure_amount: 'Bring in a list with the total costs of the project.',
        Total_Eligible_Expenditure_Currency: 'Bring in a list where the total costs have a currency.',
        Total_Eligible_Expenditure_Exchange_Rate: 'Bring in a list with the exchange rate to the euro.',
        Operation_Summary_Programme_Language: 'Bring in a list with a summary of the project.',
        Location_Indicator_NUTS_code: 'Bring in a list with municipality, region, NUTS code or postcode.',
        Location_Indicator_latitude_longitude: 'Mend the coordinates in the list: longitude, latitude.',
        Operation_Start_Date: 'Mend the start date in the list and bring it in again.',
        Operation_End_Date: 'Mend the end date in the list and bring it in again.',
        Beneficiary_Name: 'Bring in a list with the lead partner.',
        Fund_Code: 'The form knows the funds CF, EAFRD, EMFF, ENI, ERDF, ESF, YEI and IPA II.',
        other: 'Mend the fact in the list and bring it in again.',
      },
    },
  },
)
