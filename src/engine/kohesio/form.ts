/** How a cell of the form is written. Days are DD/MM/YYYY, points "longitude, latitude" in degrees. */
export type CellKind = 'text' | 'day' | 'number' | 'point'

export type FormField = {
  name: string
  kind: CellKind
  required?: true
  /** Bounds of a number, both included. */
  least?: number
  most?: number
  /** The only values that the form takes. */
  values?: readonly string[]
}

/** Funds that the form knows; those of 2021-2027 (JTF, ESF+) are not among them yet. */
export const kohesioFunds = ['CF', 'EAFRD', 'EMFF', 'ENI', 'ERDF', 'ESF', 'YEI', 'IPA II'] as const

/** Periods that the form knows. */
export const kohesioPeriods = ['2014-2020', '2021-2027'] as const

/**
 * The form in which Kohesio takes operations, in its order. Source: the form that the Commission's validator checks
 * (ISAITB validator-resources-kohesio, 7.4.2025). Categories of intervention are those of 2014-2020 (Commission
 * Implementing Regulation (EU) No 215/2014, Annex I); rates are percent from 0 to 100.
 */
export const formFields = [
  { name: 'Operation_Unique_Identifier', kind: 'text' },
  { name: 'CountryID', kind: 'text' },
  { name: 'Operation_Name_Programme_Language', kind: 'text', required: true },
  { name: 'Operation_Name_English', kind: 'text' },
  { name: 'Country', kind: 'text', required: true },
  { name: 'Location_Indicator_Postcode', kind: 'text' },
  { name: 'Operation_Start_Date', kind: 'day', required: true },
  { name: 'Operation_Expected_End_Date', kind: 'day' },
  { name: 'Operation_End_Date', kind: 'day', required: true },
  { name: 'CoFinancing_Rate', kind: 'number', required: true, least: 0, most: 100 },
  { name: 'Total_Eligible_Expenditure_amount', kind: 'number', required: true, least: 0 },
  { name: 'Total_Eligible_Expenditure_Currency', kind: 'text', required: true },
  { name: 'Total_Eligible_Expenditure_Exchange_Rate', kind: 'number' },
  { name: 'Location_Indicator_NUTS_code', kind: 'text' },
  { name: 'Beneficiary_Name', kind: 'text', required: true },
  { name: 'Location_Indicator_latitude_longitude', kind: 'point' },
  { name: 'Category_Of_Intervention', kind: 'number', required: true, least: 1, most: 123 },
  { name: 'Fund_Code', kind: 'text', values: kohesioFunds },
  { name: 'Programme_Code', kind: 'text' },
  { name: 'Operation_Summary_English', kind: 'text' },
  { name: 'Operation_Summary_Programme_Language', kind: 'text', required: true },
  { name: 'Programming_Period', kind: 'text', required: true, values: kohesioPeriods },
  { name: 'Programme_Name', kind: 'text' },
  { name: 'Program_Priority_Axis_Code', kind: 'text' },
  { name: 'Program_Priority_Axis_Name', kind: 'text' },
  { name: 'Program_Specific_Objective_Code', kind: 'text' },
  { name: 'Program_Specific_Objective_Name', kind: 'text' },
  { name: 'Program_Thematic_Objective_Code', kind: 'text' },
  { name: 'Program_Thematic_Objective_Name', kind: 'text' },
  { name: 'Fund_Name', kind: 'text' },
  { name: 'Date_Of_Last_Update', kind: 'day' },
  { name: 'Beneficiary_Unique_Identifier', kind: 'text' },
  { name: 'Social_Media_Links', kind: 'text' },
] as const satisfies readonly FormField[]

export type FieldName = (typeof formFields)[number]['name']

/** One operation as the form's cells, written as the form wants them; a cell that is not there is empty. */
export type FormCells = { readonly [name in FieldName]?: string | undefined }

/** "2016-06-30" -> "30/06/2016". */
export const formDay = (day: string): string => day.split('-').reverse().join('/')
