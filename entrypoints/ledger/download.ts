/** Hands a text to the browser as a file. It leaves the page by the user's own click, and goes nowhere else. */
export function download(
  name: string,
  text: string,
  type: 'text/csv' | 'text/plain' | 'application/json' = 'text/csv',
): void {
  const url = URL.createObjectURL(new Blob([text], { type: `${type};charset=utf-8` }));
  const link = document.createElement('a');
  link.href = url;
  link.download = name;
  link.click();
  URL.revokeObjectURL(url);
}
