/** Phrases of string tables: table name, then value. */
export type PhraseTables = Readonly<Record<string, Readonly<Record<string, string>>>>
