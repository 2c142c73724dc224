import { language } from "./language.svelte";

/** A sentence in both languages; with values, a function in both. */
// biome-ignore lint/suspicious/noExplicitAny: the values of each sentence are typed where it is written.
type Sentence = { zh: string; en: string } | { zh: (...values: any[]) => string; en: (...values: any[]) => string };

type Shown<T extends Sentence> = T extends { zh: (...values: infer V) => string } ? (...values: V) => string : string;

/**
 * A feature's messages: both languages side by side, so that a missing one does not type-check. What comes back has
 * the sentence of the current language under the same key, and is reactive.
 */
export function catalogue<T extends Record<string, Sentence>>(sentences: T): { readonly [K in keyof T]: Shown<T[K]> } {
  const shown = {} as { [K in keyof T]: Shown<T[K]> };
  for (const key of Object.keys(sentences) as (keyof T)[]) {
    Object.defineProperty(shown, key, {
      enumerable: true,
      get: () => {
        const sentence = sentences[key];
        return language.current === "zh-CN" ? sentence?.zh : sentence?.en;
      },
    });
  }
  return shown;
}
