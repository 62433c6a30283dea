import { type FormCells, formDay } from '../../engine/kohesio/index.ts'
import { funds, objectives, priorityOf, programmes, regionByCode } from '../codes/index.ts'
import type { Folded } from '../projects/index.ts'
import { factsOf, type OperationRow } from './rules.ts'

/**
 * The Commission's number of the programme whose operations the Finnish register holds: Kestävää kasvua ja työtä
 * 2014-2020, both ERDF and ESF of the mainland. Source: the programme codes of the Commission's validator.
 */
const registerProgramme = { period: '2014-2020', programme: 'fi-2014', number: '2014FI16M2OP001' } as const

/** What stands for the name of a natural person: the form wants it anonymised. */
const naturalPerson = 'Luonnollinen henkilö'

/** The NUTS of a region while most of the period ran. */
const nutsVersion = '2016'

/**
 * An operation in the cells of Kohesio's form. What no list says stays empty, and nothing is guessed. What follows by a
 * rule: the programme of the Finnish register in 2014-2020; the NUTS code of a region, where a list names the region
 * or its municipalities (that the authority decides for one region says nothing of where the work is done); the names
 * of fund, priority and objective by their codes; the rate from the Union's part and the whole, where both are told.
 * `asOf` is the day that the newest list of it speaks of.
 */
export function kohesioCells(
  p: OperationRow,
  told: Folded['values'] | undefined,
  asOf: string | null,
): FormCells {
  const facts = factsOf(p, told)
  const region = facts.location?.region ? regionByCode(facts.location.region) : undefined
  const ofRegister = p.registry === 'eura' && p.period === registerProgramme.period
  const programme = p.programme ?? (ofRegister ? registerProgramme.programme : undefined)
  const priority = programme && p.priority ? priorityOf(programme, p.priority) : undefined
  const objective = objectives.find((o) => o.code === p.objective)
  return {
    Operation_Unique_Identifier: p.registry === 'eura' ? p.code : `${p.registry}/${p.code}`,
    CountryID: p.code.startsWith('~') ? undefined : p.code,
    Operation_Name_Programme_Language: p.title,
    Operation_Name_English: told?.titles?.en,
    Country: 'Finland',
    Location_Indicator_Postcode: p.lead_personal ? undefined : told?.lead?.postcode,
    Operation_Start_Date: p.start_on ? formDay(p.start_on) : undefined,
    Operation_End_Date: p.end_on ? formDay(p.end_on) : undefined,
    CoFinancing_Rate: facts.rate ?? undefined,
    Total_Eligible_Expenditure_amount: p.total_cost ?? undefined,
    Total_Eligible_Expenditure_Currency: p.total_cost === null ? undefined : (p.currency ?? undefined),
    Total_Eligible_Expenditure_Exchange_Rate: told?.exchangeRate,
    Location_Indicator_NUTS_code:
      told?.nuts ?? region?.nuts.find((n) => n.versions.includes(nutsVersion))?.code,
    Beneficiary_Name: p.lead_personal ? naturalPerson : (p.lead_name ?? undefined),
    Location_Indicator_latitude_longitude: told?.point,
    Category_Of_Intervention: categoryOf(told?.interventionField),
    Fund_Code: p.fund ?? undefined,
    Programme_Code: ofRegister ? registerProgramme.number : undefined,
    Operation_Summary_Programme_Language: told?.summary,
    Programming_Period: p.period ?? undefined,
    Programme_Name: programmes.find((x) => x.code === programme)?.name.fi ?? p.programme ?? undefined,
    Program_Priority_Axis_Code: priority?.number ?? p.priority ?? undefined,
    Program_Priority_Axis_Name: priority?.name.fi ?? undefined,
    Program_Specific_Objective_Code: objective?.number,
    Program_Specific_Objective_Name: objective?.name.fi ?? p.objective ?? undefined,
    Fund_Name: funds.find((f) => f.code === p.fund)?.name.en ?? undefined,
    Date_Of_Last_Update: told?.updated ? formDay(told.updated) : asOf ? formDay(asOf) : undefined,
    Beneficiary_Unique_Identifier: p.lead_personal ? undefined : told?.lead?.ids?.[0]?.value,
  }
}

/** "062", "62", "062 Technology transfer" -> "62"; other text as it stands, to be refused with its field. */
const categoryOf = (text: string | undefined): string | undefined =>
  text === undefined ? undefined : (/^0*(\d{1,3})(?!\d)/.exec(text.trim())?.[1] ?? text)
