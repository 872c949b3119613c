/** What the words of a code name: an id, a name, an amount; several things as a list. Nothing personal. */
export type Param = string | number | readonly string[];

/**
 * What happened, for whoever puts it into words: a stable code, and what its words name. Plain JSON. Features, jobs and the database
 * carry causes and no sentences; `app/words` has the sentence of each code in every language.
 */
export interface Cause {
  code: string;
  params?: Readonly<Record<string, Param>>;
}

/** The codes of a feature or a gateway, each with the names of its parameters. */
export type CodeTable = Readonly<Record<string, readonly string[]>>;

/** A cause with one of the codes of a table and exactly that code's parameters. */
export type CauseOf<Table extends CodeTable> = {
  [Code in keyof Table & string]: Table[Code] extends readonly []
    ? { code: Code; params?: undefined }
    : { code: Code; params: Readonly<Record<Table[Code][number], Param>> };
}[keyof Table & string];
