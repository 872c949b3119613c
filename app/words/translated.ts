/**
 * The shape of a translation: the very keys of the English texts, each with a text. What is missing or too much is an error of types;
 * that both have the same placeholders is held by a test.
 */
export type Translated<English> = {
  readonly [Key in keyof English]: English[Key] extends string ? string : Translated<English[Key]>;
};
