/** Hands a text to the browser as a file to be saved. */
export function saveFile(options: {
  name: string;
  /** Such as `text/csv`; the text is written as UTF-8. */
  type: string;
  content: string;
}): void {
  const { name, type, content } = options;
  const blob = new Blob([content], { type: `${type};charset=utf-8` });
  const url = URL.createObjectURL(blob);
  const link = document.createElement('a');
  link.href = url;
  link.download = name;
  document.body.append(link);
  link.click();
  link.remove();
  URL.revokeObjectURL(url);
}
