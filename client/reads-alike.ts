const entities: Readonly<Record<string, string>> = {
  '&lt;': '<',
  '&gt;': '>',
  '&quot;': '"',
  '&#39;': "'",
  '&apos;': "'",
  '&nbsp;': ' ',
  '&amp;': '&',
};

// As often as a text was escaped.
function unescaped(text: string): string {
  const once = text.replaceAll(/&(?:lt|gt|quot|apos|nbsp|amp|#39);/g, (entity) => entities[entity] ?? entity);
  return once === text ? text : unescaped(once);
}

/** What is left of a text for a reader: without tags, scripts and blanks, its entities read. */
function plain(text: string): string {
  return unescaped(text)
    .replaceAll(/<script\b[^>]*>[^]*?<\/script>/gi, '')
    .replaceAll(/<[^>]*>/g, '')
    .replaceAll(/\s+/g, '');
}

/**
 * Whether two texts are the same to a reader: a service may escape what is no plain text, clean it of scripts or trim it. That every character
 * comes back is inferred: no source promises it.
 */
export const readsAlike = (shown: string, sent: string): boolean =>
  shown === sent || plain(shown) === plain(sent);
