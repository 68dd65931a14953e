/** Hands a text, or the blocks of a file, to the browser. It leaves the page by the user's own click, and goes nowhere else. */
export function download(
  name: string,
  content: string | readonly (string | Uint8Array<ArrayBuffer>)[],
  type: string = 'text/csv',
): void {
  const charset = typeof content === 'string' ? ';charset=utf-8' : '';
  const blocks = typeof content === 'string' ? [content] : [...content];
  const url = URL.createObjectURL(new Blob(blocks, { type: `${type}${charset}` }));
  const link = document.createElement('a');
  link.href = url;
  link.download = name;
  link.click();
  URL.revokeObjectURL(url);
}
