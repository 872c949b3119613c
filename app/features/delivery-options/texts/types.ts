import type { DeliveryKind } from '../types.ts';
import type { GeneralText } from './general-texts.ts';
import type { TextFault } from './judge-text.ts';

/** Every text of this app that the shoppers of a shop can read, in each of the shop's languages. */
export interface TextsOverview {
  /** The shop's primary language first. */
  languages: TextLanguage[];
  /** Of the options in the order in which they are shown, then the general ones. */
  texts: ShopperText[];
}

export interface TextLanguage {
  /** As Shopify names it: `fr`, `pt-BR`. */
  code: string;
  /** How many texts shoppers of this language read in another one. */
  missing: number;
}

/** One text in every language. */
export interface ShopperText {
  /** See `textId` of the delivery options. */
  id: string;
  subject: TextSubject;
  field: 'name' | 'description';
  /** What can be used in it, without the curly brackets. */
  placeholders: readonly string[];
  inLanguage: Record<string, TextInLanguage>;
}

/** What the text is of: a delivery option, or all options of a kind that have no description of their own. */
export type TextSubject =
  | { of: 'option'; name: string; isActive: boolean }
  | { of: 'shop'; text: GeneralText; kind: DeliveryKind };

/** A text as shoppers of a language read it. */
export interface TextInLanguage {
  /** The merchant's own words; empty when there are none. */
  own: string;
  /** What is read when there are none. */
  otherwise: Substitute;
  /** Shoppers read it in another language than theirs. */
  isMissing: boolean;
  example: ExampleText;
}

/** The words that stand in: the app's own, the shop's general description, or those of another language. */
export interface Substitute {
  from: 'default' | 'general' | 'language' | 'nothing';
  /** The language that it is written in, where it is another one. */
  language: string | null;
  text: string;
}

/** An example of how a text reads at checkout. */
export interface ExampleText {
  text: string;
  /** How it reads while there is no date; null where that makes no difference. */
  withoutDate: string | null;
}

/** How a text would read that is not saved yet, and why it could not be saved. */
export interface TypedText {
  id: string;
  language: string;
  example: ExampleText;
  fault: TextFault | null;
}
