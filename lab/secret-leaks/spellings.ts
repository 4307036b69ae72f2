/** One way in which a text can be written so that a reader, or a program, gets it back. */
export interface Spelling {
  readonly as: string;
  readonly text: string;
}

/** The ways in which the canaries write a secret. They are written out here, and owe nothing to what finds secrets in the client. */
export function spellings(secret: string): Spelling[] {
  const json = (text: string): string => JSON.stringify(text).slice(1, -1);
  const base64 = (text: string): string => Buffer.from(text).toString('base64');
  const hex = Buffer.from(secret).toString('hex');
  const codes = Array.from(secret, (char) => char.charCodeAt(0));
  const html = secret.replaceAll('&', '&amp;').replaceAll('"', '&quot;').replaceAll('<', '&lt;');
  return [
    { as: 'itself', text: secret },
    { as: 'a part of a URL', text: encodeURIComponent(secret) },
    { as: 'a part of a URL in a URL', text: encodeURIComponent(encodeURIComponent(secret)) },
    { as: 'a form field', text: new URLSearchParams({ s: secret }).toString().slice(2) },
    { as: 'JSON', text: json(secret) },
    { as: 'JSON in JSON', text: json(json(secret)) },
    {
      as: 'JSON with unicode escapes',
      text: codes.map((code) => `\\u${code.toString(16).padStart(4, '0')}`).join(''),
    },
    { as: 'HTML', text: html },
    { as: 'HTML with numbers', text: codes.map((code) => `&#${code};`).join('') },
    { as: 'base64', text: base64(secret) },
    { as: 'base64 amid other bytes', text: base64(`{"secret":"${secret}","and":1}`) },
    { as: 'base64 of a URL', text: base64(`https://h/?s=${encodeURIComponent(secret)}&x=1`) },
    { as: 'hexadecimal digits', text: hex },
    { as: 'percent codes', text: hex.replace(/../g, '%$&') },
    { as: 'byte escapes', text: hex.replace(/../g, '\\x$&') },
  ];
}
