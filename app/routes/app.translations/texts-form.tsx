import type { SerializeFrom } from '@remix-run/node';
import { Card } from '@shopify/polaris';
import { useEffect, useState } from 'react';
import type { TextsOverview } from '#app/features/delivery-options/index.ts';
import { EditingForm } from '#app/ui/form/editing-form.tsx';
import { useEditing } from '#app/ui/form/use-editing.ts';
import { LanguageBar } from './language-bar.tsx';
import { NoOptionsYet, NothingMissing } from './nothing-here.tsx';
import { PlaceholderLegend } from './placeholder-legend.tsx';
import { SubjectTexts } from './subject-texts.tsx';
import { bySubject } from './subjects.ts';
import { fromTextKey } from './text-key.ts';

/** What was typed and is not saved, by `textKey`: nothing where a text is as it was loaded. */
export type TypedTexts = Record<string, { text: string; was: string } | undefined>;

const NOTHING_TYPED: TypedTexts = {};

/** The texts of the shop in one language beside those of its primary one. What is typed in one language stays while another is looked at. */
export function TextsForm({ overview }: { overview: SerializeFrom<TextsOverview> }) {
  const { languages, texts } = overview;
  const primary = languages[0]?.code ?? 'en';
  const [language, setLanguage] = useState(
    () => languages.find(({ missing }) => missing > 0)?.code ?? languages[1]?.code ?? primary,
  );
  const [onlyMissing, setOnlyMissing] = useState(false);
  const editing = useEditing(NOTHING_TYPED, 'translations');

  const wrong = editing.errors.find(({ field }) => field)?.field;
  // biome-ignore lint/correctness/useExhaustiveDependencies: only a refusal leads to the text it is about
  useEffect(() => {
    if (!wrong) return;
    setLanguage(fromTextKey(wrong).language);
    setOnlyMissing(false);
  }, [editing.refusals]);

  const shown = texts.filter(({ inLanguage }) => !onlyMissing || inLanguage[language]?.isMissing);
  return (
    <EditingForm editing={editing}>
      <LanguageBar
        languages={languages}
        language={language}
        onLanguage={setLanguage}
        onlyMissing={onlyMissing}
        onOnlyMissing={setOnlyMissing}
      />
      {texts.every(({ subject }) => subject.of === 'shop') && <NoOptionsYet />}
      <Card padding="0">
        {shown.length === 0 && <NothingMissing language={language} onAll={() => setOnlyMissing(false)} />}
        {bySubject(shown).map((group) => (
          <SubjectTexts
            key={`${language} ${group[0].id}`}
            texts={group}
            language={language}
            primary={primary}
            editing={editing}
          />
        ))}
      </Card>
      <PlaceholderLegend />
    </EditingForm>
  );
}
